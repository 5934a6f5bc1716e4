"""Where each thing that was read stands in its file, and how it stood there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.model import Resolution, Span
from drafter.read.text import decoded

_BLOCK = re.compile(r"(?P<sort>[a-z]+)(?P<page>\d+)(?:\.(?P<line>\d+))?$")
_LINES = ("text", "markdown")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paragraph or footnote was read from."""

    place: str
    """ "lines 17–29", "page 2, lines 3–8", "paragraph 12"; "" where it is not known."""
    words: tuple[str, ...]
    """The lines of the file it was made of; for other formats what was taken from each block."""


def origins(resolution: Resolution) -> dict[str, Origin]:
    """The origin of every paragraph and footnote of which it is known, by id."""
    source = resolution.source
    if source is None:
        return {}
    lines: Sequence[str] = ()
    if source.format in _LINES and source.data:
        lines = decoded(source.data, source.name).splitlines()
    found: dict[str, Origin] = {}
    for target in (*resolution.positions, *resolution.notes_by_id):
        spans = source.spans.get(target, ())
        if spans:
            text = resolution.text_of(target).string
            found[target] = Origin(_place(spans), _words(spans, text, lines))
    return found


def _words(spans: Sequence[Span], text: str, lines: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for span in spans:
        number = _number(span.block)
        if lines and number is not None and number <= len(lines):
            found[span.block] = lines[number - 1].strip()
        else:
            found[span.block] = found.get(span.block, "") + text[span.start : span.end]
    return tuple(found.values())


def _number(block: str) -> int | None:
    return int(block[1:]) if block[:1] == "l" and block[1:].isdigit() else None


def _place(spans: Sequence[Span]) -> str:
    pages: dict[int, list[int]] = {}
    plain: dict[str, list[int]] = {}
    for span in spans:
        match = _BLOCK.match(span.block)
        if match is None:
            continue
        if match["line"] is not None:
            pages.setdefault(int(match["page"]), []).append(int(match["line"]) + 1)
        else:
            plain.setdefault(match["sort"], []).append(int(match["page"]))
    parts = [f"page {page}, {_run('line', found)}" for page, found in pages.items()]
    names = {"l": "line", "n": "footnote", "b": "paragraph"}
    parts += [_run(names.get(sort, "paragraph"), found) for sort, found in plain.items()]
    return "; ".join(parts)


def _run(word: str, numbers: Iterable[int]) -> str:
    found = sorted(set(numbers))
    if len(found) == 1:
        return f"{word} {found[0]}"
    return f"{word}s {found[0]}–{found[-1]}"
