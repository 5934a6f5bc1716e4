"""What reading got wrong is corrected in last cycle's text, and in the draft where it still is."""

from __future__ import annotations

from dataclasses import replace

from drafter.draft import begin
from drafter.edit.corrections import answer, correct_kind, undo_repair
from drafter.edit.history import History
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
    apply,
    reword,
)

BASE = Resolution(
    (
        Paragraph("p1", Kind.PLAIN, Text("Reaffirming its wish that the archives keep open,")),
        Paragraph("p2", Kind.OPERATIVE, Text("Notes the plan,", (), (Cue(15, None, "23"),))),
        Paragraph("p3", Kind.OPERATIVE, Text("Urges States;", ((0, 5),), (Cue(12, "n1"),))),
    ),
    (Footnote("n1", Text("A/70/1.")),),
)
ASKED = Question("p2", "stale-cue", "The footnote mark 23 calls no note; which is meant?", "n1")


def done(base: Resolution, draft: Resolution, found: object) -> tuple[Resolution, Resolution]:
    assert found is not None
    return apply(base, found.base), apply(draft, found.draft)  # type: ignore[attr-defined]


def test_a_kind_is_corrected_in_both_texts() -> None:
    draft = begin(BASE).text
    found = correct_kind(BASE, draft, "p1", Kind.PREAMBULAR)
    base, draft = done(BASE, draft, found)
    assert base.paragraph("p1").kind is draft.paragraph("p1").kind is Kind.PREAMBULAR
    assert correct_kind(base, draft, "p1", Kind.PREAMBULAR) is None


def test_a_paragraph_the_person_made_something_else_stays_that() -> None:
    draft = begin(BASE).text
    mine = replace(draft.paragraphs[0], kind=Kind.HEADING, level=1)
    draft = replace(draft, paragraphs=(mine, *draft.paragraphs[1:]))
    base, draft = done(BASE, draft, correct_kind(BASE, draft, "p1", Kind.SUBPARAGRAPH, 1))
    assert (base.paragraph("p1").kind, base.paragraph("p1").level) == (Kind.SUBPARAGRAPH, 1)
    assert draft.paragraph("p1").kind is Kind.HEADING


def test_a_question_about_a_mark_is_answered_with_the_note_it_proposes() -> None:
    draft = begin(BASE).text
    draft = apply(draft, reword(draft, "p2", 0, 5, "Welcomes"))
    base, draft = done(BASE, draft, answer(BASE, draft, ASKED))
    assert [c.note for c in base.text_of("p2").cues] == ["n1"]
    assert draft.text_of("p2") == Text("Welcomes the plan,", (), (Cue(18, "n1"),))
    assert answer(base, draft, ASKED) is None


def test_a_question_about_two_halves_is_answered_with_the_word() -> None:
    text = replace(BASE.paragraphs[0], text=Text("Noting the archi ves,"))
    base = replace(BASE, paragraphs=(text, *BASE.paragraphs[1:]))
    asked = Question("p1", "split-word", "Is it one word?", "archives")
    base, draft = done(base, begin(base).text, answer(base, begin(base).text, asked))
    assert base.text_of("p1").string == draft.text_of("p1").string == "Noting the archives,"
    assert answer(base, draft, asked) is None


def test_a_repair_of_words_is_put_back_once() -> None:
    repair = Repair("p1", "split-word", "arch ives", "archives")
    draft = begin(BASE).text
    base, draft = done(BASE, draft, undo_repair(BASE, draft, repair))
    assert "arch ives keep" in base.text_of("p1").string
    assert draft.text_of("p1") == base.text_of("p1")
    assert undo_repair(base, draft, repair) is None


def test_what_was_taken_for_a_mark_is_words_again_and_the_rest_keeps_its_looks() -> None:
    repair = Repair("p3", "glued-cue", "States1", "States")
    draft = begin(BASE).text
    base, draft = done(BASE, draft, undo_repair(BASE, draft, repair))
    assert draft.text_of("p3") == base.text_of("p3") == Text("Urges States1;", ((0, 5),))


def test_which_of_several_places_was_mended_is_told_by_the_file() -> None:
    string = "The archives and the archives and the archives,"
    spans = (Span(0, 25, "l1", 0), Span(25, len(string), "l1", 26))
    base = Resolution(
        (Paragraph("p1", Kind.PREAMBULAR, Text(string)),),
        source=Source("a.txt", "text", spans={"p1": spans}),
    )
    repair = Repair("p1", "split-word", "arch ives", "archives")
    found = undo_repair(base, begin(base).text, repair)
    assert found is not None
    put_back = apply(base, found.base).text_of("p1").string
    assert put_back == "The archives and the arch ives and the archives,"
    assert undo_repair(replace(base, source=None), begin(base).text, repair) is None


def test_what_is_no_matter_of_words_is_not_undone() -> None:
    draft = begin(BASE).text
    for repair in (
        Repair("masthead", "page-number", "3", ""),
        Repair("p1", "page-break", "that the / archives", "that the archives"),
        Repair("p1", "md-emphasis", "*archives*", "archives"),
    ):
        assert undo_repair(BASE, draft, repair) is None


def test_a_correction_is_one_step_of_undo_over_both_texts() -> None:
    draft = begin(BASE).text
    history = History(draft, BASE)
    history.do(reword(draft, "p3", 0, 5, "Invites"), "Typing")
    found = correct_kind(BASE, history.now, "p1", Kind.PREAMBULAR)
    assert found is not None
    history.do(found.draft, "Correct", correction=found.base)
    assert history.base.paragraph("p1").kind is Kind.PREAMBULAR
    history.undo()
    assert history.base == BASE
    assert history.now.paragraph("p1").kind is Kind.PLAIN
    history.redo()
    assert history.base.paragraph("p1").kind is history.now.paragraph("p1").kind is Kind.PREAMBULAR
    history.undo()
    history.undo()
    assert (history.now, history.base) == (draft, BASE)
