"""A comparison kept up to date while a person types."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import Comparer, compare_resolutions
from drafter.model import (
    Cue,
    Footnote,
    Paragraph,
    Text,
    apply,
)
from tests import strategies
from tests.drafter.compare.texts import SUBJECTS, renamed, resolution, things


@given(st.data())
@settings(max_examples=40)
def test_kept_up_to_date_it_says_what_it_would_say_anew(data: st.DataObject) -> None:
    """Words and flags; which paragraphs belong together may be kept while a person types."""
    old = data.draw(strategies.resolutions())
    comparer = Comparer(old, old)
    now = old
    for _ in range(data.draw(st.integers(1, 5))):
        now = apply(now, data.draw(strategies.changes(now)))
        kept = comparer.update(now)
        assert sorted(k for row in kept.rows for k in row.old) == things(old)
        assert sorted(k for row in kept.rows for k in row.new) == things(now)
        anew = {(row.old, row.new): row for row in compare_resolutions(old, now).rows}
        links = {(row.old, row.new) for row in kept.rows}
        for row in kept.rows:
            other = anew.get((row.old, row.new))
            if other is not None:
                assert (row.words, row.change) == (other.words, other.change)
                assert (row.formatting, row.renumbered) == (other.formatting, other.renumbered)
            if links == set(anew):
                assert other is not None
                assert (row.moved, row.notes) == (other.moved, other.notes)


def test_typing_in_one_paragraph_changes_one_row() -> None:
    old = resolution()
    comparer = Comparer(old, renamed(old))
    before = comparer.comparison
    new = before.new
    p = new.paragraphs[4]
    words = p.text.string.replace("provide", "offer")
    typed = replace(
        new, paragraphs=(*new.paragraphs[:4], replace(p, text=Text(words)), *new.paragraphs[5:])
    )
    after = comparer.update(typed)
    different = [b for a, b in zip(before.rows, after.rows, strict=True) if a is not b]
    assert [(row.new, row.change) for row in different] == [(("q4",), "edited")]
    assert after.rows == compare_resolutions(old, typed).rows or [
        (r.old, r.new, r.change, r.words) for r in after.rows
    ] == [(r.old, r.new, r.change, r.words) for r in compare_resolutions(old, typed).rows]


def test_a_paragraph_split_while_writing_is_a_split() -> None:
    old = resolution()
    now = renamed(old)
    comparer = Comparer(old, now)
    p = now.paragraphs[3]
    cut = p.text.string.index(", in close")
    first, second = p.text.cut(cut)
    halves = (replace(p, text=first), Paragraph("fresh", p.kind, second))
    now = replace(now, paragraphs=(*now.paragraphs[:3], *halves, *now.paragraphs[4:]))
    row = comparer.update(now).by_new["fresh"]
    assert (row.old, row.new, row.change) == (("p3",), ("q3", "fresh"), "split")
    assert [r.renumbered for r in comparer.comparison.rows][4:] == [True] * 8


def test_a_new_paragraph_is_followed_letter_by_letter() -> None:
    old = resolution()
    comparer = Comparer(old, renamed(old))
    now = comparer.comparison.new
    written = "Welcomes the opening of a museum of lighthouses;"
    for size in (0, 1, 9, 20, len(written)):
        fresh = Paragraph("fresh", old.paragraphs[0].kind, Text(written[:size]))
        there = [p for p in now.paragraphs if p.id != "fresh"]
        now = replace(now, paragraphs=(*there[:5], fresh, *there[5:]))
        row = comparer.update(now).by_new["fresh"]
        assert (row.change, "".join(p.text for p in row.words)) == ("inserted", written[:size])


def test_a_note_being_written_changes_its_row() -> None:
    old = resolution()
    first = old.paragraphs[0]
    called = replace(first, text=replace(first.text, cues=(Cue(8, "n1"),)))
    old = replace(
        old, paragraphs=(called, *old.paragraphs[1:]), notes=(Footnote("n1", Text("A/72/1.")),)
    )
    comparer = Comparer(old, old)
    now = replace(old, notes=(Footnote("n1", Text("A/72/10.")),))
    row = comparer.update(now).by_new["n1"]
    assert (row.change, row.words) == ("edited", compare_resolutions(old, now).by_new["n1"].words)


def test_in_a_long_text_only_what_changed_is_paired_again() -> None:
    many = [f"{subject} in region {name}" for name in "ABCDEFGH" for subject in SUBJECTS]
    old = resolution(*many)
    comparer = Comparer(old, renamed(old))
    now = comparer.comparison.new
    moved = (*now.paragraphs[:10], *now.paragraphs[11:], now.paragraphs[10])
    now = replace(now, paragraphs=moved)
    assert [row.new for row in comparer.update(now).rows if row.moved] == [("q10",)]
    p = now.paragraphs[40]
    first, second = p.text.cut(len(p.text) // 2)
    halves = (replace(p, text=first), replace(p, id="half", text=second))
    now = replace(now, paragraphs=(*now.paragraphs[:40], *halves, *now.paragraphs[41:]))
    after = comparer.update(now)
    assert after.by_new["half"].new == (p.id, "half")
    assert after.by_new["half"].change == "split"
    anew = compare_resolutions(old, now)
    assert [(r.old, r.new, r.words) for r in after.rows] == [
        (r.old, r.new, r.words) for r in anew.rows
    ]
    assert [(r.moved, r.renumbered) for r in after.rows] == [
        (r.moved, r.renumbered) for r in anew.rows
    ]
