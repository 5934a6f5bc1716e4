"""What changed beside the words: emphasis and footnote cues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model import Piece, Text


def notes_differ(old: Sequence[Text], new: Sequence[Text], mates: Mapping[str, str]) -> bool:
    """Whether the cues call other notes, or stand elsewhere in the same words.

    ``mates`` is the new note by the old one it became.
    """
    here = [(cue.note, mates.get(cue.note) if cue.note else None) for t in old for cue in t.cues]
    there = [cue.note for text in new for cue in text.cues]
    if len(here) != len(there):
        return True
    if any(a is not None and mate != b for (a, mate), b in zip(here, there, strict=True)):
        return True
    if any(a is None and b is not None for (a, _), b in zip(here, there, strict=True)):
        return True
    if [t.string for t in old] == [t.string for t in new]:
        return [[cue.at for cue in t.cues] for t in old] != [[c.at for c in t.cues] for t in new]
    return False


def formatting_differs(old: Sequence[Text], new: Sequence[Text], pieces: Sequence[Piece]) -> bool:
    """Whether emphasis differs where the words are the same; white space is no matter."""
    here, there = _emphasis(old), _emphasis(new)
    if here == there and [t.string for t in old] == [t.string for t in new]:
        return False
    last_here, last_there = (max((b for _, b in ranges), default=0) for ranges in (here, there))
    i = j = 0
    for piece in pieces:
        if i >= last_here and j >= last_there:
            break
        size = len(piece.text)
        if piece.op == "=":
            a = _inside(here, i, piece.text)
            if a != _inside(there, j, piece.text):
                return True
            i, j = i + size, j + size
        elif piece.op == "-":
            i += size
        else:
            j += size
    return False


def _emphasis(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Emphasis over the texts joined by a line feed."""
    found: list[tuple[int, int]] = []
    at = 0
    for text in texts:
        found.extend((at + a, at + b) for a, b in text.emphasis)
        at += len(text) + 1
    return found


def _inside(ranges: Sequence[tuple[int, int]], start: int, string: str) -> list[tuple[int, int]]:
    """Emphasis within a stretch, without white space at its ends; what only space parts is one."""
    found: list[tuple[int, int]] = []
    for a, b in ranges:
        a, b = max(a - start, 0), min(b - start, len(string))
        if a >= b or string[a:b].isspace():
            continue
        a += len(string[a:b]) - len(string[a:b].lstrip())
        b = a + len(string[a:b].rstrip())
        if found and string[found[-1][1] : a].isspace():
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found
