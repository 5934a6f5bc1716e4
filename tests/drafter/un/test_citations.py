"""Every citation of a text is found with what it points to, and nothing else is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.un.citations import dated_form, find_citations

FIXTURE = Path(__file__).parents[2] / "fixtures" / "un" / "citations.txt"


def cases() -> list[tuple[str, str, list[list[str]]]]:
    found: list[tuple[str, str, list[list[str]]]] = []
    speaker = "A"
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line.startswith("speaker: "):
            speaker = line.removeprefix("speaker: ")
        elif line.startswith("  "):
            if line.strip() != "none":
                found[-1][2].append([part.strip() for part in line.split("|")])
        elif line and not line.startswith("#"):
            found.append((line, speaker, []))
        elif not line:
            speaker = "A"
    return found


@pytest.mark.parametrize(("text", "speaker", "expected"), cases())
def test_a_text_cites(text: str, speaker: str, expected: list[list[str]]) -> None:
    found = find_citations(text, speaker)
    assert [one.symbol for one in found] == [row[0] for row in expected]
    for one, row in zip(found, expected, strict=True):
        assert text[slice(*one.number)] == row[1]
        assert (one.date.isoformat() if one.date else "-") == row[2]
        assert one.lead == row[3]
        if len(row) > 4:
            assert one.descriptor is not None
            assert text[slice(*one.descriptor)] == row[4]
        if one.date_range:
            assert text[slice(*one.date_range)][-4:] == row[2][:4]


def test_the_items_of_a_list_share_an_id_and_their_first_words() -> None:
    text = "its resolutions 71/5, 72/9 and 73/40, and Security Council resolution 2178 (2014)"
    *assembly, council = find_citations(text)
    assert len({one.list_id for one in assembly}) == 1
    assert assembly[0].list_id is not None
    assert council.list_id is None
    assert [text[one.start : one.end] for one in assembly] == ["its resolutions 71/5", "72/9",
                                                               "73/40"]  # fmt: skip
    assert {text[slice(*one.lead_range)] for one in assembly if one.lead_range} == {
        "its resolutions"
    }


def test_a_citation_spans_its_organ_and_its_date() -> None:
    text = "Recalling Security Council resolution 2178 (2014) of 24 September 2014,"
    (one,) = find_citations(text)
    assert text[one.start : one.end] == text[10:-1]


def test_no_break_spaces_do_not_hide_a_citation() -> None:
    text = "its resolution\xa070/177 of 17\xa0December\xa02015"
    (one,) = find_citations(text)
    assert (one.symbol, one.date) == ("A/RES/70/177", dt.date(2015, 12, 17))


def test_written_and_found_again() -> None:
    words = dated_form("S/RES/2178 (2014)", dt.date(2014, 9, 24), "Security Council resolution")
    assert words == "Security Council resolution 2178 (2014) of 24 September 2014"
    assert find_citations(words)[0].symbol == "S/RES/2178 (2014)"


@given(st.text(alphabet=list("resolution 0123456789/()AB,.XV of its and Security Council\n"),
               max_size=200))  # fmt: skip
def test_whatever_the_text_ranges_lie_in_it_and_in_order(text: str) -> None:
    found = find_citations(text)
    for one in found:
        assert 0 <= one.start <= one.number[0] < one.number[1] <= one.end <= len(text)
    assert list(found) == sorted(found, key=lambda one: (one.number, one.start))
