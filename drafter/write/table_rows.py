"""The cells of a table's plain rendering: a line for each row, cells parted by tabs."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Text


def is_table(text: Text) -> bool:
    """Whether a rendering is one of a table: a line for each row, cells parted by tabs."""
    return "\t" in text.string or "\n" in text.string


def rows_of(text: Text) -> list[list[Text]]:
    """The cells, row by row; rows that are short are filled up."""
    rows = [_split(row, "\t") for row in _split(text, "\n")]
    columns = max(len(row) for row in rows)
    return [[*row, *[Text()] * (columns - len(row))] for row in rows]


def _split(text: Text, sign: str) -> list[Text]:
    parts: list[Text] = []
    while (at := text.string.find(sign)) >= 0:
        head, rest = text.cut(at)
        parts.append(head)
        # A cue at the very beginning of a cell goes with the sign before it: it stays in the cell.
        cues = tuple(replace(cue, at=max(0, cue.at - 1)) for cue in rest.cues)
        text = replace(rest.slice(1, len(rest)), cues=cues)
    return [*parts, text]
