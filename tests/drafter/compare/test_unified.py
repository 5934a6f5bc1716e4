"""The reading view shows every word of both texts once, in one text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.compare.unified import BREAK, GAP, CueMark, unified
from drafter.model import (
    Comparison,
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Piece,
    Resolution,
    Row,
    SplitParagraph,
    Text,
    apply,
    note_numbers,
)
from tests.strategies import changes, resolutions


def shown(comparison: Comparison, op: str) -> list[str]:
    """Each paragraph without what went (or, for "-", what came), emptied ones left out."""
    found = unified(comparison)
    texts: list[str] = []
    for paragraph in found.text.paragraphs:
        string = paragraph.text.string
        stretches = found.stretches[paragraph.id]
        parted = {
            before.end
            for before, after in pairwise(stretches)
            if (before.op, after.op) == ("-", "+") and after.start == before.end + len(GAP)
            if string[before.end : after.start] == GAP
        }
        for stretch in reversed(stretches):
            end = stretch.end + (len(GAP) if stretch.end in parted else 0)
            kept = string[stretch.start : stretch.end] if stretch.op == op else ""
            string = string[: stretch.start] + kept + string[end:]
        texts += string.replace(f"{BREAK}\n", "\n").split("\n")
    return sorted(t for t in texts if t)


def whole(text: Resolution) -> list[str]:
    every = [*(p.text.string for p in text.paragraphs), *(n.text.string for n in text.notes)]
    return sorted(line for s in every for line in s.split("\n") if line)


def in_new_form(comparison: Comparison, lines: list[str]) -> list[str]:
    """Lines of the old text as the view can show them: a space at an end and the form of quotes
    are no difference, and where they differ stand as the new text has them."""
    if not any(piece.kind == "typography" for row in comparison.rows for piece in row.words):
        return lines
    plain = (line.translate({ord("“"): '"', ord("”"): '"'}).strip() for line in lines)
    return sorted(line for line in plain if line)


@given(start=resolutions(), data=st.data())
def test_both_texts_can_be_read_out_of_it(start: Resolution, data) -> None:
    new = start
    for _ in range(data.draw(st.integers(0, 4))):
        new = apply(new, data.draw(changes(new)))
    comparison = compare_resolutions(start, new)
    was, stands = whole(start), shown(comparison, "-")
    assert in_new_form(comparison, stands) == in_new_form(comparison, was)
    assert shown(comparison, "+") == whole(new)


def test_a_space_that_comes_at_an_end_is_no_difference() -> None:
    words = "the the Recalling naïve “deltas” the"
    old = Resolution((Paragraph("p1", Kind.PREAMBULAR, Text(words)),))
    new = apply(old, SplitParagraph("p1", 33, Paragraph("p2", Kind.PREAMBULAR, Text("the"))))
    comparison = compare_resolutions(old, new)
    assert shown(comparison, "-") == [f"{words} "], "in the form of the new text"
    assert shown(comparison, "+") == whole(new)


def test_a_word_that_went_and_one_that_came_do_not_touch() -> None:
    words = "Recalling {} on the reefs and harbours of small islands,"
    old, new = (
        Resolution((Paragraph("p1", Kind.PREAMBULAR, Text(words.format(symbol))),))
        for symbol in ("68/187", "70/177")
    )
    found = unified(compare_resolutions(old, new)).text.paragraphs[0].text.string
    assert found == words.format(f"68/187{GAP}70/177")


def test_cues_that_went_and_came_are_told_in_words_that_stayed() -> None:
    words = "Recalling the reefs and harbours of small islands,"
    notes = {key: Footnote(key, Text(f"Resolution {key}.")) for key in ("n1", "n2", "n3")}

    def text(*cues: tuple[int, str]) -> Resolution:
        marked = Text(words, cues=tuple(Cue(at, note) for at, note in cues))
        called = tuple(notes[note] for _, note in cues)
        return Resolution((Paragraph("p1", Kind.PREAMBULAR, marked),), called)

    found = unified(compare_resolutions(text((9, "n1"), (19, "n2")), text((19, "n2"), (32, "n3"))))
    shown = found.text.paragraphs[0].text.cues
    assert [(cue.at, cue.note, cue.typed) for cue in shown] == [
        (9, "-n1", "1"), (19, "n2", None), (32, "n3", None),
    ]  # fmt: skip
    assert found.cues == {"p1": (CueMark(9, 0, False), CueMark(32, 0, True))}
    assert note_numbers(found.text) == {"n2": 1, "n3": 2}, "as in the new text"


def test_numbers_are_the_new_ones_and_those_of_what_is_gone() -> None:
    old = Resolution(
        tuple(Paragraph(f"p{i}", Kind.OPERATIVE, Text(s)) for i, s in enumerate("abc", 1))
    )
    new = Resolution((old.paragraphs[0], old.paragraphs[2]))
    rows = (
        Row(("p1",), ("p1",), "same", words=(Piece("=", "a"),)),
        Row(("p2",), (), "deleted", words=(Piece("-", "b"),)),
        Row(("p3",), ("p3",), "same", words=(Piece("=", "c"),)),
    )
    found = unified(Comparison(old, new, rows))
    assert [p.typed_label for p in found.text.paragraphs] == ["1", "2", "2"]
    assert [s.op for s in found.stretches["-p2"]] == ["-"]
