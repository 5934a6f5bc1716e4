"""A version is restored exactly, as one change that can be taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.edit.becoming import become
from drafter.model import Resolution, apply, invert
from tests.strategies import changes, resolutions


@given(start=resolutions(), other=resolutions(), data=st.data())
def test_any_state_becomes_any_other(start: Resolution, other: Resolution, data) -> None:
    later = start
    for _ in range(data.draw(st.integers(0, 6))):
        if later.paragraphs:
            later = apply(later, data.draw(changes(later)))
    for now, wanted in ((start, later), (later, start), (start, other)):
        change = become(now, wanted)
        if change is None:
            assert now == wanted
        else:
            after = apply(now, change)
            assert after == wanted
            assert apply(after, invert(change)) == now


def test_what_is_the_same_is_left_alone() -> None:
    start = Resolution()
    assert become(start, start) is None
