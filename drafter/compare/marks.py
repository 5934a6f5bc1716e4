"""What changed beside the words: emphasis and footnote cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from drafter.model import Piece, Text
from drafter.model.text import Range


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


def cue_changes(
    old: Sequence[Text], new: Sequence[Text], mates: Mapping[str, str]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The cues that went and those that came, or stand elsewhere in the same words.

    Each as position of its text, and of the cue among those of the text.
    """
    here = [(t, k, text.cues[k]) for t, text in enumerate(old) for k in range(len(text.cues))]
    there = [(t, k, text.cues[k]) for t, text in enumerate(new) for k in range(len(text.cues))]
    codes = LCSseq.opcodes(
        [mates.get(cue.note, f"-{cue.note}") if cue.note else None for _, _, cue in here],
        [cue.note for _, _, cue in there],
    )
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    same_words = [t.string for t in old] == [t.string for t in new]
    for code in codes:
        a, b = here[code.src_start : code.src_end], there[code.dest_start : code.dest_end]
        if code.tag == "equal":
            apart = [x[2].at != y[2].at for x, y in zip(a, b, strict=True)]
            a = [x for x, off in zip(a, apart, strict=True) if off and same_words]
            b = [y for y, off in zip(b, apart, strict=True) if off and same_words]
        gone += [(t, k) for t, k, _ in a]
        come += [(t, k) for t, k, _ in b]
    return gone, come


def formatting_differs(old: Sequence[Text], new: Sequence[Text], pieces: Sequence[Piece]) -> bool:
    """Whether emphasis differs where the words are the same; white space is no matter."""
    return next(_emphasis_differs(old, new, pieces), None) is not None


def emphasis_changes(
    old: Sequence[Text], new: Sequence[Text], pieces: Sequence[Piece]
) -> tuple[list[Range], list[Range]]:
    """Where emphasis differs though the words are the same, in the old texts and in the new ones,
    each joined by a line feed."""
    here: list[Range] = []
    there: list[Range] = []
    for i, j, a, b in _emphasis_differs(old, new, pieces):
        edges = sorted({edge for ranges in (a, b) for pair in ranges for edge in pair})
        for start, end in pairwise(edges):
            if _covers(a, start) != _covers(b, start):
                here.append((i + start, i + end))
                there.append((j + start, j + end))
    return here, there


def _covers(ranges: Sequence[Range], at: int) -> bool:
    return any(start <= at < end for start, end in ranges)


def _emphasis_differs(
    old: Sequence[Text], new: Sequence[Text], pieces: Sequence[Piece]
) -> Iterator[tuple[int, int, list[Range], list[Range]]]:
    """Stretches of the same words with other emphasis: where they begin in the old and the new
    texts, and the emphasis within them."""
    here, there = _emphasis(old), _emphasis(new)
    if here == there and [t.string for t in old] == [t.string for t in new]:
        return
    last_here, last_there = (max((b for _, b in ranges), default=0) for ranges in (here, there))
    i = j = 0
    for piece in pieces:
        if i >= last_here and j >= last_there:
            return
        size = len(piece.text)
        if piece.op == "=":
            a, b = _inside(here, i, piece.text), _inside(there, j, piece.text)
            if a != b:
                yield i, j, a, b
            i, j = i + size, j + size
        elif piece.op == "-":
            i += size
        else:
            j += size


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
