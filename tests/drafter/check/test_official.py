"""Texts built as official ones are raise no errors, in whatever way they are built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.check import check_resolution
from drafter.model import Finding, Kind, Resolution, labels
from drafter.read import read_file
from drafter.un import catalogue
from drafter.un.catalogue import Catalogue
from tests.corpus import corpus
from tests.drafter.check.official import FIXTURES, official_docx

TEXTS = sorted(FIXTURES.glob("*.txt"))
BARE = ("h", "annex", "closing")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue.load(cache=tmp_path_factory.mktemp("cache"),
                          data=tmp_path_factory.mktemp("data"))  # fmt: skip


def read(folder: Path, marked: str, *, styles: bool = True) -> Resolution:
    path = folder / "text.docx"
    path.write_bytes(official_docx(marked, styles=styles))
    return read_file(path)


def told(text: Resolution, found: Iterator[Finding] | tuple[Finding, ...]) -> list[str]:
    names = labels(text)
    return [f"{one.severity}: {one.rule} {names.get(one.target, one.target)}" for one in found]


@pytest.mark.parametrize("styles", [True, False], ids=["styles", "no styles"])
@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_an_official_text_has_neither_errors_nor_warnings(
    path: Path, styles: bool, known: Catalogue, tmp_path: Path
) -> None:
    text = read(tmp_path, path.read_text("utf-8"), styles=styles)
    found = [f for f in check_resolution(text, catalogue=known) if f.severity != "note"]
    assert told(text, tuple(found)) == []


@pytest.mark.parametrize("dropped", BARE)
@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_where_what_divides_a_text_is_not_seen_no_error_follows(
    path: Path, dropped: str, known: Catalogue, tmp_path: Path
) -> None:
    kept = [
        line for line in path.read_text("utf-8").splitlines() if line.split(" ")[0] != dropped
    ]  # fmt: skip
    text = read(tmp_path, "\n".join(kept))
    found = [f for f in check_resolution(text, catalogue=known) if f.severity == "error"]
    assert told(text, tuple(found)) == []


def misread(text: Resolution) -> Iterator[Resolution]:
    """The text as it would be if its reading had missed its annexes, parts or headings, or had
    taken what is plain for paragraphs."""
    rows = text.paragraphs
    yield replace(text, paragraphs=tuple(replace(p, section="") for p in rows))
    yield replace(text, paragraphs=tuple(p for p in rows if p.kind is not Kind.HEADING))
    plain = (Kind.HEADING, Kind.PLAIN)
    for kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        yield replace(
            text,
            paragraphs=tuple(
                replace(p, kind=kind, typed_label="" if kind is Kind.OPERATIVE else None)
                if p.kind in plain
                else p
                for p in rows
            ),
        )


def test_an_official_file_that_was_misread_gives_no_burst_of_errors() -> None:
    files = [*corpus("word").glob("[AE]_RES_*"), *corpus("akn").glob("[AES]_*")]
    errors = total = 0
    for path in files:
        for text in misread(read_file(path)):
            total += 1
            found = [f for f in check_resolution(text) if f.severity == "error"]
            errors += len(found)
            assert len(found) <= 3, (path.name, told(text, tuple(found)))
    assert errors / total <= 0.3
