"""Suggestions as a whole: templates own the wording, nothing overlaps, ids last, it is quick."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.model import Cycle, Kind, ReplaceText, Resolution, apply, labels
from drafter.suggest import (
    accept,
    accepted,
    is_tick_box,
    load_library,
    renewed,
    suggest_updates,
    suggestions_json,
)
from drafter.suggest.report import flat
from drafter.un import catalogue
from tests.drafter.suggest.cases import FOLDER, FixtureCase, read_cases, with_cues

ALL = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]
TRAFFICKING = "Improving the coordination of efforts against trafficking in persons"


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


def text(*lines: tuple[str, str]) -> FixtureCase:
    case = FixtureCase("", frozenset(), Cycle("A", "80", dt.date(2025, 11, 20)))
    case.symbol, case.date, case.title = "A/RES/78/228", dt.date(2023, 12, 19), TRAFFICKING
    case.lines = list(lines)
    return case


RECALL = ("PP", "Recalling its resolution 76/186 of 16 December 2021,")
REPORT = ("OP", "Requests the Secretary-General to report at its eightieth session.")
LIST = ("PP", "Recalling its resolutions 74/176 of 18 December 2019 and 76/186,")
DATED = (
    "PP",
    "Recalling its resolutions 74/176 of 18 December 2019 and 76/186 of 16 December 2021,",
)
NOTE = ("PP", "Taking note of the report of the Secretary-General,[^1]")


@pytest.mark.parametrize(
    ("name", "source", "lines", "words"),
    [
        ("citations/dated", "{{ resolution }} ({{ date }})", [RECALL], "78/228 (19 December 2023)"),
        ("citations/dated", "{{ resolution }}, {{ date }}", [DATED], "78/228, 19 December 2023"),
        ("clauses/at-its-session", "during the {{ session }} session", [REPORT],
         "during the eighty-second"),
        ("footnotes/report", "Document {{ symbol }}.", [NOTE, ("FN", "A/78/119.")],
         "Document A/80/…"),
    ],
)  # fmt: skip
def test_changing_a_template_changes_what_is_suggested(name, source, lines, words, known, tmp_path):
    case = text(*lines)
    old = case.resolution()
    shipped = suggest_updates(old, case.cycle, known, load_library(tmp_path))
    path = tmp_path / f"{name}.j2"
    path.parent.mkdir()
    path.write_text(source, "utf-8")
    own = suggest_updates(old, case.cycle, known, load_library(tmp_path))

    def afters(suggestions):
        rows = suggestions_json(old, case.cycle, suggestions)["suggestions"]
        return [row["after"] for row in rows]

    assert not any(words in after for after in afters(shipped))
    assert any(words in after for after in afters(own)), afters(own)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_certain_and_likely_never_overlap_and_all_can_be_accepted(case, known):
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    sure = [one for one in found if one.confidence != "ask"]
    spans = sorted(
        (part.target, part.start, part.end)
        for one in sure for part in flat(one.change) if isinstance(part, ReplaceText)
    )  # fmt: skip
    for (target, _, end), (other, start, _) in pairwise(spans):
        assert target != other or end <= start
    for one in found:
        apply(old, one.change)
    new, taken = accepted(old, found, "likely")
    assert {one.id for one in taken} == {one.id for one in sure}
    assert cues(new) == cues(old)


def cues(resolution: Resolution) -> list[str | None]:
    return sorted(str(cue.note) for p in resolution.paragraphs for cue in p.text.cues)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_ids_are_the_same_in_every_run(case, known):
    old = case.resolution()
    first = suggest_updates(old, case.cycle, known)
    again = suggest_updates(case.resolution(), case.cycle, known)
    assert [one.id for one in first] == [one.id for one in again]
    assert len({one.id for one in first}) == len(first)


SOUP = """
Recalling its resolution 76/186 of 16 December 2021 , ; and in which it requested resolutions
72/195 74/176 at its eightieth session A/78/119 [^1] report Security Council 2178 (2014) the
most recent that of General Assembly adopted on entitled “ ” 2025
"""
WORDS = st.sampled_from(SOUP.split())


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(["PP", "OP"]), st.lists(WORDS, max_size=25)), max_size=4))
def test_no_text_upsets_the_rules(known, rows):
    case = text(*((kind, " ".join(words)) for kind, words in rows), ("FN", "A/78/119."))
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    for one in found:
        apply(old, one.change)
    _, taken = accepted(old, found)
    assert len(taken) == sum(one.confidence != "ask" for one in found)


def test_only_what_is_certain_is_accepted_where_that_is_asked(known):
    case = text(RECALL, REPORT)
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    new, taken = accepted(old, found, "certain")
    assert {one.confidence for one in taken} == {"certain"}
    assert "76/186" in new.paragraphs[2].text.string
    assert "eighty-second" in new.paragraphs[3].text.string
    newer, _ = accepted(old, found, "likely")
    assert newer.paragraphs[2].text.string == "Recalling its resolution 78/228 of 19 December 2023,"


def test_taking_one_alternative_drops_the_other(known):
    path = FOLDER / "most-recent.txt"
    case = next(read_cases(path))
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    first, other = (one for one in found if one.group and one.group.startswith("either"))
    _, pending = accept(old, first, found)
    assert other.id not in {one.id for one in pending}
    assert first.id not in {one.id for one in pending}


def test_several_tick_boxes_can_be_taken_one_after_the_other(known):
    case = text(
        ("PP", "Recalling especially the most recent ones,[^1]"),
        ("FN", "Security Council resolutions 2195 (2014) and 2199 (2015)."),
    )
    case.symbol, case.date = "A/RES/70/300", dt.date(2015, 12, 17)
    case.cycle = Cycle("A", "74", dt.date(2019, 11, 20))
    draft = case.resolution()
    pending = suggest_updates(draft, case.cycle, known)
    taken = []
    for _ in range(3):
        box = [one for one in pending if is_tick_box(one)][len(taken)]
        after, kept = accept(draft, box, pending)
        gone = [one for one in pending if one not in kept and one.id != box.id]
        again = renewed(after, case.cycle, known, gone)
        assert {one.id for one in again} >= {one.id for one in gone if is_tick_box(one)}
        draft, pending = after, (*kept, *again)
        taken.append(box.evidence[0].symbol)
    note = draft.notes[0].text.string
    numbers = [symbol.removeprefix("S/RES/") for symbol in taken]
    assert all(number in note for number in numbers)
    assert note.count(" and ") == 1
    cited = [part.split(" ")[0] for part in note.removesuffix(".").split("resolutions ")[1]
             .replace(" and ", ", ").split(", ")]  # fmt: skip
    assert cited == sorted(cited, key=int)


def test_the_report_has_the_shape_of_the_contract(known):
    case = text(RECALL, LIST, REPORT)
    old = case.resolution()
    report = suggestions_json(old, case.cycle, suggest_updates(old, case.cycle, known))
    assert report["schema"] == 1
    assert report["cycle"] == {
        "organ": "A", "session": "80", "date": "2025-11-20", "adopting": "A",
        "adopting_session": "80",
    }  # fmt: skip
    names = set(labels(old).values())
    for row in report["suggestions"]:
        assert {"id", "rule", "confidence", "group", "op", "paragraph", "start", "end", "before",
                "after", "reason", "evidence"} <= row.keys()  # fmt: skip
        assert row["op"] in ("replace", "insert_after", "delete", "set")
        if row["op"] == "replace":
            assert row["paragraph"] in names
            target = next(i for i, label in labels(old).items() if label == row["paragraph"])
            assert old.text_of(target).string[row["start"] : row["end"]] == row["before"]
    assert report["left_to_you"] == {"paragraphs": 0}


def test_applied_from_the_end_the_rows_give_what_accepting_gives(known):
    case = text(RECALL, LIST, REPORT)
    old = case.resolution()
    found = suggest_updates(old, case.cycle, known)
    rows = [
        row for row in suggestions_json(old, case.cycle, found)["suggestions"]
        if row["op"] == "replace" and row["confidence"] != "ask"
    ]  # fmt: skip
    new, _ = accepted(old, found, "likely")
    for paragraph in old.paragraphs:
        string = paragraph.text.string
        label = labels(old)[paragraph.id]
        for row in sorted(rows, key=lambda row: -row["start"]):
            if row["paragraph"] == label:
                string = string[: row["start"]] + row["after"] + string[row["end"] :]
        assert new.text_of(paragraph.id).string == string


def test_what_was_left_out_of_the_cycle_is_worked_out(known):
    case = text(REPORT)
    cycle = Cycle("E/CN.15", "34", dt.date(2025, 5, 19))
    report = suggestions_json(case.resolution(), cycle, ())
    assert report["cycle"]["adopting"] == "A"
    assert report["cycle"]["adopting_session"] == "80"


def test_a_part_of_a_resolution_is_updated_too(known):
    case = text(RECALL)
    old = case.resolution()
    parts = tuple(
        replace(p, section="A") if p.kind is Kind.PREAMBULAR else p for p in old.paragraphs
    )
    found = suggest_updates(replace(old, paragraphs=parts), case.cycle, known)
    assert any(one.rule == "predecessor" for one in found)


def test_emphasis_is_kept_where_words_are_replaced(known):
    case = text(RECALL)
    old = case.resolution()
    p = old.paragraphs[2]
    italic = replace(p.text, emphasis=((0, 9),))
    old = replace(old, paragraphs=(*old.paragraphs[:2], replace(p, text=italic)))
    new, _ = accepted(old, suggest_updates(old, case.cycle, known))
    assert new.paragraphs[2].text.emphasis == ((0, 9),)
    assert with_cues("x").string == "x"


def test_the_organ_that_speaks_is_the_one_that_adopts(known):
    case = text(REPORT)
    case.speaker, case.symbol = "The Economic and Social Council,", "E/RES/2023/30"
    case.date = dt.date(2023, 7, 25)
    case.lines = [("OP", "Requests the Commission to report to the Council at its 2024 session.")]
    cycle = Cycle("E/CN.15", "34", dt.date(2025, 5, 19), "A", "80")
    old = case.resolution()
    report = suggestions_json(old, cycle, suggest_updates(old, cycle, known))
    assert report["cycle"]["adopting"] == "E"
    assert report["cycle"]["adopting_session"] == "2025"
    afters = [row["after"] for row in report["suggestions"] if row["paragraph"] == "OP1"]
    assert afters == ["2026"]


def test_what_sends_a_draft_on_goes_and_its_title_stays(known):
    case = text(RECALL)
    old = case.resolution()
    title, speaker, recital = old.paragraphs
    outer = (
        replace(title, section="OUTER"),
        replace(speaker, id="p8", section="OUTER"),
        replace(recital, id="p9", kind=Kind.OPERATIVE, section="OUTER"),
        speaker,
        recital,
    )
    old = replace(old, paragraphs=outer)
    cycle = Cycle("E/CN.15", "34", dt.date(2025, 5, 19))
    new, _ = accepted(old, suggest_updates(old, cycle, known))
    assert [(p.kind, p.section) for p in new.paragraphs] == [
        (Kind.CHAPEAU, ""), (Kind.TITLE, ""), (Kind.SPEAKER, ""), (Kind.PREAMBULAR, ""),
    ]  # fmt: skip
