"""The session: suggestions stay in step with the draft, whatever is done to it."""

from __future__ import annotations

from dataclasses import replace

from drafter.draft import Draft, draft_bytes, draft_from_bytes
from drafter.edit.corrections import correct_kind
from drafter.model import Footnote, Kind, Suggestion, Text, reword
from tests.ui.texts import cycle, last_cycle
from ui.session import Session


def report_back(session: Session):
    return next(s for s in session.suggestions if s.rule == "report-back")


def test_accepting_puts_the_words_in_and_undo_offers_them_again(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    suggestion = report_back(session)
    assert session.accept(suggestion)
    assert "seventy-third session" in session.draft.text_of("p10").string
    assert suggestion.id not in [s.id for s in session.suggestions]
    session.undo()
    assert "seventy-first session" in session.draft.text_of("p10").string
    assert suggestion.id in [s.id for s in session.suggestions]
    session.redo()
    assert "seventy-third session" in session.draft.text_of("p10").string


def test_suggestions_move_along_with_what_is_typed_before_them(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    session.do(reword(session.draft, "p10", 0, 0, "Further, "), "Typing")
    assert session.accept(report_back(session))
    assert "at its seventy-third session a report" in session.draft.text_of("p10").string


def test_a_suggestion_whose_words_were_typed_over_is_gone(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    at = session.draft.text_of("p10").string.index("seventy-first")
    session.do(reword(session.draft, "p10", at, at + 13, "eightieth"), "Typing")
    assert "report-back" not in [s.rule for s in session.suggestions]


def test_skipped_stays_skipped_after_saving_and_opening(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    suggestion = report_back(session)
    session.skip(suggestion)
    saved = draft_from_bytes(draft_bytes(session.snapshot()), "x")
    again = Session(synchronous=True)
    again.load(saved, None)
    assert suggestion.id not in [s.id for s in again.suggestions]
    again.offer_skipped_again()
    assert suggestion.id in [s.id for s in again.suggestions]


def test_a_reopened_draft_offers_what_was_still_open(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    session.do(reword(session.draft, "p10", 0, 0, "Further, "), "Typing")
    first = next(s for s in session.suggestions if s.rule == "predecessor")
    session.accept(first)
    open_ = {s.id for s in session.suggestions}
    again = Session(synchronous=True)
    again.load(draft_from_bytes(draft_bytes(session.snapshot()), "x"), None)
    assert {s.id for s in again.suggestions} == open_
    assert again.accept(report_back(again))
    assert "seventy-third session" in again.draft.text_of("p10").string


def test_nothing_is_proposed_for_a_draft_written_elsewhere(session: Session) -> None:
    session.load(Draft(last_cycle(), last_cycle(), cycle()), None)
    assert session.suggestions == ()


def test_accepting_all_of_a_confidence_is_a_step_each(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    count = session.accept_all(confidence="certain")
    assert count >= 2
    assert not [s for s in session.suggestions if s.confidence == "certain"]
    for _ in range(count):
        assert session.undo()
    assert not session.undo()
    assert session.draft == session.snapshot().text
    assert [p.text for p in session.draft.paragraphs] == [p.text for p in last_cycle().paragraphs]


def test_the_comparison_follows_the_draft(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    session.do(reword(session.draft, "p10", 0, 8, "Invites"), "Typing")
    session.settle()
    assert session.comparison is not None
    assert session.comparison.new is session.draft
    assert session.comparison.by_new["p10"].change == "edited"


def test_dirty_until_saved(session: Session, tmp_path) -> None:
    session.begin(last_cycle(), cycle())
    assert not session.dirty
    session.do(reword(session.draft, "p10", 0, 8, "Invites"), "Typing")
    assert session.dirty
    session.mark_saved(tmp_path / "a.resolution")
    assert not session.dirty


def test_a_draft_that_is_again_as_it_was_saved_needs_no_saving(session: Session, tmp_path) -> None:
    session.begin(last_cycle(), cycle())
    session.do(reword(session.draft, "p10", 0, 8, "Invites"), "Typing")
    session.undo()
    assert not session.dirty
    session.redo()
    session.mark_saved(tmp_path / "a.resolution")
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_several_tick_boxes_of_a_list_can_be_taken(session: Session) -> None:
    base = last_cycle()
    words = (
        "Especially Security Council resolutions 2178 (2014) of 24 September 2014 and 2199 (2015) "
        "of 12 February 2015."
    )
    base = replace(base, notes=(base.notes[0], Footnote("n2", Text(words)), base.notes[2]))
    session.begin(base, cycle())

    def boxes() -> list[Suggestion]:
        return [s for s in session.suggestions if s.rule == "security-council"]

    count = len(boxes())
    assert count > 2
    for _ in range(2):
        assert session.accept(boxes()[0])
    assert len(boxes()) == count - 2, "the others stay"
    session.undo()
    assert len(boxes()) == count - 1
    assert session.accept(boxes()[0])
    text = session.draft.text_of("n2").string
    assert text.startswith(words[:60])
    assert text.count("(20") == 4


def test_a_correction_of_the_reading_is_one_step_over_both_texts(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    session.do(reword(session.draft, "p10", 0, 0, "Further, "), "Typing")
    session.do(reword(session.draft, "p3", 0, 9, "Recollecting"), "Typing")
    found = correct_kind(session.base, session.draft, "p5", Kind.OPERATIVE)
    assert session.correct(found, "Correct")
    assert session.base.paragraph("p5").kind is session.draft.paragraph("p5").kind is Kind.OPERATIVE
    assert session.comparison is not None
    assert session.comparison.old is session.base
    assert session.comparison.by_new["p5"].change == "same"
    assert session.accept(report_back(session)), "what was open goes on fitting"
    assert "Further, Requests" in session.draft.text_of("p10").string
    assert "seventy-third session" in session.draft.text_of("p10").string
    session.undo()
    session.undo()
    assert session.base.paragraph("p5").kind is Kind.PREAMBULAR
    assert session.draft.paragraph("p5").kind is Kind.PREAMBULAR
    assert session.accept(report_back(session))
    session.undo()
    session.undo()
    session.undo()
    assert [p.text for p in session.draft.paragraphs] == [p.text for p in last_cycle().paragraphs]
    assert session.accept(report_back(session))


def test_what_was_dismissed_is_saved_with_the_draft(session: Session) -> None:
    session.begin(last_cycle(), cycle())
    session.set_dismissed(frozenset({"spelling-1"}))
    assert session.dirty
    again = Session(synchronous=True)
    again.load(draft_from_bytes(draft_bytes(session.snapshot()), "x"), None)
    assert again.dismissed == {"spelling-1"}


def test_a_masthead_that_was_changed_is_not_offered_again_when_reopened(session: Session) -> None:
    from drafter.model import SetMasthead

    session.begin(last_cycle(), cycle())
    wanted = next((s for s in session.suggestions if isinstance(s.change, SetMasthead)), None)
    assert wanted is not None
    session.accept(wanted)
    again = Session(synchronous=True)
    again.load(session.snapshot(), None)
    assert wanted.id not in {s.id for s in again.suggestions}
