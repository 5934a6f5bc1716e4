"""Tables, pictures and italics within words stand in plain text so that they are read again."""

from __future__ import annotations

import pytest

from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text
from drafter.read import read_bytes
from drafter.write import text_of

OPENING = (
    Paragraph("p1", Kind.TITLE, Text("Reefs and harbours of small islands")),
    Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,", ((0, 20),))),
    Paragraph("p3", Kind.PREAMBULAR, Text("Recalling its resolutions on reefs,", ((0, 9),))),
    Paragraph("p4", Kind.OPERATIVE, Text("Decides to meet again;", ((0, 7),))),
)


def again(*paragraphs: Paragraph, notes: tuple[Footnote, ...] = ()) -> Resolution:
    text = Resolution((*OPENING, *paragraphs), notes)
    return read_bytes(text_of(text).encode(), "x.txt")


@pytest.mark.parametrize(
    "rows",
    [
        "Section\tAmount\n1.\tPolicy\t12 000\n\t\t\nTotal\t12 000",
        "One cell",
        "Goal 1.  End *all* poverty\n\\ and _hunger_\n(a) not a list",
        "[picture]",
    ],
)
def test_a_table_is_read_again_to_the_character(rows: str) -> None:
    found = again(Paragraph("t", Kind.OPAQUE, Text(rows)))
    assert (found.paragraphs[-1].kind, found.paragraphs[-1].text.string) == (Kind.OPAQUE, rows)
    assert [p.text for p in found.paragraphs[:-1]] == [p.text for p in OPENING]


def test_a_table_that_calls_a_footnote_calls_it_again() -> None:
    rows = Text("Section\tAmount\nPolicy of the year\t12 000", (), (Cue(33, "n1"),))
    found = again(
        Paragraph("t", Kind.OPAQUE, rows), notes=(Footnote("n1", Text("Excludes travel.")),)
    )
    assert [cue.at for cue in found.paragraphs[-1].text.cues] == [33]
    assert found.notes[0].text.string == "Excludes travel."


def test_a_beginning_without_an_end_is_text() -> None:
    found = read_bytes(b"[Table]\n\nThe General Assembly,\n\n    1. Decides to meet.\n", "x.txt")
    assert not found.of_kind(Kind.OPAQUE)
    assert found.of_kind(Kind.OPERATIVE)


def test_italics_that_begin_within_a_word_are_read_again() -> None:
    text = Text("Takes note of the Report on Reefs, vol. I;", ((0, 10), (19, 34)))
    found = again(Paragraph("p5", Kind.OPERATIVE, text))
    assert found.paragraphs[-1].text == text
