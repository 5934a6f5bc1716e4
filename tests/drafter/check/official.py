"""Builds small Word files in the manner of official ones from marked lines, to be checked.

session · agenda · adoption · bracket · title · closing (" / " for its line break) · h heading ·
annex its heading · p a paragraph ("1. Takes note", "(a) To act") · table "cell | cell || cell" ·
note a footnote; *italic*, ^1 a cue that calls the first footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from drafter.un.openings import opening, opening_kind
from tests.fixtures.ooxml.official import cue, docx, italic, note, paragraph, run

FIXTURES = Path(__file__).parents[2] / "fixtures" / "check" / "official"
_MARKS = re.compile(r"\*(?P<italic>[^*]+)\*|\^(?P<cue>\d+)")
_NUMBER = re.compile(r"(?P<number>\d+(?: bis)?\.|\([a-z]+\)) ")
_STYLES = {
    "session": "Session", "agenda": "AgendaItemNormal", "adoption": "TitleHCH", "bracket": "H4",
    "title": "TitleH1", "h": "H23", "annex": "HCH", "closing": "SingleTxt", "p": "SingleTxt",
}  # fmt: skip


def official_docx(marked: str, *, styles: bool = True) -> bytes:
    """A package of these lines; without ``styles`` every paragraph of it has the default one."""
    body: list[str] = []
    notes: list[str] = []
    for line in marked.splitlines():
        kind, _, words = line.partition(" ")
        if kind == "note":
            notes.append(note(len(notes) + 1, *_runs(words)))
        elif kind == "table":
            body.append(_table(words))
        else:
            style = _STYLES[kind] if styles else "Normal"
            body.append(paragraph(*_inside(kind, words), style=style))
    return docx(*body, notes="".join(notes))


def _inside(kind: str, words: str) -> Iterator[str]:
    if kind == "title":
        number, _, title = words.partition(" ")
        yield run(f"\t{number}\t{escape(title)}", "<w:b/>")
        return
    if kind in ("adoption", "bracket"):
        yield run("\t\t")
    elif kind == "closing":
        words = words.replace(" / ", "\n")
    elif kind == "p":
        number = _NUMBER.match(words)
        yield run(f"\t{number['number']}\t" if number else "\t")
        words = words[number.end() :] if number else words
        if "*" not in words and (is_kind := opening_kind(words)):
            span = opening(words, is_kind)
            assert span is not None
            yield italic(escape(words[: span[1]]))
            words = words[span[1] :]
    yield from _runs(words)


def _runs(words: str) -> Iterator[str]:
    at = 0
    for match in _MARKS.finditer(words):
        if match.start() > at:
            yield run(escape(words[at : match.start()]))
        yield italic(escape(match["italic"])) if match["italic"] else cue(int(match["cue"]))
        at = match.end()
    if words[at:]:
        yield run(escape(words[at:]))


def _table(words: str) -> str:
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph(run(escape(cell.strip())))}</w:tc>" for cell in row.split("|"))
        + "</w:tr>"
        for row in words.split("||")
    )
    return f"<w:tbl>{rows}</w:tbl>"
