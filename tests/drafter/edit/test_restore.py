"""A person puts last cycle's words back, for one change or a whole paragraph, in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.edit.restore import hunks, restore_row, restore_words
from drafter.model import (
    Comparison,
    Cue,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Piece,
    Resolution,
    Row,
    Text,
    apply,
    invert,
)
from tests.strategies import changes, resolutions


def text(*strings: str, **more: object) -> Resolution:
    paragraphs = tuple(
        Paragraph(f"p{i}", Kind.OPERATIVE, Text(s)) for i, s in enumerate(strings, 1)
    )
    return Resolution(paragraphs, **more)


def row(comparison: Comparison, new: str) -> Row:
    return comparison.by_new[new]


def one(old: str, new: str, *pieces: Piece) -> Comparison:
    before, after = text(old), text(new)
    return Comparison(before, after, (Row(("p1",), ("p1",), "edited", words=pieces),))


WORDS = (
    Piece("="," "), Piece("-", "old"), Piece("+", "new"), Piece("=", " and "), Piece("-", "gone "),
    Piece("=", "stay"), Piece("+", " more"),
)  # fmt: skip


def test_the_changes_of_a_row_are_counted_in_both_texts() -> None:
    found = hunks(Row(("a",), ("b",), "edited", words=WORDS))
    assert [(h.old_start, h.old_end, h.new_start, h.new_end) for h in found] == [
        (1, 4, 1, 4), (9, 14, 9, 9), (18, 18, 13, 18),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(2, " old and stay more"), (9, " new and gone stay more"), (18, " new and stay")],
)
def test_one_change_is_put_back_and_the_others_stay(offset: int, expected: str) -> None:
    comparison = one(" old and gone stay", " new and stay more", *WORDS)
    change = restore_words(comparison, "p1", offset)
    assert change is not None
    after = apply(comparison.new, change)
    assert after.paragraphs[0].text.string == expected
    assert apply(after, invert(change)) == comparison.new


def test_nothing_is_put_back_where_nothing_changed() -> None:
    same = text("the same words")
    comparison = compare_resolutions(same, same)
    assert restore_words(comparison, "p1", 3) is None
    assert restore_row(comparison, comparison.rows[0]) is None


def test_a_deleted_paragraph_comes_back_where_it_was() -> None:
    old = text("Urges alpha beta gamma;", "Requests delta epsilon;", "Decides zeta eta theta.")
    new = Resolution((old.paragraphs[0], old.paragraphs[2]))
    comparison = compare_resolutions(old, new)
    change = restore_row(comparison, comparison.by_old["p2"])
    assert change is not None
    assert [p.text.string for p in apply(new, change).paragraphs] == [
        p.text.string for p in old.paragraphs
    ]


def test_a_new_paragraph_goes() -> None:
    old = text("Urges alpha beta gamma;")
    new = text("Urges alpha beta gamma;", "Wholly different words about fisheries;")
    comparison = compare_resolutions(old, new)
    change = restore_row(comparison, row(comparison, "p2"))
    assert change is not None
    assert apply(new, change) == old


def test_a_note_that_went_with_the_words_comes_back_with_them() -> None:
    note = Footnote("n1", Text("A/1."))
    cited = Text("Recalls the report,", cues=(Cue(19, "n1"),))
    old = Resolution((Paragraph("p1", Kind.OPERATIVE, cited),), (note,))
    new = text("Recalls it;")
    rows = (Row(("p1",), ("p1",), "edited"), Row(("n1",), (), "deleted"))
    change = restore_row(Comparison(old, new, rows), rows[0])
    assert change is not None
    after = apply(new, change)
    assert after.paragraphs[0].text == cited
    assert after.notes == (note,)


def test_a_note_that_only_the_draft_called_goes_with_the_words_it_stood_in() -> None:
    old = text("Recalls the report;", "Decides to meet.")
    cited = Text("Recalls the report;", cues=(Cue(18, "n1"),))
    new = Resolution(
        (replace(old.paragraphs[0], text=cited), old.paragraphs[1]),
        (Footnote("n1", Text("A/1.")),),
    )
    comparison = compare_resolutions(old, new)
    change = restore_row(comparison, comparison.by_new["p1"])
    assert change is not None
    assert apply(new, change) == old
    assert apply(old, invert(change)) == new


def test_a_field_of_the_masthead_is_put_back() -> None:
    old, new = text(masthead=Masthead(session="70")), text(masthead=Masthead(session="72"))
    rows = (Row(("masthead.session",), ("masthead.session",), "edited"),)
    change = restore_row(Comparison(old, new, rows), rows[0])
    assert change is not None
    assert apply(new, change).masthead.session == "70"


@given(start=resolutions(), data=st.data())
def test_every_row_can_be_put_back(start: Resolution, data: st.DataObject) -> None:
    new = start
    for _ in range(data.draw(st.integers(1, 4))):
        new = apply(new, data.draw(changes(new)))
    comparison = compare_resolutions(start, new)
    for found in comparison.rows:
        change = restore_row(comparison, found)
        if change is None:
            continue
        after = apply(new, change)
        assert apply(after, invert(change)) == new
        if len(found.old) == len(found.new) == 1 and found.old[0] in start.positions:
            assert after.paragraph(found.new[0]).text.string == start.text_of(found.old[0]).string
