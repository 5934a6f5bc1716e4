"""Every paragraph has one place among the steps, in the order of its own text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.model import Comparison, Kind, Paragraph, Piece, Resolution, Row, Text, apply
from tests.strategies import changes, resolutions
from ui.compare.marks import Mark, row_marks, typed
from ui.compare.steps import carried, runs, steps


def text(*ids: str) -> Resolution:
    return Resolution(tuple(Paragraph(i, Kind.OPERATIVE, Text(i)) for i in ids))


def whole(comparison: Comparison) -> None:
    found = steps(comparison)
    for side, resolution in ((0, comparison.old), (1, comparison.new)):
        blocks = [step.new if side else step.old for step in found]
        assert [i for a, b in blocks for i in range(a, b)] == list(
            range(len(resolution.paragraphs))
        )
        assert blocks == sorted(blocks)


def test_what_stands_level_is_one_step_and_what_moved_is_two() -> None:
    old, new = text("a", "b", "c"), text("b", "n", "a", "c")
    rows = (
        Row(("b",), ("b",), "same", moved=True), Row((), ("n",), "inserted"),
        Row(("a",), ("a",), "same"), Row(("c",), ("c",), "same"),
    )  # fmt: skip
    found = steps(Comparison(old, new, rows))
    assert [(s.row, s.old, s.new) for s in found] == [
        (0, (0, 0), (0, 1)), (1, (0, 0), (1, 2)), (2, (0, 1), (2, 3)), (0, (1, 2), (3, 3)),
        (3, (2, 3), (3, 4)),
    ]  # fmt: skip


def test_a_merge_of_paragraphs_apart_stands_level_with_one_of_them() -> None:
    old, new = text("a", "b", "c"), text("ac", "b2")
    rows = (Row(("a", "c"), ("ac",), "merged"), Row(("b",), ("b2",), "edited"))
    whole(Comparison(old, new, rows))


@given(start=resolutions(), data=st.data())
def test_steps_hold_everything_once_whatever_happened(start: Resolution, data) -> None:
    new = start
    for _ in range(data.draw(st.integers(0, 4))):
        new = apply(new, data.draw(changes(new)))
    comparison = compare_resolutions(start, new)
    whole(comparison)
    later = apply(new, data.draw(changes(new)))
    whole(carried(comparison, later))


def test_neighbours_run_together() -> None:
    assert runs([7, 3, 4]) == [(3, 5), (7, 8)]


def test_marks_are_cut_at_the_ends_of_paragraphs() -> None:
    old = Resolution((Paragraph("a", Kind.OPERATIVE, Text("one two three")),))
    new = Resolution(
        (
            Paragraph("b", Kind.OPERATIVE, Text("one")),
            Paragraph("c", Kind.OPERATIVE, Text("2 three")),
        )
    )
    words = (
        Piece("=", "one"), Piece("-", " two"), Piece("+", "\n2"), Piece("=", " three"),
    )  # fmt: skip
    row = Row(("a",), ("b", "c"), "split", words=words)
    went, came = row_marks(Comparison(old, new, (row,)), row)
    assert went == {"a": (Mark(3, 7),)}
    assert came == {"c": (Mark(0, 1),)}


def test_marks_go_with_what_is_typed() -> None:
    marks = (Mark(0, 3), Mark(10, 14))
    assert typed(marks, 5, 0, 2) == (Mark(0, 3), Mark(5, 7), Mark(12, 16))
    assert typed(marks, 2, 9, 0) == (Mark(0, 5),)
