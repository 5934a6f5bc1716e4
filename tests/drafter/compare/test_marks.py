"""What changed beside the words is found in its place: cues and italics."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.compare.marks import cue_changes, emphasis_changes
from drafter.model import Comparison, Cue, Footnote, Kind, Paragraph, Resolution, Text, apply
from tests.strategies import changes, resolutions

WORDS = "Recalling the reefs and harbours of small islands, and their light,"


def text(*cues: tuple[int, str], italic: int = 0) -> Resolution:
    marks = tuple(Cue(at, note) for at, note in cues)
    words = Text(WORDS, ((0, italic),) if italic else (), marks)
    notes = tuple(
        Footnote(note, Text(f"Resolution {note}.")) for note in dict.fromkeys(n for _, n in cues)
    )
    return Resolution((Paragraph("p1", Kind.PREAMBULAR, words),), notes)


def cues(old: Resolution, new: Resolution) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    comparison = compare_resolutions(old, new)
    return cue_changes(
        [p.text for p in old.paragraphs], [p.text for p in new.paragraphs], comparison.mates
    )


def test_a_cue_that_came_and_one_that_went() -> None:
    one, two = text((19, "n1")), text((19, "n1"), (49, "n2"))
    assert cues(one, two) == ([], [(0, 1)])
    assert cues(two, one) == ([(0, 1)], [])
    assert compare_resolutions(one, two).rows[0].beside == "notes"


def test_a_cue_that_stands_elsewhere_in_the_same_words() -> None:
    assert cues(text((19, "n1")), text((49, "n1"))) == ([(0, 0)], [(0, 0)])


def test_nothing_is_marked_where_nothing_changed() -> None:
    same = text((19, "n1"), (49, "n1"), italic=9)
    assert cues(same, same) == ([], [])
    assert compare_resolutions(same, same).rows[0].beside == ""


def test_italics_that_reach_further() -> None:
    old, new = text(italic=9), text(italic=19)
    row = compare_resolutions(old, new).rows[0]
    assert row.beside == "formatting"
    found = emphasis_changes([old.paragraphs[0].text], [new.paragraphs[0].text], row.words)
    assert found == ([(9, 19)], [(9, 19)])


def test_rows_are_counted_by_what_is_seen() -> None:
    counts = compare_resolutions(text((19, "n1")), text()).shown_counts()
    assert (counts["same"], counts["notes"], counts["formatting"]) == (0, 1, 0)


@given(start=resolutions(), data=st.data())
def test_a_row_says_so_where_there_is_something_to_mark(start: Resolution, data) -> None:
    new = start
    for _ in range(data.draw(st.integers(0, 3))):
        new = apply(new, data.draw(changes(new)))
    comparison: Comparison = compare_resolutions(start, new)
    for row in comparison.paragraph_rows():
        if row.old and row.new:
            before = [start.text_of(i) for i in row.old]
            after = [new.text_of(j) for j in row.new]
            assert row.notes == any(cue_changes(before, after, comparison.mates))
            assert row.formatting == any(emphasis_changes(before, after, row.words))
