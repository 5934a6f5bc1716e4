"""Tables, pictures, italics and what looks damaged stand in plain text so as to be read again."""

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


@pytest.mark.parametrize(
    "part",
    [
        Paragraph("p5", Kind.OPERATIVE, Text("Urges all States to count their reefs;")),
        Paragraph("p5", Kind.CLOSING, Text("73rd plenary meeting\n20 December 2018")),
    ],
    ids=lambda part: part.kind.value,
)
def test_italics_that_are_not_there_are_not_put_there(part: Paragraph) -> None:
    found = again(part)
    assert [p.text for p in found.paragraphs] == [*(p.text for p in OPENING), part.text]


def test_a_line_that_looks_as_if_it_went_on_is_a_paragraph_of_its_own() -> None:
    parts = (
        Paragraph("p5", Kind.OPERATIVE, Text("Urges States to phase out subsidies", ((0, 5),))),
        Paragraph("p6", Kind.PLAIN, Text("* The forum of the Framework Convention is meant.")),
    )
    found = again(*parts)
    assert [(p.kind, p.text) for p in found.paragraphs[-2:]] == [(p.kind, p.text) for p in parts]


def test_an_asterisk_at_the_end_is_no_italics() -> None:
    found = again(Paragraph("p5", Kind.HEADING, Text("Goal 13. Combat climate change*"), 1))
    assert found.paragraphs[-1].text == Text("Goal 13. Combat climate change*")


def test_a_second_text_behind_a_closing_keeps_its_speaker() -> None:
    closing = Text("73rd plenary meeting\n20 December 2018", ((0, 37),))
    parts = (
        Paragraph("p5", Kind.CLOSING, closing),
        Paragraph("p6", Kind.HEADING, Text("Decision 2/CMA.3"), 1, "2"),
        Paragraph("p7", Kind.TITLE, Text("Tides and what becomes of them"), 0, "2"),
        Paragraph("p8", Kind.SPEAKER, Text("The General Assembly,", ((0, 20),)), 0, "2"),
        Paragraph("p9", Kind.OPERATIVE, Text("Decides to meet again.", ((0, 7),)), 0, "2"),
    )
    found = again(*parts).paragraphs[-5:]
    assert [(p.kind, p.section, p.text) for p in found] == [
        (p.kind, p.section, p.text) for p in parts
    ]
