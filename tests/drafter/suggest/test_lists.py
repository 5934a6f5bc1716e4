"""Lists that grow: commas, "and" and the cues of the items are right afterwards."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.model import Cycle, Resolution, note_numbers
from drafter.suggest import accepted, suggest_updates
from drafter.un import catalogue
from tests.drafter.suggest.cases import FixtureCase


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


def grown(known, *lines: tuple[str, str]) -> tuple[str, Resolution]:
    """The first recital with its cues as numbers in brackets, and the text."""
    case = FixtureCase("", frozenset(), Cycle("A", "80", dt.date(2025, 11, 20)))
    case.symbol, case.date = "A/RES/78/210", dt.date(2023, 12, 19)
    case.title, case.lines = "Terrorism and human rights", list(lines)
    old = case.resolution()
    new, _ = accepted(old, suggest_updates(old, case.cycle, known))
    numbers = note_numbers(new)
    paragraph = new.paragraphs[2]
    string = paragraph.text.string
    for cue in reversed(paragraph.text.cues):
        string = f"{string[: cue.at]}[{numbers[str(cue.note)]}]{string[cue.at :]}"
    return string, new


def test_a_cue_stays_with_its_item_and_the_comma_moves_behind_the_new_last_one(known):
    string, _ = grown(
        known,
        ("PP", "Recalling its resolutions 74/147 of 18 December 2019[^1] and 76/169 of "
               "16 December 2021,[^2]"),
        ("FN", "One."), ("FN", "Two."),
    )  # fmt: skip
    assert string == (
        "Recalling its resolutions 74/147 of 18 December 2019,[1] 76/169 of 16 December 2021[2] "
        "and 78/210 of 19 December 2023,"
    )


def test_a_resolution_of_the_human_rights_council_gets_the_note_where_it_is_printed(known):
    records = "Official Records of the General Assembly"
    string, new = grown(
        known,
        ("PP", "Recalling the resolutions on human rights and terrorism, the most recent of which "
               "are Human Rights Council resolutions 45/11 of 6 October 2020[^1] and 51/24 of "
               "7 October 2022,[^2]"),
        ("PP", "Noting the survey,[^3]"),
        ("FN", f"See {records}, Seventy-fifth Session, Supplement No. 53A (A/75/53/Add.1)."),
        ("FN", "Ibid., Seventy-seventh Session, Supplement No. 53A (A/77/53/Add.1)."),
        ("FN", "A survey."),
    )  # fmt: skip
    assert string.endswith(
        "45/11 of 6 October 2020,[1] 51/24 of 7 October 2022[2] and 57/11 of 10 October 2024,[3]"
    )
    assert new.notes[2].text.string == (
        "Ibid., Seventy-ninth Session, Supplement No. 53A (A/79/53/Add.1)."
    )
    assert new.notes[3].text.string == "A survey."


def test_items_with_words_of_their_own_get_a_new_one_with_its_words(known):
    case = FixtureCase("", frozenset(), Cycle("E/CN.15", "26", dt.date(2017, 5, 22)))
    case.symbol, case.date, case.title = "A/RES/70/300", dt.date(2015, 12, 17), "Harbours"
    case.lines = [
        ("PP", "Recalling the most recent resolutions, such as resolutions 68/276 of 13 June 2014 "
               "on the United Nations Global Counter-Terrorism Strategy Review and 69/127 of "
               "10 December 2014 on measures to eliminate international terrorism,")
    ]  # fmt: skip
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    keep = next(one for one in found if one.confidence == "ask" and one.group)
    from drafter.model import apply

    assert apply(old, keep.change).paragraphs[2].text.string == (
        "Recalling the most recent resolutions, such as resolutions 68/276 of 13 June 2014 on the "
        "United Nations Global Counter-Terrorism Strategy Review, 69/127 of 10 December 2014 on "
        "measures to eliminate international terrorism, 70/291 of 1 July 2016 on the United "
        "Nations Global Counter-Terrorism Strategy Review and 71/151 of 13 December 2016 on "
        "measures to eliminate international terrorism,"
    )


def test_a_list_set_off_by_a_serial_comma_keeps_reading_well(known):
    string, _ = grown(
        known,
        ("PP", "Recalling its resolutions 73/174 of 17 December 2018, 74/147 of 18 December 2019, "
               "and 76/169 of 16 December 2021,"),
    )  # fmt: skip
    assert string.endswith(
        "74/147 of 18 December 2019, 76/169 of 16 December 2021 and 78/210 of 19 December 2023,"
    )


def test_cues_between_the_items_of_a_replaced_list_stay_where_they_are(known):
    string, _ = grown(
        known,
        ("PP", "Recalling the most recent ones, resolutions 74/147 of 18 December 2019[^1] and "
               "77/113 of 7 December 2022[^2] on terrorism,"),
        ("FN", "One."), ("FN", "Two."),
    )  # fmt: skip
    assert string == (
        "Recalling the most recent ones, resolutions 78/210 of 19 December 2023[1] and 79/129 of "
        "4 December 2024[2] on terrorism,"
    )


def test_a_cue_in_a_recalled_clause_stays_behind_its_words(known):
    string, _ = grown(
        known,
        ("PP", "Recalling its resolution 76/169 of 16 December 2021, in which it urged States to "
               "honour the Covenant on Harbours[^1] in all their ports,"),
        ("OP", "Urges States to honour fully the Covenant on Harbours in all their sea ports;"),
        ("FN", "A covenant."),
    )  # fmt: skip
    assert string == (
        "Recalling its resolution 78/210 of 19 December 2023, in which it urged States to honour "
        "fully the Covenant on Harbours[1] in all their sea ports,"
    )
