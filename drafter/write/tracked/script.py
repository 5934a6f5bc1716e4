"""What to do to the old words of one row to make the new ones: keep, take away, put in, part.

Works on the model alone. A script runs through the old paragraphs of a row in order; footnote cues
stay where both texts call the same note at the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.model import Comparison, Cue, Row, Text


@dataclass(frozen=True, slots=True)
class Keep:
    """``[start, end)`` of an old paragraph stays; it reads ``text`` in the new one."""

    old: int
    """Place of the old paragraph in the row."""
    start: int
    end: int
    before: Text
    """As it is in the old text, without cues."""
    text: Text
    """As it shall be in the new one: the same characters, perhaps other emphasis."""
    new: int = 0
    """Place of the new paragraph in the row …"""
    new_start: int = 0
    """… and offset in its text."""


@dataclass(frozen=True, slots=True)
class Delete:
    """``[start, end)`` of an old paragraph goes."""

    old: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Insert:
    """New words, without cues."""

    text: Text
    new: int = 0
    """Place of the new paragraph in the row …"""
    start: int = 0
    """… and offset in its text."""


@dataclass(frozen=True, slots=True)
class KeepCue:
    """The ``index``-th cue of an old paragraph stays."""

    old: int
    index: int
    note: str | None
    """Id of the note in the new text."""
    new: int = 0
    """Place of the new paragraph in the row …"""
    new_index: int = 0
    """… and which of its cues this is."""


@dataclass(frozen=True, slots=True)
class DeleteCue:
    """The ``index``-th cue of an old paragraph goes."""

    old: int
    index: int


@dataclass(frozen=True, slots=True)
class InsertCue:
    """A cue of the new text comes: the ``index``-th of a new paragraph of the row."""

    cue: Cue
    new: int = 0
    index: int = 0


@dataclass(frozen=True, slots=True)
class Join:
    """The end of an old paragraph goes: the next old one of the row is joined to it."""

    old: int


@dataclass(frozen=True, slots=True)
class Part:
    """A new paragraph begins: the ``new``-th of the row."""

    new: int


Step = Keep | Delete | Insert | KeepCue | DeleteCue | InsertCue | Join | Part
CUES = (KeepCue, DeleteCue, InsertCue)
"""The steps about footnote cues."""
Pairs = Callable[[str | None], str | None]
"""The old note that a new note is, by id; None for one that is new."""

_Same = tuple[tuple[int, int], tuple[int, int], int]
"""(old paragraph, offset), (new paragraph, offset), length of what stays."""


@dataclass(frozen=True, slots=True)
class Script:
    """The steps of one row, and how many paragraphs it has on either side."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def changes(self) -> bool:
        """Whether anything is put in, taken away, joined, parted or set in other letters."""
        return any(
            step.before != step.text if isinstance(step, Keep) else not isinstance(step, KeepCue)
            for step in self.steps
        )

    def kept(self) -> int:
        """Characters that stay."""
        return sum(step.end - step.start for step in self.steps if isinstance(step, Keep))


def script_of(
    comparison: Comparison,
    row: Row,
    pairs: Pairs,
    old_ids: Sequence[str] | None = None,
    new_ids: Sequence[str] | None = None,
    *,
    bare: bool = False,
) -> Script:
    """The script of a row, or of some of its paragraphs only (the others are then ignored).

    With ``bare`` the old paragraphs are taken as if they had no cues.
    """
    old = tuple(old_ids if old_ids is not None else row.old)
    new = tuple(new_ids if new_ids is not None else row.new)
    old_texts = [comparison.old.text_of(i) for i in old]
    if bare:
        old_texts = [Text(text.string, text.emphasis) for text in old_texts]
    new_texts = [comparison.new.text_of(i) for i in new]
    equal = _equal(comparison, row, old, new)
    steps = tuple(_steps(old_texts, new_texts, equal, pairs))
    return Script(old, new, steps)


def script_from_nothing(new_id: str, text: Text) -> Script:
    """The script that makes a paragraph from nothing."""
    return Script((), (new_id,), tuple(_coming([text], _loose([text], (0, 0), (0, len(text))))))


def _bare(text: Text, start: int, end: int) -> Text:
    piece = text.slice(start, end)
    return Text(piece.string, piece.emphasis) if piece.cues else piece


