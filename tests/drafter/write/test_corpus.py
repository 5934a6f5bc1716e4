"""read(write(x)) = x for the real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model import Resolution, Text, note_numbers
from drafter.read import read_bytes, read_file
from drafter.write import docx_bytes, text_of
from tests.corpus import SHARED, corpus

FOLDER = SHARED / "corpus"


def files(*folders: str, usual: str) -> list[str]:
    """The files of some folders of the corpus; where it is not there, one that will be missed."""
    found = [
        f"{folder}/{path.name}"
        for folder in folders
        for path in sorted((FOLDER / folder).glob("*"))
        if path.is_file()
    ]
    return found or [usual]


EVERY = files("word", "akn", "pdf", "txt", "seeds", usual="word/A_RES_72_194__N1746299.DOC")


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


@pytest.mark.parametrize("name", EVERY)
def test_a_fresh_word_file_reads_back_the_same(name: str) -> None:
    resolution = read(name)
    assert said(read_bytes(docx_bytes(resolution), "x.docx")) == said(resolution)


@pytest.mark.parametrize("name", EVERY)
def test_plain_text_reads_back_the_same(name: str) -> None:
    resolution = read(name)
    assert said(read_bytes(text_of(resolution).encode(), "x.txt")) == said(resolution)
