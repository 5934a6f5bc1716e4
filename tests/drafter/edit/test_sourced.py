"""After a correction every word of last cycle's text is still found in its file."""

from __future__ import annotations

import pytest

from drafter.draft import begin
from drafter.edit.corrections import answer, correct_kind, undo_repair
from drafter.edit.history import History
from drafter.edit.sourced import corrected
from drafter.model import (
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Question,
    Repair,
    Resolution,
    Source,
    Span,
    Text,
)

FILE = "Noting the arch ives and the Strategy1 kept,2"
"""The one block "b1" of the file, as it stands there."""
READ = Text("Noting the archives and the Strategy kept,", (), (Cue(36, "n1"), Cue(42, None, "2")))
SPANS = (
    Span(0, 15, "b1", 0),
    Span(15, 36, "b1", 16),
    Span(36, 42, "b1", 38),
)
BASE = Resolution(
    (Paragraph("p1", Kind.PREAMBULAR, READ),),
    (Footnote("n1", Text("A/1.")),),
    source=Source("a.docx", "docx", b"", "final", {"p1": SPANS}),
)
DRAFT = begin(BASE).text


def found_in_file(base: Resolution) -> bool:
    """Whether each span reads the same in the text as in the file."""
    assert base.source is not None
    string = base.text_of("p1").string
    return all(
        string[s.start : s.end] == FILE[s.at : s.at + s.end - s.start]
        for s in base.source.spans["p1"]
    )


def covered(base: Resolution) -> int:
    assert base.source is not None
    return sum(s.end - s.start for s in base.source.spans["p1"])


@pytest.mark.parametrize(
    "repair",
    [
        Repair("p1", "split-word", "arch ives", "archives"),
        Repair("p1", "glued-cue", "Strategy1", "Strategy"),
        Repair("p1", "glued-cue", "kept,2", "kept,"),
    ],
)
def test_what_is_put_back_is_found_in_the_file(repair: Repair) -> None:
    assert found_in_file(BASE)
    made = undo_repair(BASE, DRAFT, repair)
    assert made is not None
    after = corrected(BASE, made.base)
    assert found_in_file(after)
    assert covered(after) == len(after.text_of("p1"))


def test_a_joined_word_leaves_out_what_was_between_its_halves() -> None:
    text = Text("Noting the arch ives,")
    base = Resolution(
        (Paragraph("p1", Kind.PREAMBULAR, text),),
        source=Source("a.docx", "docx", b"", "final", {"p1": (Span(0, 20, "b1", 0),)}),
    )
    asked = Question("p1", "split-word", "Is it one word?", "archives")
    made = answer(base, begin(base).text, asked)
    assert made is not None
    after = corrected(base, made.base)
    assert after.text_of("p1").string == "Noting the archives,"
    assert found_in_file(after)
    assert covered(after) == 19


def test_an_answer_and_a_kind_leave_the_places_as_they_are() -> None:
    asked = Question("p1", "stale-cue", "The mark 2 calls no note", "n1")
    for made in (answer(BASE, DRAFT, asked), correct_kind(BASE, DRAFT, "p1", Kind.OPERATIVE)):
        assert made is not None
        after = corrected(BASE, made.base)
        assert found_in_file(after)
        assert covered(after) == 42


def test_undo_brings_the_places_back() -> None:
    history = History(DRAFT, BASE)
    made = undo_repair(BASE, DRAFT, Repair("p1", "split-word", "arch ives", "archives"))
    assert made is not None
    history.do(made.draft, "Put back", correction=made.base)
    assert found_in_file(history.base)
    history.undo()
    assert history.base.source == BASE.source
    assert found_in_file(history.base)
    history.redo()
    assert found_in_file(history.base)
