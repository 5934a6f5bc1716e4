"""Tables come and go as tracked rows; what cannot be carried is said; endnotes are tracked too."""

from __future__ import annotations

from dataclasses import replace

from drafter.compare import compare_resolutions
from drafter.model import Kind, Resolution, Text, apply, reword
from drafter.ooxml.package import Package
from drafter.ooxml.resolve import accept_all, reject_all
from drafter.read import read_bytes
from drafter.write import build_tracked
from tests.drafter.write.judge import judged
from tests.drafter.write.said import paragraphs
from tests.fixtures.ooxml.official import (
    R,
    W,
    again,
    cue,
    docx,
    italic,
    note,
    paragraph,
    resolution_docx,
    run,
)

OLD = read_bytes(resolution_docx(), "old.docx")


def cell(string: str) -> str:
    return f"<w:tc><w:tcPr/>{paragraph(run(string))}</w:tc>"


def tabled(count: str = "12", *, behind: bool = True) -> Resolution:
    """A text with a table of rivers."""
    rows = "".join(
        f"<w:tr>{cell(river)}{cell(number)}</w:tr>"
        for river, number in (("Arn", count), ("Bel", "3"))
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    last = paragraph(run("\t2.\t"), italic("Decides"), run(" to count them again."))
    data = docx(
        paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
        paragraph(run("\t"), italic("The General Assembly"), run(",")),
        paragraph(run("\t1.\t"), italic("Takes note"), run(" of the bridges by river:")),
        table,
        *([last] if behind else ()),
    )
    return read_bytes(data, "tabled.docx")


def seen(resolution: Resolution) -> list[tuple[Kind, str]]:
    return [(p.kind, p.text.string) for p in resolution.paragraphs]


def held(old: Resolution, new: Resolution) -> tuple[str, ...]:
    """The report's sentences; accepting and rejecting are held to the two texts."""
    data, report = build_tracked(compare_resolutions(old, new), author="A")
    assert seen(read_bytes(reject_all(data), "old.docx")) == seen(old)
    if not report.sentences:
        assert seen(read_bytes(accept_all(data), "new.docx")) == seen(new)
    return report.sentences


def test_a_table_that_only_the_new_text_has_comes_in_rows() -> None:
    assert any(p.kind is Kind.OPAQUE for p in tabled().paragraphs)
    assert held(OLD, tabled()) == ()
    assert held(OLD, tabled(behind=False)) == ()


def noted(count: str = "12") -> Resolution:
    """A table whose cells call a note, and the text behind it which calls that note again."""
    cells = (
        f"<w:tr><w:tc><w:tcPr/>{paragraph(run('Arn'), cue(1, '_Ref1'))}</w:tc>{cell(count)}</w:tr>"
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{cells}</w:tbl>"
    return read_bytes(
        docx(
            paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
            paragraph(run("\t"), italic("The General Assembly"), run(",")),
            paragraph(run("\t1.\t"), italic("Takes note"), run(" of the bridges by river:")),
            table,
            paragraph(
                run("\t2.\t"), italic("Decides"), run(" to count them again."), again("_Ref1", "1")
            ),
            notes=note(1, run("As counted in spring.")),
        ),
        "noted.docx",
    )


def test_a_table_calls_its_notes_in_the_file_it_comes_to() -> None:
    new = noted()
    data, report = build_tracked(compare_resolutions(OLD, new), author="A")
    assert report.sentences == ()
    found = judged(data, "accept")
    assert found.notes == ["As counted in spring."]
    called = [(p.text, [words for _, words in p.cues]) for p in found.paragraphs if p.cues]
    assert called == [
        ("Arn", ["As counted in spring."]),
        ("\t2.\tDecides to count them again.", ["As counted in spring."]),
    ]
    assert found.faults == []
    assert OLD.source is not None
    assert judged(data, "reject").notes == judged(OLD.source.data, "none").notes
    assert seen(read_bytes(accept_all(data), "new.docx")) == seen(new)


def test_a_table_with_notes_that_changed_goes_and_comes_with_them() -> None:
    assert held(noted(), noted("14")) == ()
    assert held(noted(), tabled()) == ()
    data, _ = build_tracked(compare_resolutions(noted(), noted("14")), author="A")
    assert judged(data, "accept").notes == judged(data, "reject").notes


def test_a_table_that_is_gone_goes_in_rows() -> None:
    assert held(tabled(), OLD) == ()


def test_a_table_that_changed_goes_and_comes() -> None:
    assert held(tabled(), tabled("14")) == ()


def test_what_cannot_be_carried_is_said() -> None:
    (sentence,) = held(OLD, replace(tabled(), source=None))
    assert "plain text" in sentence and "Word file" in sentence and "Arn" in sentence
    (sentence,) = held(tabled(), replace(tabled("14"), source=None))
    assert "left as it was" in sentence


def test_an_endnote_is_edited_in_place() -> None:
    called = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="2"/></w:r>'
    )
    note = (
        '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>' + run(" See the census of bridges.")
        + "</w:p></w:endnote>"
    )  # fmt: skip
    data = docx(
        paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
        paragraph(run("\t"), italic("The General Assembly"), run(",")),
        paragraph(run("\t1.\t"), italic("Urges"), run(" all to count their bridges."), called),
    )
    package = Package(data)
    relations = package.read("word/_rels/document.xml.rels").decode()
    data = package.with_parts(
        {
            "word/endnotes.xml": f'<w:endnotes xmlns:w="{W}">{note}</w:endnotes>'.encode(),
            "word/_rels/document.xml.rels": relations.replace(
                "</Relationships>",
                f'<Relationship Id="rIdE" Type="{R}/endnotes" Target="endnotes.xml"/>'
                "</Relationships>",
            ).encode(),
        }
    )
    old = read_bytes(data, "old.docx")
    (found,) = old.notes
    at = found.text.string.index("census")
    new = apply(old, reword(old, found.id, at, at + 6, "count"))
    out, report = build_tracked(compare_resolutions(old, new), author="A")
    assert report.sentences == ()
    assert paragraphs(accept_all(out))[1] == ["See the count of bridges."]
    assert paragraphs(reject_all(out))[1] == ["See the census of bridges."]
    assert found.text == Text(found.text.string)
