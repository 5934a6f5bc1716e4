"""No word of a file is lost: what stands in it stands in what `drafter read --json` gives.

Of all words in the body at most one in two hundred may be missing; footnote numbers are none.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drafter.read import read_bytes, reading_json
from tests.corpus import SHARED, corpus
from tests.fixtures.ooxml.official import docx, paragraph, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
MOST = 0.005


def words(string: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", UNSEEN.sub("", string).replace("\u2011", "-")))


def found(report: dict[str, Any], *, notes: bool) -> Counter[str]:
    """The words of title, masthead and paragraphs with their numbers."""
    said: list[str] = [report["title"]]
    for value in report["masthead"].values():
        said += value if isinstance(value, list) else [str(value or "")]
    for one in report["paragraphs"]:
        said += [one["number"] or "", one["text"]]
    if notes:
        said += [note["text"] for note in report["footnotes"]]
    return words("\n".join(said))


def missing(wanted: Counter[str], report: dict[str, Any], *, notes: bool) -> float:
    return (wanted - found(report, notes=notes)).total() / max(1, wanted.total())


def _shown(element: etree._Element) -> Iterator[str]:
    """The characters of a Word paragraph that are shown in the final text."""
    gone = (f"{W}del", f"{W}moveFrom")
    raised = element.find(f"{W}r/{W}rPr/{W}vertAlign")
    for node in element.iter():
        if node.tag == f"{W}t":
            above = list(node.iterancestors())
            nearest = next(a for a in above if a.tag == f"{W}p")
            align = node.getparent().find(f"{W}rPr/{W}vertAlign")  # type: ignore[union-attr]
            cue = raised is not None and align is not None and (node.text or "").isdigit()
            if nearest is element and not any(a.tag in gone for a in above) and not cue:
                yield node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif node.tag == f"{W}noBreakHyphen":
            yield "-"


def body(data: bytes) -> Counter[str]:
    """The words of the body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return words("\n".join("".join(_shown(p)) for p in root.iter(f"{W}p")))


def _official(folder: str, *ends: str) -> list[Path]:
    return [p for p in sorted((SHARED / "corpus" / folder).glob("*")) if p.suffix in ends]


@pytest.mark.parametrize("path", _official("word", ".DOC", ".docx"), ids=lambda p: p.name)
def test_no_word_of_an_official_word_file_is_lost(path: Path) -> None:
    data = path.read_bytes()
    report = reading_json(read_bytes(data, path.name), path.name)
    assert missing(body(data), report, notes=False) <= MOST


@pytest.mark.parametrize("path", _official("akn", ".xml"), ids=lambda p: p.name)
def test_no_word_of_an_official_xml_file_is_lost(path: Path) -> None:
    data = path.read_bytes()
    root = etree.fromstring(data)
    for element in [*root.iter("{*}authorialNote")]:
        tail = element.tail
        element.clear()
        element.tail = tail
    parts = [*root.iter("{*}preamble", "{*}mainBody", "{*}body", "{*}conclusions")]
    assert parts
    strings = [str(string) for part in parts for string in part.itertext()]
    report = reading_json(read_bytes(data, path.name), path.name)
    assert missing(words(" ".join(strings)), report, notes=False) <= MOST


@pytest.mark.parametrize(
    ("pdf", "xml"),
    [
        ("A_RES_78_226.pdf", "A_RES_78_226-2325984E.xml"),
        ("A_RES_80_228.pdf", "A_RES_80_228-2520946E.xml"),
    ],
)
def test_no_word_of_an_official_pdf_is_lost(pdf: str, xml: str) -> None:
    one, other = (
        reading_json(read_bytes(path.read_bytes(), path.name), path.name)
        for path in (corpus("pdf", pdf), corpus("akn", xml))
    )
    assert missing(found(other, notes=True), one, notes=True) <= MOST


def test_votes_tables_and_lists_are_kept() -> None:
    """What stands beside the paragraphs of a resolution."""
    cell = "<w:tc>" + paragraph(run("1. Overall policy-making")) + "</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
    data = docx(
        paragraph(run("72/191.\tSafe kettles")),
        paragraph(run("The General Assembly,")),
        paragraph(run("\t1.\tUrges all;")), table,
        paragraph(run("\t2.Requests more without a space;")),
        paragraph(run("\t3 .\tDecides with a space too many.")),
        paragraph(run("73rd plenary meeting\n19 December 2017")),
        paragraph(run("Adopted by a recorded vote of 3 to 2, with 1 abstention, as follows:")),
        paragraph(run("In favour: Albania, Andorra, Argentina")),
        paragraph(run("Annex")), paragraph(run("Rule 5")), paragraph(run("\t1.\tBoil.")),
    )  # fmt: skip
    report = reading_json(read_bytes(data, "kettles.docx"), "kettles.docx")
    assert missing(body(data), report, notes=False) == 0
    numbers = [p["number"] for p in report["paragraphs"] if p["kind"] == "operative"]
    assert numbers == ["1", "2", "3", "1"]


@pytest.mark.parametrize(
    ("stated", "symbol"),
    [("A/RES/72/9 B", "A/RES/72/9 B"), ("A/72/L.5", "A/RES/72/9"), ("", "A/RES/72/9")],
)
def test_a_symbol_left_over_in_the_properties_is_not_believed(stated: str, symbol: str) -> None:
    data = docx(
        paragraph(run("72/9.\tSafe kettles")), paragraph(run("The General Assembly,")),
        paragraph(run("\t1.\tUrges all.")), custom={"Symbol1": stated},
    )  # fmt: skip
    assert read_bytes(data, "kettles.docx").masthead.symbol == symbol
