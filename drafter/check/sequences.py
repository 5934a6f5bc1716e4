"""Runs of numbers: where a text's operative numbers go on, begin anew, and where they jump.

A text may hold other numbered rows than its own: a draft within it, an agenda or terms of
reference that it quotes. A row that begins anew at 1, and one that goes on where it was left, are
no mistakes; a 1 that no 2 follows is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model import Kind, Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Jump:
    """A number that neither goes on, nor begins anew, nor goes on where a row was left."""

    paragraph: Paragraph
    previous: Paragraph | None
    """The operative paragraph before it."""
    number: int
    expected: int
    apart: bool
    """Whether something that is no numbered paragraph stands between the two."""


@dataclass(frozen=True, slots=True)
class Sequences:
    """The numbered rows of a text outside its annexes."""

    jumps: tuple[Jump, ...]
    fresh: frozenset[str]
    """Ids of operative paragraphs at which another row begins or goes on."""


def sequences(resolution: Resolution, numbers: Mapping[str, str]) -> Sequences:
    """Follow the numbers as printed, by paragraph id, through the whole file."""
    operatives: list[tuple[Paragraph, int, bool]] = []
    apart = True
    for paragraph in resolution.paragraphs:
        if "ANNEX" in paragraph.section:
            continue
        if paragraph.kind is Kind.OPERATIVE:
            number = numbers.get(paragraph.id, "").rstrip(".")
            if re.fullmatch(r"[0-9]{1,4}", number):
                operatives.append((paragraph, int(number), apart))
                apart = False
        elif paragraph.kind is not Kind.SUBPARAGRAPH:
            apart = True
    return _follow(operatives)


def _follow(operatives: list[tuple[Paragraph, int, bool]]) -> Sequences:
    jumps: list[Jump] = []
    fresh: set[str] = set()
    left: list[int] = []
    expected: int = 1
    section: str | None = None
    previous: Paragraph | None = None
    for index, (paragraph, number, apart) in enumerate(operatives):
        ahead = operatives[index + 1][1] if index + 1 < len(operatives) else None
        if previous is None:
            goes_on = number == 1
        elif paragraph.section != section:
            left.append(expected)
            fresh.add(paragraph.id)
            goes_on = number in (1, *left)
        elif number == expected:
            goes_on = True
        else:
            goes_on = number in left or (number == 1 and ahead == 2)
            if goes_on:
                left.append(expected)
                fresh.add(paragraph.id)
        if not goes_on:
            jumps.append(Jump(paragraph, previous, number, expected, apart))
        expected, section, previous = number + 1, paragraph.section, paragraph
    return Sequences(tuple(jumps), frozenset(fresh))
