"""Numbers as printed and labels that name each thing of a text (shared contract, CLI "Labels")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.model.resolution import Kind, Paragraph, Resolution

_INTEGER = re.compile(r"(\d{1,6})\.?")
_BESIDE = re.compile(r"PP\d{1,4} (?:[a-z]{3,9}(?: \d{1,2})?)")
"""A preambular paragraph that was put in beside a numbered one: "PP5 bis", "PP7 alt 2"."""
_SINGLES = {
    Kind.ADOPTION: "adoption",
    Kind.SUBMITTERS: "submitters",
    Kind.CHAPEAU: "chapeau",
    Kind.TITLE: "title",
    Kind.SPEAKER: "speaker",
    Kind.CLOSING: "closing",
}


def numbers(resolution: Resolution) -> dict[str, str]:
    """Number as printed of every numbered paragraph, by id: "4", "(a)", "(ii)", "5 bis".

    Operative paragraphs count within their section; sub-paragraphs within their parent. A typed
    number goes first, and one that is a plain integer sets the count for those that follow; an
    empty one says that the paragraph has no number (the only operative one of a short text).
    """
    found: dict[str, str] = {}
    counts: _Counts = {}
    for paragraph in resolution.paragraphs:
        number = _number(paragraph, counts)
        if number is not None:
            found[paragraph.id] = number
    return found


def without_computed(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without the typed labels that counting gives anyway."""
    kept: list[Paragraph] = []
    counts: _Counts = {}
    for paragraph in paragraphs:
        if paragraph.typed_label:
            plain, ahead = replace(paragraph, typed_label=None), dict(counts)
            if _number(plain, ahead) == paragraph.typed_label:
                paragraph = plain
        _number(paragraph, counts)
        kept.append(paragraph)
    return tuple(kept)


_Counts = dict[tuple[str, int], int]
"""The last number by section and depth."""


def _number(paragraph: Paragraph, counts: _Counts) -> str | None:
    """A paragraph's number, counted on."""
    section = paragraph.section
    if paragraph.kind is Kind.SUBPARAGRAPH:
        depth = max(1, paragraph.level)
    elif paragraph.kind is Kind.OPERATIVE:
        depth = 0
    else:
        if paragraph.kind is Kind.PREAMBULAR:
            _restart(counts, section, 1)
        return paragraph.typed_label or None
    _restart(counts, section, depth + 1)
    key = (section, depth)
    typed = paragraph.typed_label
    if typed == "":
        return None
    if typed is None:
        counts[key] = counts.get(key, 0) + 1
        return ordinal(depth, counts[key])
    value = _value(depth, typed)
    if value is not None:
        counts[key] = value
    return typed


def ordinal(depth: int, count: int) -> str:
    """The ``count``-th number at a depth: 0 "1", 1 "(a)", 2 "(i)", 3 "a.", 4 "i." (Editorial
    Manual)."""
    if depth <= 0:
        return str(count)
    if depth == 1:
        return f"({letters(count)})"
    if depth == 2:
        return f"({roman(count)})"
    return f"{letters(count)}." if depth == 3 else f"{roman(count)}."


def letters(count: int) -> str:
    """1 "a", 26 "z", 27 "aa"."""
    text = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def roman(count: int) -> str:
    """1 "i", 4 "iv", 19 "xix"."""
    text = ""
    for value, sign in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        while count >= value:
            text, count = text + sign, count - value
    return text


def note_numbers(resolution: Resolution) -> dict[str, int]:
    """Number of each footnote by id: in the order of first cues, then those without a cue."""
    order: dict[str, int] = {}
    for paragraph in resolution.paragraphs:
        for cue in paragraph.text.cues:
            if cue.note is not None and cue.note in resolution.notes_by_id:
                order.setdefault(cue.note, len(order) + 1)
    for note in resolution.notes:
        order.setdefault(note.id, len(order) + 1)
    return order


def labels(resolution: Resolution, printed: Mapping[str, str] | None = None) -> dict[str, str]:
    """Label of every paragraph and footnote by id: "PP3", "OP3(a)(ii)", "ANNEX.1", "FN2".

    Unique in a resolution: a second of the same label gets " #2" behind it. ``printed`` are its
    ``numbers``, where they are known.
    """
    if printed is None:
        printed = numbers(resolution)
    found: dict[str, str] = {}
    taken: dict[str, int] = {}
    counts: dict[tuple[str, str], int] = {}
    parents: dict[str, list[str]] = {}
    for paragraph in resolution.paragraphs:
        base = _label(paragraph, printed.get(paragraph.id), counts, parents)
        label = f"{paragraph.section}.{base}" if paragraph.section else base
        taken[label] = taken.get(label, 0) + 1
        found[paragraph.id] = label if taken[label] == 1 else f"{label} #{taken[label]}"
    for note_id, number in note_numbers(resolution).items():
        found[note_id] = f"FN{number}"
    return found


def _label(
    paragraph: Paragraph,
    number: str | None,
    counts: dict[tuple[str, str], int],
    parents: dict[str, list[str]],
) -> str:
    section, kind = paragraph.section, paragraph.kind

    def counted(prefix: str) -> str:
        counts[section, prefix] = counts.get((section, prefix), 0) + 1
        return f"{prefix}{counts[section, prefix]}"

    if kind is Kind.SUBPARAGRAPH:
        chain = parents.get(section)
        if not chain:
            return counted("X")
        depth = max(1, paragraph.level)
        del chain[depth:]
        own = (number or "").replace(" ", "")
        chain.append(f".{own}" if own[:1].isdigit() else own)
        return "".join(chain)
    if kind is Kind.PREAMBULAR:
        beside = _BESIDE.fullmatch(paragraph.typed_label or "")
        label = beside[0].replace(" ", "") if beside else counted("PP")
    elif kind is Kind.OPERATIVE:
        prefix = "" if section.split(".")[-1].startswith("ANNEX") else "OP"
        label = prefix + number.rstrip(".").replace(" ", "") if number else counted(prefix or "X")
    else:
        if kind in _SINGLES:
            return _SINGLES[kind]
        return counted("H" if kind is Kind.HEADING else "X")
    parents[section] = [label]
    return label


def _restart(counts: dict[tuple[str, int], int], section: str, depth: int) -> None:
    for d in range(depth, 6):
        counts.pop((section, d), None)


def _value(depth: int, typed: str) -> int | None:
    """The place in the count of a typed number, or None where it is out of the count ("5 bis")."""
    if depth == 0:
        match = _INTEGER.fullmatch(typed)
        return int(match[1]) if match else None
    for count in range(1, 100):
        if ordinal(depth, count) == typed:
            return count
    return None
