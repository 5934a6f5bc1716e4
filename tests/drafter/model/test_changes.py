"""Changes: applied, taken back and carried along, they never guess and never lose anything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.edit.history import History
from drafter.model import (
    Cue,
    DoesNotFit,
    Footnote,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    Text,
    apply,
    invert,
    rebase,
    reword,
)
from tests.strategies import changes, resolutions


@given(st.data())
def test_every_change_can_be_taken_back_exactly(data: st.DataObject) -> None:
    before = data.draw(resolutions())
    change = data.draw(changes(before))
    after = apply(before, change)
    assert apply(after, invert(change)) == before


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_undo_and_redo_walk_the_same_states_back_and_forth(data: st.DataObject) -> None:
    history = History(data.draw(resolutions()))
    states = [history.now]
    for _ in range(data.draw(st.integers(1, 8))):
        history.do(data.draw(changes(history.now)), "step")
        states.append(history.now)
    for state in reversed(states[:-1]):
        assert history.undo() is not None
        assert history.now == state
    assert history.undo() is None
    for state in states[1:]:
        assert history.redo() is not None
        assert history.now == state


@given(st.data())
def test_a_pending_change_carried_along_still_fits_and_does_the_same(data: st.DataObject) -> None:
    start = data.draw(resolutions())
    pending, accepted = data.draw(changes(start)), data.draw(changes(start))
    carried = rebase(pending, accepted)
    if carried is None:
        return
    both = apply(apply(start, accepted), carried)
    other_way = rebase(accepted, pending)
    if other_way is not None:
        assert _content(apply(apply(start, pending), other_way)) == _content(both)


def _content(resolution: Resolution) -> tuple[object, ...]:
    """What stays the same whichever of two insertions at one place came first."""
    return (
        sorted(p.text.string for p in resolution.paragraphs),
        sorted(note.text.string for note in resolution.notes),
    )


def _two() -> Resolution:
    return Resolution(
        (
            Paragraph("p1", Kind.OPERATIVE, Text("Requests a report at its seventieth session;")),
            Paragraph("p2", Kind.OPERATIVE, Text("Decides to remain seized.")),
        ),
        (Footnote("n1", Text("Resolution 60/288.")),),
    )


def test_a_change_that_expects_other_words_is_refused_and_nothing_altered() -> None:
    change = ReplaceText("p1", 0, Text("Urges"), Text("Invites"))
    with pytest.raises(DoesNotFit, match="does not read 'Urges'"):
        apply(_two(), change)


def test_a_pending_suggestion_moves_with_an_accepted_one_before_it() -> None:
    start = _two()
    later = reword(start, "p1", 25, 35, "seventy-second")
    earlier = reword(start, "p1", 0, 8, "Also requests")
    carried = rebase(later, earlier)
    assert carried is not None
    text = apply(apply(start, earlier), carried).text_of("p1").string
    assert text == "Also requests a report at its seventy-second session;"


def test_a_pending_suggestion_on_words_that_changed_is_dropped() -> None:
    start = _two()
    one, other = reword(start, "p1", 25, 35, "eightieth"), reword(start, "p1", 22, 35, "our")
    assert rebase(one, other) is None


def test_typing_at_the_start_stays_behind_a_cue_that_stands_there() -> None:
    cued = Resolution(
        (Paragraph("p1", Kind.PLAIN, Text("abc", (), (Cue(0, "n1"),))),), (Footnote("n1"),)
    )
    change = ReplaceText("p1", 0, Text(), Text("X"))
    after = apply(cued, change)
    assert after.text_of("p1") == Text("Xabc", (), (Cue(0, "n1"),))
    assert apply(after, invert(change)) == cued


def test_typing_within_a_word_is_one_step_of_undo_and_a_pause_begins_another() -> None:
    history = History(_two())
    for i, key in enumerate("now"):
        history.do(ReplaceText("p2", 7 + i, Text(), Text(key)), "Typing", typed_at=i * 0.1)
    history.do(ReplaceText("p2", 10, Text(), Text("!")), "Typing", typed_at=9.0)
    history.undo()
    assert history.now.text_of("p2").string == "Decidesnow to remain seized."
    history.undo()
    assert history.now == _two()
