"""read(write(x)) = x for the real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model import Resolution, Text, note_numbers
from drafter.read import read_bytes, read_file
from drafter.write import docx_bytes, text_of
from tests.corpus import SHARED, corpus

OFFICIAL = [
    f"word/{path.name}" for path in sorted((SHARED / "corpus" / "word").glob("*_RES_*.DOC"))
] or ["word/A_RES_72_194__N1746299.DOC"]
AKN = [f"akn/{path.name}" for path in sorted((SHARED / "corpus" / "akn").glob("*8_2*.xml"))] or [
    "akn/A_RES_78_210-2326017E.xml"
]
PRINTED = ["pdf/A_RES_78_226.pdf", "pdf/A_RES_80_228.pdf", "txt/S_RES_1445_2002_EN_GOLD.txt"]
IN_WORDS = [
    "word/A_RES_72_194__N1746299.DOC",
    "word/A_RES_72_195__N1746306.DOC",
    "word/E_RES_2018_14__N1822444.DOC",
    "word/E_RES_2018_16__N1822432.DOC",
    "word/A_RES_72_1__N1730150.DOC",
    "word/A_RES_72_284__N1819880.DOC",
]
"""Word files that are all text: a table has no place in plain text."""
SEEDS = [f"seeds/{path.name}" for path in sorted((SHARED / "corpus" / "seeds").glob("*.txt"))] or [
    "seeds/003_677364301e5402ed.txt"
]


def said(resolution: Resolution) -> list[object]:
    """Paragraphs and notes, notes by their number."""
    order = note_numbers(resolution)

    def named(text: Text) -> Text:
        cues = tuple(
            replace(cue, note=str(order.get(cue.note or "")), typed=None if cue.note else cue.typed)
            for cue in text.cues
        )
        return Text(text.string, text.emphasis, cues)

    notes = sorted(resolution.notes, key=lambda note: order[note.id])
    return [
        *(
            (p.kind, p.level, p.section, p.typed_label, named(p.text))
            for p in resolution.paragraphs
        ),
        *(note.text for note in notes),
    ]


def read(name: str) -> Resolution:
    path: Path = corpus(*name.split("/"))
    return read_file(path)


@pytest.mark.parametrize("name", [*OFFICIAL, *AKN, *PRINTED, *SEEDS])
def test_a_fresh_word_file_reads_back_the_same(name: str) -> None:
    resolution = read(name)
    assert said(read_bytes(docx_bytes(resolution), "x.docx")) == said(resolution)


@pytest.mark.parametrize("name", [*SEEDS, *PRINTED, *IN_WORDS, *AKN])
def test_plain_text_reads_back_the_same(name: str) -> None:
    resolution = read(name)
    assert said(read_bytes(text_of(resolution).encode(), "x.txt")) == said(resolution)
