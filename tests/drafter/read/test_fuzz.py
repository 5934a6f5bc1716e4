"""Whatever is broken in a file: it is read, or refused in one sentence, and soon.

Each run breaks every file in the same few ways; ``DRAFTER_FUZZ=2000`` breaks each in many more.
What was found is kept below.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.model import labels
from drafter.read import read_bytes, reading_json
from tests.corpus import SHARED, corpus
from tests.drafter.read.mutations import mutated
from tests.drafter.read.test_pdf import FIRST, SECOND, pdf
from tests.fixtures.ooxml.official import cue, docx, italic, note, paragraph, resolution_docx, run

ROUNDS = int(os.environ.get("DRAFTER_FUZZ", "12"))
HANGS = 20
"""Seconds of the processor; only a reading that has lost its way takes them."""
FIXTURES = Path("tests/fixtures/read")


def read_or_refused(data: bytes) -> None:
    """One sentence, or a sound reading."""
    start = time.process_time()
    try:
        resolution = read_bytes(data, "broken.bin")
    except UnreadableFile as fault:
        assert str(fault).startswith("broken.bin")
        assert "\n" not in str(fault)
    else:
        named = labels(resolution).values()
        assert len(set(named)) == len(named)
        reading_json(resolution, "broken.bin")
    assert time.process_time() - start < HANGS


def _own() -> dict[str, bytes]:
    """Files of every format, made here."""
    sideways = pdf(FIRST, SECOND, sideways=True)
    return {
        "small.docx": resolution_docx(),
        "small.pdf": pdf(FIRST, SECOND),
        "sideways.pdf": sideways,
        **{path.name: path.read_bytes() for path in FIXTURES.glob("small.*")},
    }


OWN = _own()
OFFICIAL = sorted(
    path
    for folder in ("word", "pdf", "akn", "seeds")
    for path in (SHARED / "corpus" / folder).glob("*")
    if path.stat().st_size < 300_000 and path.name != "69_313.doc"
)
"""But one binary file, for which LibreOffice would be started each time."""


@pytest.mark.parametrize("name", OWN)
def test_a_broken_file_is_read_or_refused(name: str) -> None:
    for seed in range(ROUNDS * 4):
        read_or_refused(mutated(OWN[name], seed))


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.name)
def test_a_broken_official_file_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for seed in range(ROUNDS // 4):
        read_or_refused(mutated(data, seed))


@pytest.mark.parametrize(
    ("folder", "name", "seed"),
    [("pdf", "A_RES_80_228.pdf", 1067)],  # a row that goes on below began with white space
)
def test_what_was_once_found_stays_mended(folder: str, name: str, seed: int) -> None:
    read_or_refused(mutated(corpus(folder, name).read_bytes(), seed))


def test_cues_that_call_nothing_are_no_fault() -> None:
    """A cue of a note that is not there, and a cue within its own note."""
    body = paragraph(italic("The General Assembly"), run(","), cue(9))
    read_or_refused(docx(body, notes=note(1, run("See"), cue(1))))
