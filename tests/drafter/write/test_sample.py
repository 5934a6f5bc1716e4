"""The sample that ships: it is what its sources make, and it has what a real text has."""

from __future__ import annotations

import zipfile
from pathlib import Path

from drafter.model import Kind
from drafter.read import read_file
from drafter.resources import sample_folder
from tools.make_sample import make


def test_the_sample_is_made_from_its_sources(tmp_path: Path) -> None:
    for made in make(tmp_path):
        shipped = sample_folder() / made.name
        if made.suffix == ".docx":
            assert _parts(made) == _parts(shipped), "run tools/make_sample.py"
        else:
            assert made.read_bytes() == shipped.read_bytes(), "run tools/make_sample.py"


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_sample_has_what_a_recurring_resolution_has() -> None:
    old = read_file(sample_folder() / "A_RES_78_391.docx")
    assert old.masthead.symbol == "A/RES/78/391"
    assert len(old.of_kind(Kind.PREAMBULAR)) >= 10
    assert len(old.of_kind(Kind.OPERATIVE)) >= 14
    assert {p.level for p in old.of_kind(Kind.SUBPARAGRAPH)} == {1, 2}
    cues = [cue.note for p in old.paragraphs for cue in p.text.cues]
    assert len(cues) > len(set(cues)), "a footnote is cited twice"
    assert all(note.text.string for note in old.notes)
    text = "\n".join(p.text.string for p in old.paragraphs)
    assert "the most recent ones," in text
    assert "at its eightieth session a report" in text
    assert "provisional agenda of its eightieth session" in text
    assert "its resolution 76/384 of 17 December 2021" in text
    assert old.reading.warnings == ()


def test_the_new_cycle_is_a_draft_of_the_same_text() -> None:
    new = read_file(sample_folder() / "A_C.2_80_L.97.txt")
    assert new.masthead.symbol == "A/C.2/80/L.97"
    assert new.of_kind(Kind.SUBMITTERS)
    assert not new.of_kind(Kind.CLOSING)
    assert new.title == read_file(sample_folder() / "A_RES_78_391.docx").title
