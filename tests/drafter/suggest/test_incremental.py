"""After a change only rules that read what changed run, and the result is that of a full run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import (
    Change,
    Cycle,
    DeleteParagraph,
    InsertParagraph,
    Kind,
    Masthead,
    Paragraph,
    ReplaceText,
    Resolution,
    SetMasthead,
    Text,
)
from drafter.suggest import find_updates, suggest_updates, updates_after
from drafter.suggest.rules import READS, RULES
from drafter.un import catalogue
from tests.drafter.suggest.cases import with_cues

CYCLE = Cycle("A/C.3", "80", dt.date(2025, 11, 20))
TITLE = "Improving the coordination of efforts against trafficking in persons"
ROWS = (
    (Kind.ADOPTION, "Resolution adopted by the General Assembly on 19 December 2023"),
    (Kind.TITLE, TITLE),
    (Kind.SPEAKER, "The General Assembly,"),
    (Kind.PREAMBULAR, "Recalling its resolutions 74/176 of 18 December 2019 and 76/186 of "
     "16 December 2021,[^1]"),
    (Kind.PREAMBULAR, "Recalling also its resolution 77/236 of 15 December 2022, and the most "
     "recent resolutions of the Security Council,[^2]"),
    (Kind.PREAMBULAR, "Noting the reports of harbours,"),
    (Kind.OPERATIVE, "Calls upon Turkey to report on harbours in 2025;"),
    (Kind.OPERATIVE, "Decides to include in the provisional agenda of its eightieth session the "
     "item entitled “Crime prevention and criminal justices”;"),
    (Kind.OPERATIVE, "Requests the Secretary-General to report at its eightieth session."),
    (Kind.CLOSING, "50th plenary meeting"),
)  # fmt: skip
NOTES = ("Resolution 70/177.", "Security Council resolutions 2388 (2017) and 2331 (2016).")
WORDS = (
    "x", " session", " at its eighty-first session", " in 2026", " its resolution 72/195 of "
    "19 December 2017", " 78/228", " Turkey", " the item entitled “Culture of peaces”", " that",
    " most recent", "; requests", " Recalling General Assembly resolution 70/1", "",
)  # fmt: skip


def base() -> Resolution:
    rows = tuple(
        Paragraph(f"p{i}", kind, with_cues(words)) for i, (kind, words) in enumerate(ROWS, 1)
    )
    whole = Resolution(rows, (), Masthead("General Assembly", "A/RES/78/228"))
    masthead = replace(whole.masthead, date=dt.date(2023, 12, 19), agenda_item="107")
    from drafter.model import Footnote

    notes = tuple(Footnote(f"n{i}", Text(words)) for i, words in enumerate(NOTES, 1))
    return replace(whole, notes=notes, masthead=masthead)


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


@st.composite
def changes(draw: st.DrawFn, text: Resolution) -> Change:
    kind = draw(st.sampled_from(["type", "type", "type", "cut", "note", "new", "gone", "masthead"]))
    rows = text.paragraphs
    index = draw(st.integers(0, len(rows) - 1))
    paragraph = rows[index]
    if kind == "note":
        return ReplaceText("n2", 0, Text(""), Text(draw(st.sampled_from(WORDS))))
    if kind == "new":
        words = draw(st.sampled_from([row[1] for row in ROWS]))
        new = Paragraph(text.fresh_id("p"), draw(st.sampled_from(list(Kind)[:7])), with_cues(words))
        return InsertParagraph(paragraph.id, replace(new, text=Text(new.text.string)))
    if kind == "gone" and len(rows) > 4:
        return DeleteParagraph(rows[index - 1].id if index else None, paragraph)
    if kind == "masthead":
        item = draw(st.sampled_from([None, "107", "5 (c)"]))
        return SetMasthead("agenda_item", text.masthead.agenda_item, item)
    at = draw(st.integers(0, len(paragraph.text)))
    end = min(len(paragraph.text), at + draw(st.integers(1, 12))) if kind == "cut" else at
    after = Text("" if kind == "cut" else draw(st.sampled_from(WORDS)))
    return ReplaceText(paragraph.id, at, paragraph.text.slice(at, end), after)


@given(st.data())
def test_after_any_changes_it_is_what_a_full_run_finds(known, data):
    found = find_updates(base(), CYCLE, known)
    for _ in range(data.draw(st.integers(1, 4))):
        found = updates_after(found, data.draw(changes(found.resolution)))
        assert found.suggestions == suggest_updates(found.resolution, CYCLE, known)


def typed(paragraph: str, words: str, known) -> int:
    """How many rules ran after words were typed at the end of a paragraph."""
    found = find_updates(base(), CYCLE, known)
    at = len(found.resolution.paragraph(paragraph).text)
    return updates_after(found, ReplaceText(paragraph, at, Text(""), Text(words))).again


def test_a_keystroke_where_nothing_is_read_runs_no_rule_but_the_preambles(known):
    assert find_updates(base(), CYCLE, known).again == len(RULES)
    assert typed("p6", "x", known) == 1


def test_a_keystroke_beside_a_session_runs_few_rules(known):
    assert typed("p9", "x", known) <= 3


def test_every_rule_says_what_it_reads():
    assert set(READS) == set(RULES)


def test_another_cycle_or_another_catalogue_is_worked_out_anew(known, tmp_path):
    found = find_updates(base(), CYCLE, known)
    other = replace(CYCLE, date=dt.date(2027, 11, 20), session="82")
    assert find_updates(base(), other, known, before=found).again == len(RULES)
    assert find_updates(base(), CYCLE, catalogue.load(), before=found).again == 0


def test_a_short_name_is_looked_at_again_when_its_full_name_comes_or_goes(known):
    asked = ReplaceText("p9", 0, Text(""), Text("Requests the Secretary-General to report to the "
                        "Commission at its thirty-fourth session; "))  # fmt: skip
    named = Text("the Commission on Crime Prevention and Criminal Justice ")
    found = updates_after(find_updates(base(), CYCLE, known), asked)
    before = found.suggestions
    for change in (ReplaceText("p6", 0, Text(""), named), ReplaceText("p6", 0, named, Text(""))):
        found = updates_after(found, change)
        assert found.suggestions == suggest_updates(found.resolution, CYCLE, known)
    assert found.suggestions == before


def test_notes_are_looked_at_again_when_the_masthead_says_whose_document_it_is(known):
    outside = Cycle("E/CN.15", "34", dt.date(2025, 5, 20))
    found = find_updates(base(), outside, known)
    change = SetMasthead("organ", "General Assembly", "Economic and Social Council")
    after = updates_after(found, change)
    assert after.suggestions == suggest_updates(after.resolution, outside, known)
    assert after.suggestions != found.suggestions
