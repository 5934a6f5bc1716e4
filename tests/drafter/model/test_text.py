"""Text: splicing carries emphasis and cues along and loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import Cue, Text
from tests.strategies import texts

NOTES = ("n1", "n2")


@given(st.data())
def test_a_text_cut_anywhere_is_whole_again_when_joined(data: st.DataObject) -> None:
    text = data.draw(texts(NOTES))
    head, tail = text.cut(data.draw(st.integers(0, len(text))))
    assert head + tail == text


@given(st.data())
def test_what_was_swapped_in_can_be_swapped_out(data: st.DataObject) -> None:
    text, new = data.draw(texts(NOTES)), data.draw(texts(NOTES))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before = text.slice(start, end) if end > start else Text()
    changed = text.splice(start, end, new)
    assert changed.string == text.string[:start] + new.string + text.string[end:]
    assert text.swap(start, before, new) == changed
    assert changed.swap(start, new, before) == text
    assert len(changed.cues) == len(text.cues) - len(before.cues) + len(new.cues)


@given(st.data())
def test_rewording_loses_no_cue(data: st.DataObject) -> None:
    text = data.draw(texts(NOTES))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = text.reworded(start, end, "other words")
    assert [c.note for c in new.cues] == [c.note for c in text.slice(start, end).cues]


def test_emphasis_is_kept_in_order_and_touching_ranges_are_one() -> None:
    assert Text("Recalling also", ((9, 14), (0, 9), (3, 3))).emphasis == ((0, 14),)


@pytest.mark.parametrize("bad", [{"emphasis": ((0, 9),)}, {"cues": (Cue(4, "n1"),)}])
def test_what_lies_outside_the_string_is_refused(bad: dict[str, tuple[object, ...]]) -> None:
    with pytest.raises(ValueError, match="outside"):
        Text("abc", **bad)  # pyright: ignore[reportArgumentType]


def test_a_reworded_session_keeps_the_cue_behind_it() -> None:
    text = Text("at its seventy-first session,", (), (Cue(29, "n1"),))
    assert text.reworded(21, 29, "meeting;").cues == (Cue(8, "n1"),)
