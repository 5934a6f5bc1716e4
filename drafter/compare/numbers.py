"""Numbers in running text that follow from order: "paragraph 5 above" that became 6."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from drafter.model import Piece

_NUMBER = re.compile(r"\d{1,3}(?: bis| ter)?")
_BEFORE = re.compile(
    r"\bparagraphs?\s+(?:\d{1,3}(?:\s?\([a-z]+\))*(?:,\s+|\s+(?:and|or|to)\s+|\s?[-–]\s?))*\Z"
)
_ELSEWHERE = re.compile(r"(?:\s?\([a-z]+\))*\s+of\s+(?!the\s+present\b)")
"""What follows a number of another text's paragraph: "paragraph 5 of resolution 70/177"."""


def with_numbers(
    pieces: tuple[Piece, ...], renumbered: Collection[tuple[str, str]]
) -> tuple[Piece, ...]:
    """The pieces, those that only follow from renumbering (old, new number) marked as such."""
    if not renumbered or len(pieces) < 3:
        return pieces
    found = list(pieces)
    for k in range(1, len(found) - 1):
        gone, come = found[k], found[k + 1]
        if (
            (gone.op, come.op) == ("-", "+")
            and _NUMBER.fullmatch(gone.text)
            and (gone.text, come.text) in renumbered
            and _BEFORE.search(_before(found, k))
            and not (k + 2 < len(found) and _ELSEWHERE.match(found[k + 2].text))
        ):
            found[k] = replace(gone, kind="number")
            found[k + 1] = replace(come, kind="number")
    return tuple(found)


def _before(pieces: Sequence[Piece], at: int) -> str:
    """The last characters of the new text before a piece."""
    text = ""
    for piece in reversed(pieces[:at]):
        if piece.op != "-":
            text = piece.text + text
        if len(text) > 80:
            break
    return text[-80:]
