"""LibreOffice accepts all to the new text and rejects all to the old one, footnotes included."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import draft as drafts
from drafter import workflow
from drafter.edit import notes as note_commands
from drafter.edit import structure
from drafter.model import (
    Change,
    Cue,
    DeleteParagraph,
    Footnote,
    InsertParagraph,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    Text,
    apply,
    reword,
)
from drafter.read import read_bytes, read_file
from drafter.resources import sample_folder
from tests.corpus import corpus
from tests.drafter.write.first_notes import as_read, calling, with_notes
from tests.drafter.write.libreoffice import Action, decided, soffice
from tests.drafter.write.said import paragraphs, said, words
from tests.fixtures.ooxml.official import resolution_docx


def judge(folder: Path, old: Resolution, *new: Resolution) -> None:
    """Hold LibreOffice's decisions on the tracked file of each new text to both texts."""
    soffice()
    assert old.source is not None
    tracked = [workflow.tracked_bytes(old, text, author="A. Delegate") for text in new]
    jobs: list[tuple[Action, bytes]] = [("none", old.source.data)]
    for data in tracked:
        jobs += [("accept", data), ("reject", data)]
    official, *saved = decided(folder, jobs)
    for i, text in enumerate(new):
        accepted, rejected = saved[2 * i : 2 * i + 2]
        assert filled(rejected) == filled(official)
        assert said(accepted) == words(text)


def filled(data: bytes) -> tuple[list[str], list[str]]:
    """Paragraphs and notes. LibreOffice (7.4) leaves an empty line where it takes a whole
    paragraph away."""
    body, notes = paragraphs(data)
    return [string for string in body if string.strip()], notes


def changed(resolution: Resolution, *changes: Change | None) -> Resolution:
    for change in changes:
        assert change is not None
        resolution = apply(resolution, change)
    return resolution


def edits(old: Resolution) -> Resolution:
    """Words, a split, a move, a note that comes and one that goes."""
    body = [p for p in old.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    first, second, last = body[0], body[1], body[-1]
    new = changed(old, reword(old, last.id, 0, 0, "Solemnly "))
    new = changed(new, structure.move_up(new, second.id))
    new = changed(new, note_commands.insert_note(new, (first.id, 9), Text("Bridge census.")))
    if old.notes:
        new = changed(new, note_commands.delete_note(new, old.notes[-1].id))
    middle = new.paragraph(body[len(body) // 2].id)
    new = changed(new, structure.split(new, middle.id, middle.text.string.index(" ", 30) + 1))
    return changed(new, structure.join(new, body[3].id))


def typed_on(old: Resolution) -> Resolution:
    """Words at the end of a paragraph and new ones behind it; words that go with the next one."""
    body = [p for p in old.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    first, last = body[0], body[-1]
    end = len(first.text)
    new = changed(old, ReplaceText(first.id, end, Text(), Text(" and all they lead to,")))
    for i in range(2):
        added = Paragraph(f"x{i}", Kind.PREAMBULAR, Text("Emphasizes the fords,", ((0, 10),)))
        new = changed(new, InsertParagraph(first.id, added))
    before = new.paragraphs[new.positions[last.id] - 1]
    cut = ReplaceText(before.id, 9, before.text.slice(9, len(before.text)), Text())
    return changed(new, DeleteParagraph(before.id, last), cut)


def test_our_own_small_text(tmp_path: Path) -> None:
    old = read_bytes(resolution_docx(), "old.docx")
    judge(tmp_path, old, old, edits(old), typed_on(old))


def test_another_note_takes_the_place_of_the_first(tmp_path: Path) -> None:
    old = as_read(with_notes("n1", "n2"))
    judge(tmp_path, old, calling(old, 1, 0), calling(old, 1, None))


def test_the_paragraph_of_the_first_note(tmp_path: Path) -> None:
    """It is joined to the next one and parted behind its note; the note, cited again, gives
    way to another."""
    old = read_bytes(resolution_docx(), "old.docx")
    first = next(p for p in old.paragraphs if p.text.cues)
    joined = changed(old, structure.join(old, first.id))
    early = replace(first.text, cues=(Cue(30, first.text.cues[0].note),))
    row = tuple(replace(p, text=early) if p is first else p for p in old.paragraphs)
    parted = replace(old, paragraphs=row)
    parted = changed(parted, structure.split(parted, first.id, 50))
    late = replace(first.text, cues=(Cue(len(first.text), "n9"),))
    row = tuple(replace(p, text=late) if p is first else p for p in old.paragraphs)
    notes = (Footnote("n9", Text("See A/70/1.")), *old.notes)
    judge(tmp_path, old, joined, parted, replace(old, paragraphs=row, notes=notes))


def test_the_sample_that_ships(tmp_path: Path) -> None:
    old = read_file(sample_folder() / "A_RES_78_391.docx")
    new = read_file(sample_folder() / "A_C.2_80_L.97.txt")
    begun = drafts.begin(old, workflow.default_cycle(old, dt.date(2025, 10, 1))).text
    judge(tmp_path, old, new, begun, edits(old))


@pytest.mark.parametrize("seed", ["002_d25e26241683bb6f.txt", "004_45af0fb2d250ef6d.txt"])
def test_an_official_file(tmp_path: Path, seed: str) -> None:
    old = read_file(corpus("word", "A_RES_72_194__N1746299.DOC"))
    new = read_file(corpus("seeds", seed))
    judge(tmp_path, old, new, edits(old))


@pytest.mark.parametrize("new_name", ["akn/A_RES_78_228-2325978E.xml", "pdf/A_RES_80_228.pdf"])
def test_moves_behind_words_put_in(tmp_path: Path, new_name: str) -> None:
    """LibreOffice would take the mark between them for put in as well."""
    old = read_file(corpus("word", "A_RES_72_1__N1730150.DOC"))
    judge(tmp_path, old, read_file(corpus(*new_name.split("/"))))