def _segments(
    row: Sequence[str], order: Sequence[str], size: Callable[[str], int]
) -> list[tuple[int, int, int]]:
    """(start, end, paragraph) of a row's joined text; paragraph -1 for one that is left out."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for name in row:
        end = at + size(name)
        found.append((at, end, order.index(name) if name in order else -1))
        at = end + 1  # the line feed between two paragraphs belongs to neither
    return found


def _equal(comparison: Comparison, row: Row, old: Sequence[str], new: Sequence[str]) -> list[_Same]:
    """Stretches that stay, in order, each within one paragraph of either side."""
    before = _segments(row.old, old, lambda i: len(comparison.old.text_of(i)))
    after = _segments(row.new, new, lambda i: len(comparison.new.text_of(i)))
    pieces = [(p.op, len(p.text)) for p in row.words]
    if not pieces:
        texts = [comparison.old.text_of(i).string for i in row.old]
        if texts == [comparison.new.text_of(i).string for i in row.new]:
            pieces = [("=", before[-1][1] if before else 0)]
    found: list[_Same] = []
    a = b = 0
    for op, size in pieces:
        if op == "=":
            for low, high, p in before:
                for low_new, high_new, q in after:
                    start = max(low - a, low_new - b, 0)
                    end = min(high - a, high_new - b, size)
                    if start < end and p >= 0 and q >= 0:
                        found.append(((p, a + start - low), (q, b + start - low_new), end - start))
        a += size if op != "+" else 0
        b += size if op != "-" else 0
    found.sort()
    return found


def _steps(
    old: Sequence[Text], new: Sequence[Text], equal: list[_Same], pairs: Pairs
) -> Iterator[Step]:
    """Runs of kept characters, and between them what goes and what comes."""
    last: _Same = (
        (len(old) - 1, len(old[-1])) if old else (0, 0),
        (len(new) - 1, len(new[-1])) if new else (0, 0),
        0,
    )
    begin, begin_new = (0, 0), (0, 0)
    for (p, at), (q, at_new), size in (*_cut_at_cues(old, new, equal), last):
        yield from _gap(old, new, begin, (p, at), begin_new, (q, at_new), pairs)
        if size:
            before = _bare(old[p], at, at + size)
            after = _bare(new[q], at_new, at_new + size)
            yield Keep(p, at, at + size, before, after, q, at_new)
        begin, begin_new = (p, at + size), (q, at_new + size)


def _cut_at_cues(old: Sequence[Text], new: Sequence[Text], equal: list[_Same]) -> Iterator[_Same]:
    """The stretches, cut where either text has a cue inside."""
    for (p, at), (q, at_new), size in equal:
        cuts = {cue.at - at for cue in old[p].cues} | {cue.at - at_new for cue in new[q].cues}
        inside = sorted(cut for cut in cuts if 0 < cut < size)
        for start, end in pairwise((0, *inside, size)):
            yield (p, at + start), (q, at_new + start), end - start


_Loose = tuple[str, int, int, int]
"""("text", paragraph, start, end), ("cue", paragraph, index, offset) or ("break", paragraph …)."""


def _loose(texts: Sequence[Text], start: tuple[int, int], end: tuple[int, int]) -> list[_Loose]:
    """What stands between two places: stretches of text, cues, ends of paragraphs.

    A cue at the very start belongs to the gap; one at the very end as well.
    """
    found: list[_Loose] = []
    if not texts:
        return found
    for p in range(start[0], end[0] + 1):
        if p > start[0]:
            found.append(("break", p, 0, 0))
        low = start[1] if p == start[0] else 0
        high = end[1] if p == end[0] else len(texts[p])
        at = low
        for index, cue in enumerate(texts[p].cues):
            if low <= cue.at <= high:
                if cue.at > at:
                    found.append(("text", p, at, cue.at))
                found.append(("cue", p, index, cue.at))
                at = cue.at
        if high > at:
            found.append(("text", p, at, high))
    return found


def _gap(
    old: Sequence[Text],
    new: Sequence[Text],
    start: tuple[int, int],
    end: tuple[int, int],
    start_new: tuple[int, int],
    end_new: tuple[int, int],
    pairs: Pairs,
) -> Iterator[Step]:
    gone = _loose(old, start, end)
    come = _loose(new, start_new, end_new)
    a = b = 0
    for i, k in _matched(old, new, gone, come, pairs):
        yield from _going(gone[a:i])
        yield from _coming(new, come[b:k])
        paragraph, index = come[k][1:3]
        note = new[paragraph].cues[index].note
        yield KeepCue(gone[i][1], gone[i][2], note, paragraph, index)
        a, b = i + 1, k + 1
    yield from _going(gone[a:])
    yield from _coming(new, come[b:])


def _matched(
    old: Sequence[Text],
    new: Sequence[Text],
    gone: list[_Loose],
    come: list[_Loose],
    pairs: Pairs,
) -> Iterator[tuple[int, int]]:
    """Cues that stay, in order on both sides."""
    k = 0
    for i, loose in enumerate(gone):
        if loose[0] != "cue":
            continue
        stays = old[loose[1]].cues[loose[2]]
        for j in range(k, len(come)):
            if come[j][0] == "cue":
                cue = new[come[j][1]].cues[come[j][2]]
                if cue.note is None or stays.note is None:
                    same = (cue.note, cue.typed) == (stays.note, stays.typed)
                else:
                    same = pairs(cue.note) == stays.note
                if same:
                    yield i, j
                    k = j + 1
                    break


def _going(loose: list[_Loose]) -> Iterator[Step]:
    for kind, paragraph, start, end in loose:
        if kind == "text":
            yield Delete(paragraph, start, end)
        elif kind == "cue":
            yield DeleteCue(paragraph, start)
        else:
            yield Join(paragraph - 1)


def _coming(new: Sequence[Text], loose: list[_Loose]) -> Iterator[Step]:
    for kind, paragraph, start, end in loose:
        if kind == "text":
            yield Insert(_bare(new[paragraph], start, end), paragraph, start)
        elif kind == "cue":
            yield InsertCue(new[paragraph].cues[start], paragraph, start)
        else:
            yield Part(paragraph)
