"""Where a place in the editor is in the model, and back.

Three ways of counting meet here and nowhere else. The model counts code points; cues have no
length. Qt counts UTF-16 units. In the editor's document a cue is one character of its own. A
*column* is a Qt position within a block; a *place* is a model offset and how many of the cues
that stand at that offset are before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model import Cue, Text

CUE_CHARACTER = "\u00b9"
"""What stands for a cue in the document; its format tells it from a letter."""

# What may not stand in a text block as it is: length is kept, one UTF-16 unit for one.
_SHOWN = str.maketrans({
    "\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028", "\x00": "\ufffd",
    "\ufdd0": "\ufffd", "\ufdd1": "\ufffd",
})  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a paragraph's text."""

    offset: int
    """Code points before it."""
    cues: int = 0
    """Cues at ``offset`` that stand before it."""


def shown(string: str) -> str:
    """A string of the model as a text block can hold it: line feeds become line separators."""
    return string.translate(_SHOWN)


def units(string: str) -> int:
    """Length in UTF-16 units."""
    return len(string) if string.isascii() else len(string) + sum(c > "\uffff" for c in string)


def column(text: Text, place: Place) -> int:
    """Qt position within its block of a place in a text."""
    before = sum(cue.at < place.offset for cue in text.cues)
    return units(text.string[: place.offset]) + before + place.cues


def place(text: Text, at: int) -> Place:
    """Place of a Qt position within a block; inside a surrogate pair, the one before the pair."""
    passed = 0
    for cue in text.cues:
        if units(text.string[: cue.at]) + passed >= at:
            break
        passed += 1
    offset = _code_points(text.string, at - passed)
    here = sum(cue.at == offset for cue in text.cues[:passed])
    return Place(offset, here)


def _code_points(string: str, count: int) -> int:
    """How many code points the first ``count`` UTF-16 units hold."""
    if string.isascii():
        return min(count, len(string))
    for i, character in enumerate(string):
        count -= 2 if character > "\uffff" else 1
        if count < 0:
            return i
    return len(string)


def beginning() -> Place:
    """The place before everything."""
    return Place(0, 0)


def end(text: Text) -> Place:
    """The place behind everything."""
    return Place(len(text), sum(cue.at == len(text) for cue in text.cues))


def behind_cues(text: Text, offset: int) -> Place:
    """The place at an offset, behind the cues that stand there."""
    return Place(offset, sum(cue.at == offset for cue in text.cues))


def head(text: Text, until: Place) -> Text:
    """What stands before a place."""
    here = 0
    cues: list[Cue] = []
    for cue in text.cues:
        if cue.at == until.offset:
            here += 1
        if cue.at < until.offset or (cue.at == until.offset and here <= until.cues):
            cues.append(cue)
    string = text.string[: until.offset]
    return Text(string, _clipped(text, 0, until.offset), tuple(cues))


def tail(text: Text, since: Place) -> Text:
    """What stands behind a place."""
    here = 0
    cues: list[Cue] = []
    for cue in text.cues:
        if cue.at == since.offset:
            here += 1
        if cue.at > since.offset or (cue.at == since.offset and here > since.cues):
            cues.append(replace(cue, at=cue.at - since.offset))
    string = text.string[since.offset :]
    return Text(string, _clipped(text, since.offset, len(text)), tuple(cues))


def between(text: Text, start: Place, stop: Place) -> Text:
    """What stands between two places."""
    return tail(head(text, stop), start)


def with_range(text: Text, start: Place, stop: Place, new: Text) -> Text:
    """The text with ``new`` in the place of what stands between two places."""
    return head(text, start) + new + tail(text, stop)


def _clipped(text: Text, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (max(a, start) - start, min(b, stop) - start)
        for a, b in text.emphasis
        if a < stop and b > start
    )
