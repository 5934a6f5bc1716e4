"""Where each paragraph stands in its file."""

from __future__ import annotations

from drafter.model import Kind, Paragraph, Resolution, Source, Span, Text
from drafter.read import read_bytes
from drafter.read.origins import Origin, origins

TEXT = b"""The General Assembly,

Recalling its resolution 1/1 of
24 January 1946 ,

1. Decides to remain seized of the matter.
"""


def test_a_line_of_a_text_file_is_shown_as_it_stands_there() -> None:
    text = read_bytes(TEXT, "a.txt")
    found = origins(text)
    recalling = next(p for p in text.paragraphs if p.kind is Kind.PREAMBULAR)
    assert found[recalling.id] == Origin(
        "lines 3–4", ("Recalling its resolution 1/1 of", "24 January 1946 ,")
    )


def test_other_formats_say_page_or_paragraph() -> None:
    def place(*spans: Span) -> str:
        source = Source("a", "pdf", spans={"p1": spans})
        text = Resolution((Paragraph("p1", Kind.PLAIN, Text("one two")),), source=source)
        return origins(text)["p1"].place

    assert place(Span(0, 3, "p2.4", 0), Span(4, 7, "p2.5", 0)) == "page 2, lines 5–6"
    assert place(Span(0, 3, "p2.4", 0), Span(4, 7, "p3.0", 0)) == "page 2, line 5; page 3, line 1"
    assert place(Span(0, 3, "b12", 0)) == "paragraph 12"


def test_without_a_file_nothing_is_said() -> None:
    assert origins(Resolution((Paragraph("p1", Kind.PLAIN, Text("one")),))) == {}
