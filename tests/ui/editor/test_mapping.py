"""Places in the editor and in the model: UTF-16 units, code points, cues."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.edit.becoming import replacement
from drafter.model import Cue, ReplaceText, Resolution, Text, apply
from drafter.model.resolution import Kind, Paragraph
from tests.strategies import texts
from ui.editor.mapping import (
    Place,
    between,
    column,
    end,
    head,
    place,
    tail,
    units,
    with_range,
)

NOTES = ("n1", "n2")


def test_a_letter_beyond_the_basic_plane_is_two_columns() -> None:
    text = Text("a🜁b", (), (Cue(2, "n1"), Cue(2, "n2")))
    assert [column(text, p) for p in (Place(0), Place(1), Place(2), Place(2, 2), Place(3))] == [
        0, 1, 3, 5, 6,
    ]  # fmt: skip
    assert place(text, 2) == Place(1), "inside the pair: before it"
    assert place(text, 4) == Place(2, 1), "between the two cues"


@given(texts(NOTES), st.data())
def test_every_column_is_a_place_and_back(text: Text, data) -> None:
    at = data.draw(st.integers(0, units(text.string) + len(text.cues)))
    found = place(text, at)
    assert column(text, found) in (at, at - 1)
    assert place(text, column(text, found)) == found


@given(texts(NOTES), st.data())
def test_cut_at_any_place_and_put_together_is_the_same(text: Text, data) -> None:
    size = units(text.string) + len(text.cues)
    a, b = sorted(data.draw(st.integers(0, size)) for _ in range(2))
    start, stop = place(text, a), place(text, b)
    assert head(text, start) + tail(text, start) == text
    assert with_range(text, start, stop, between(text, start, stop)) == text
    assert head(text, end(text)) == text


@given(texts(NOTES), texts(NOTES))
def test_a_replacement_does_what_it_says(old: Text, new: Text) -> None:
    change = replacement("p1", old, new)
    resolution = Resolution((Paragraph("p1", Kind.PLAIN, old),))
    if change is None:
        assert old == new
    else:
        assert apply(resolution, change).text_of("p1") == new


def test_a_replacement_is_small() -> None:
    old = Text("Recalls its resolution,", ((0, 7),), (Cue(23, "n1"),))
    new = Text("Recalls also its resolution,", ((0, 7),), (Cue(28, "n1"),))
    change = replacement("p1", old, new)
    assert isinstance(change, ReplaceText)
    assert (change.before.string, change.after.string) == ("", "also ")
