"""New paragraphs are seen as what they are: titles, headings, closings, letters of parts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from drafter.compare import compare_resolutions
from drafter.model import Kind, Paragraph, Resolution, Text, numbers
from drafter.ooxml.resolve import accept_all, reject_all
from drafter.read import read_bytes
from drafter.write import tracked_bytes
from tests.fixtures.ooxml.official import docx, italic, paragraph, resolution_docx, run

OLD = read_bytes(resolution_docx(), "old.docx")


def accepted(old: Resolution, new: Resolution) -> Resolution:
    """The new text as read from the file with all changes accepted; rejecting is held to too."""
    data = tracked_bytes(
        compare_resolutions(old, new), author="A", date=dt.datetime(2026, 5, 4, 9, 30)
    )
    assert seen(read_bytes(reject_all(data), "old.docx")) == seen(old)
    return read_bytes(accept_all(data), "new.docx")


def seen(resolution: Resolution) -> list[tuple[Kind, str, str, str | None]]:
    """Kind, section, words and number of every paragraph."""
    number = numbers(resolution)
    return [(p.kind, p.section, p.text.string, number.get(p.id)) for p in resolution.paragraphs]


def added(*paragraphs: Paragraph, behind: int | None = None) -> Resolution:
    """The old text with more paragraphs at its end, or behind the one at a place."""
    at = len(OLD.paragraphs) if behind is None else behind + 1
    return replace(OLD, paragraphs=(*OLD.paragraphs[:at], *paragraphs, *OLD.paragraphs[at:]))


def test_a_heading_a_closing_and_an_annex_come_as_what_they_are() -> None:
    closing = Text("70th plenary meeting\n22 December 2015", ((0, 37),))
    new = added(
        Paragraph("x2", Kind.CLOSING, closing),
        Paragraph("x3", Kind.HEADING, Text("Annex"), 1, "ANNEX"),
        Paragraph("x4", Kind.TITLE, Text("List of mountain rivers"), 0, "ANNEX"),
        Paragraph("x5", Kind.OPERATIVE, Text("The rivers are those of the north."), 0, "ANNEX"),
    )
    new = replace(new, masthead=replace(new.masthead, symbol="A/RES/72/901"))
    found = accepted(OLD, new)
    assert seen(found) == seen(new)
    assert found.masthead.symbol == "A/RES/72/901"


def test_a_heading_between_operative_paragraphs() -> None:
    at = next(i for i, p in enumerate(OLD.paragraphs) if p.kind is Kind.OPERATIVE)
    new = added(Paragraph("x1", Kind.HEADING, Text("Bridges of stone"), 1), behind=at)
    assert seen(accepted(OLD, new)) == seen(new)


def lettered() -> bytes:
    """A resolution in two parts."""

    def part(letter: str, name: str) -> tuple[str, ...]:
        return (
            paragraph(run(f"\t{letter}"), style="TitleH1"),
            paragraph(run(f"\t{name} of mountain rivers"), style="TitleH1"),
            paragraph(run("\t"), italic("The General Assembly"), run(",")),
            paragraph(run("\t1.\t"), italic("Takes note"), run(f" of the {name.lower()};")),
            paragraph(run("\t2.\t"), italic("Decides"), run(" to count them again.")),
        )

    return docx(
        paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
        *part("A", "Bridges"),
        *part("B", "Fords"),
    )


def test_the_letters_of_parts_go_and_come_with_their_parts() -> None:
    parts = read_bytes(lettered(), "parts.docx")
    assert {p.section for p in parts.paragraphs} == {"", "A", "B"}
    assert seen(accepted(parts, OLD)) == seen(OLD)
    assert seen(accepted(OLD, parts)) == seen(parts)


def test_the_letter_of_a_part_that_stays_is_not_touched() -> None:
    parts = read_bytes(lettered(), "parts.docx")
    fewer = replace(parts, paragraphs=parts.paragraphs[:-1])
    data = tracked_bytes(compare_resolutions(parts, fewer), author="A")
    assert seen(read_bytes(accept_all(data), "new.docx")) == seen(fewer)


def test_an_operative_paragraph_without_a_number_leaves_the_list() -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    old = read_bytes(
        docx(
            paragraph(run("Safe crossing of mountain rivers"), style="TitleH1"),
            paragraph(italic("The General Assembly"), run(",")),
            paragraph(italic("Urges"), run(" all to count their bridges;"), properties=listed),
            paragraph(italic("Decides"), run(" to come back to it."), properties=listed),
            numbering=levels,
        ),
        "old.docx",
    )
    assert list(numbers(old).values()) == ["1", "2"]
    only = Paragraph("x1", Kind.OPERATIVE, Text("Welcomes the report.", ((0, 8),)), 0, "", "")
    new = replace(old, paragraphs=(*old.paragraphs[:2], only))
    assert seen(accepted(old, new)) == seen(new)
    kept = replace(old.paragraphs[2], typed_label="")
    new = replace(old, paragraphs=(*old.paragraphs[:2], kept))
    assert seen(accepted(old, new)) == seen(new)
