"""What a person relies on in a fresh Word file."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter.errors import UnwritableFile
from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text
from drafter.write import build_docx, docx_bytes, write_docx
from tests.corpus import shared

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "write"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def normalised(xml: str) -> str:
    parser = etree.XMLParser(remove_blank_text=True)
    return etree.tostring(etree.fromstring(xml.encode(), parser), pretty_print=True).decode()


@pytest.mark.parametrize("form", ["adopted", "draft"])
@pytest.mark.parametrize("name", ["document", "footnotes", "header3"])
def test_the_parts_stay_as_they_were(form: str, name: str, request: pytest.FixtureRequest) -> None:
    """Golden files; a change on purpose is written with DRAFTER_GOLDEN=1 and read in the diff."""
    resolution: Resolution = request.getfixturevalue(form)
    found = normalised(part(docx_bytes(resolution), f"word/{name}.xml"))
    golden = FIXTURES / f"{form}_{name}.xml"
    if os.environ.get("DRAFTER_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")


def test_the_same_text_gives_the_same_bytes(adopted: Resolution) -> None:
    assert docx_bytes(adopted) == docx_bytes(adopted)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("form", ["adopted", "draft"])
def test_word_would_open_it(
    form: str, paper: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    target = tmp_path / "out.docx"
    resolution: Resolution = request.getfixturevalue(form)
    assert write_docx(resolution, target, paper=paper).sentences == ()  # pyright: ignore[reportArgumentType]
    tool = shared("tools", "validate_docx.py")
    done = subprocess.run([sys.executable, tool, target], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_another_reader_sees_the_paragraphs(adopted: Resolution) -> None:
    document = docx.Document(io.BytesIO(docx_bytes(adopted)))
    lines = [p.text.strip("\t") for p in document.paragraphs if p.text.strip()]
    assert lines[0] == "Seventy-fifth session"
    assert lines[1] == "Agenda item 19 (c)"
    assert "75/399.\tQuiet harbours & slow rivers" in lines
    assert "1.\tUrges States to give in-kind support;2" not in lines
    assert "(i)\tIn spring;" in lines
    assert "2 bis.\tDecides to come back to it." in lines
    first = document.sections[0].first_page_header
    assert first.tables[0].rows[0].cells[-1].text == "A/RES/75/399"
    assert document.core_properties.title == "Quiet harbours & slow rivers"
    assert document.core_properties.language == "en-GB"


def test_a_draft_looks_like_a_draft(draft: Resolution) -> None:
    data = docx_bytes(draft)
    masthead = part(data, "word/header3.xml")
    assert "Distr.: Limited" in masthead
    assert "Original: English" in masthead
    assert "30 October 2020" in masthead
    body = part(data, "word/document.xml")
    assert "Second Committee" in body
    assert "Sustainable development: rivers" in body
    assert "75/399" not in body


def test_an_adopted_text_says_when_it_was_issued(adopted: Resolution) -> None:
    masthead = part(docx_bytes(adopted), "word/header3.xml")
    assert "Distr.: General" in masthead
    assert "24 March 2021" in masthead
    assert "Original" not in masthead


def test_a_repeated_cue_refers_to_the_first(adopted: Resolution) -> None:
    body = part(docx_bytes(adopted), "word/document.xml")
    assert body.count("footnoteReference w:id=") == 2
    bookmark = re.search(r'bookmarkStart w:id="1" w:name="(\w+)"', body)
    assert bookmark
    assert f" NOTEREF {bookmark[1]} \\h " in body


def test_nothing_is_dropped_silently(adopted: Resolution) -> None:
    table = Paragraph("p90", Kind.OPAQUE, Text("Scale of assessments"))
    bell = Paragraph("p91", Kind.PLAIN, Text("a\x07b"))
    lost = Footnote("n9", Text("Never called."))
    data, report = build_docx(
        replace(
            adopted,
            paragraphs=(*adopted.paragraphs, table, bell),
            notes=(*adopted.notes, lost),
        )
    )
    assert len(report.sentences) == 3
    assert any("Scale of assessments" in sentence for sentence in report.sentences)
    assert any("Never called." in sentence for sentence in report.sentences)
    assert "ab" in part(data, "word/document.xml")


def test_a_lost_note_keeps_its_mark(adopted: Resolution) -> None:
    lost = Paragraph("p92", Kind.PLAIN, Text("As was said", (), (Cue(11, None, "23"),)))
    body = part(docx_bytes(replace(adopted, paragraphs=(lost,))), "word/document.xml")
    assert '<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">23</w:t>' in body


def test_an_empty_text_is_a_file_all_the_same(tmp_path: Path) -> None:
    write_docx(Resolution(), tmp_path / "empty.docx")
    assert docx.Document(str(tmp_path / "empty.docx")).paragraphs


def test_what_stood_there_stays_when_writing_fails(adopted: Resolution, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        write_docx(adopted, tmp_path / "no folder" / "out.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_very_long_title_is_kept_where_it_counts(adopted: Resolution) -> None:
    title = replace(adopted.paragraphs[2], text=Text("Quiet harbours " * 20 + "and rivers"))
    data = docx_bytes(replace(adopted, paragraphs=(title,), notes=()))
    assert "and rivers" in part(data, "word/document.xml")
    assert "and rivers" in part(data, "docProps/custom.xml")
    assert len(docx.Document(io.BytesIO(data)).core_properties.title) == 255


def test_python_docx_waits_until_a_file_is_made() -> None:
    """It takes longer to import than many texts take to open."""
    code = "import sys, drafter.workflow, drafter.write; sys.exit('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False)
    assert done.returncode == 0


def test_a_cited_symbol_links_to_its_document(adopted: Resolution) -> None:
    data = docx_bytes(adopted)
    body = part(data, "word/document.xml")
    link = re.search(r'<w:hyperlink r:id="(\w+)"[^>]*>.{0,120}74/390', body)
    assert link
    targets = part(data, "word/_rels/document.xml.rels")
    assert f'Id="{link[1]}"' in targets
    assert "https://undocs.org/A/RES/74/390" in targets
    assert "69/283" in part(data, "word/_rels/footnotes.xml.rels")


def test_headings_keep_their_depth_and_parts_their_letter(adopted: Resolution) -> None:
    speaker = Text("The General Assembly,", ((0, 20),))
    paragraphs = (
        Paragraph("p1", Kind.TITLE, Text("Rivers")),
        Paragraph("p2", Kind.TITLE, Text("Banks"), section="A"),
        Paragraph("p3", Kind.SPEAKER, speaker, section="A"),
        Paragraph("p4", Kind.HEADING, Text("Follow-up"), 2, section="A"),
        Paragraph("p5", Kind.HEADING, Text("In detail", ((0, 2),)), 3, section="A"),
        Paragraph("p6", Kind.PREAMBULAR, Text("Noting it,"), section="A", typed_label="PP1 alt"),
        Paragraph("p7", Kind.SPEAKER, speaker, section="B"),
    )
    data = docx_bytes(replace(adopted, paragraphs=paragraphs, notes=()))
    document = docx.Document(io.BytesIO(data))
    lines = {p.text.strip("\t"): p.style.name for p in document.paragraphs if p.style}
    assert lines["Follow-up"] == "_ H_2/3"
    assert lines["In detail"] == "_ H_4"
    assert lines["A"] == lines["B"] == "__Single Txt"
    assert "PP1 alt\tNoting it," in lines
    detail = next(p for p in document.paragraphs if p.text.endswith("In detail"))
    assert [(r.text, r.italic) for r in detail.runs if r.text.strip()] == [
        ("In", True),
        (" detail", False),
    ]


def test_a_recommended_text_is_set_in_by_a_step(adopted: Resolution) -> None:
    outer = Paragraph("p1", Kind.SPEAKER, Text("The Economic and Social Council"), section="OUTER")
    inner = Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,"))
    body = part(
        docx_bytes(replace(adopted, paragraphs=(outer, inner), notes=())), "word/document.xml"
    )
    assert body.index("The Economic") < body.index('w:left="1742"') < body.index("Assembly,")


def test_notes_are_numbered_in_the_order_of_their_calls_those_about_the_document_too(
    adopted: Resolution,
) -> None:
    """LibreOffice shows the words of another note where ids do not go up."""
    starred = replace(
        adopted, masthead=replace(adopted.masthead, document_notes=("Reissued.", "Not edited."))
    )
    data = docx_bytes(starred)
    called = re.findall(
        r"<w:footnoteReference [^>]*w:id=\"(\d+)\"", part(data, "word/document.xml")
    )
    assert called == [str(n) for n in range(1, len(adopted.notes) + 3)]
    listed = re.findall(r"<w:footnote [^>]*w:id=\"(\d+)\"", part(data, "word/footnotes.xml"))
    assert [n for n in listed if int(n) > 0] == called
    shown = re.findall(
        r"NOTEREF _Ref0*(\d+).*?<w:t[^>]*>(\d+)</w:t>", part(data, "word/document.xml")
    )
    assert shown and all(int(note) - 2 == int(number) for note, number in shown)


@pytest.mark.parametrize("kind", [Kind.CHAPEAU, Kind.TITLE, Kind.SPEAKER])
def test_the_first_paragraph_stands_off_the_lines_of_the_session(kind: Kind) -> None:
    text = Resolution(
        (
            Paragraph("p1", kind, Text("The Council recommends the following draft resolution:")),
            Paragraph("p2", Kind.PREAMBULAR, Text("Recalling tea,")),
        )
    )
    first, second = docx.Document(io.BytesIO(docx_bytes(text))).paragraphs[1:3]
    before = first.paragraph_format.space_before
    assert before is not None and before.pt == 18
    assert second.paragraph_format.space_before is None
