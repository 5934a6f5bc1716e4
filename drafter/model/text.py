"""Running text: a string, the italic ranges over it, the footnote cues in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

Range = tuple[int, int]
"""Half-open range of code points."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A footnote cue: the raised number that calls a note.

    A cue belongs to the character before it ("a cue follows punctuation", Editorial Manual).
    """

    at: int
    """Offset in code points; the cue stands between character ``at - 1`` and ``at``."""
    note: str | None
    """Id of the footnote that is called, or None where the note is lost."""
    typed: str | None = None
    """The mark as it was printed, kept where the note is lost or doubtful."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string with emphasis (italic) ranges and footnote cues.

    Offsets count code points and ranges are half-open. Emphasis is sorted, disjoint and never
    touching; cues are sorted by offset. Both are put in that form when the object is made, and
    what lies outside the string raises ValueError.
    """

    string: str = ""
    emphasis: tuple[Range, ...] = ()
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        size = len(self.string)
        if self.emphasis:
            object.__setattr__(self, "emphasis", merge_ranges(self.emphasis))
            if self.emphasis and (self.emphasis[0][0] < 0 or self.emphasis[-1][1] > size):
                raise ValueError(f"emphasis {self.emphasis} outside a text of {size} code points")
        if self.cues:
            object.__setattr__(self, "cues", tuple(sorted(self.cues, key=lambda cue: cue.at)))
            if self.cues[0].at < 0 or self.cues[-1].at > size:
                raise ValueError(f"a cue outside a text of {size} code points")

    def __len__(self) -> int:
        """Length in code points; cues have none."""
        return len(self.string)

    def __bool__(self) -> bool:
        """False only for a text with neither characters nor cues."""
        return bool(self.string or self.cues)

    def slice(self, start: int, end: int) -> Text:
        """The text of ``[start, end)`` with its emphasis and the cues that belong to it.

        A cue belongs to the character before it; one at offset 0 to every range that starts there.
        """
        if start == 0 and end == len(self.string):
            return self
        return Text(
            self.string[start:end],
            tuple(
                (max(a, start) - start, min(b, end) - start)
                for a, b in self.emphasis
                if a < end and b > start
            ),
            tuple(
                replace(cue, at=cue.at - start)
                for cue in self.cues
                if start < cue.at <= end or cue.at == start == 0
            ),
        )

    def cut(self, at: int) -> tuple[Text, Text]:
        """The text in two at an offset; cut at 0, all cues are in the second."""
        return (self.slice(0, at), self.slice(at, len(self.string))) if at else (Text(), self)

    def __add__(self, other: Text) -> Text:
        size = len(self.string)
        return Text(
            self.string + other.string,
            self.emphasis + tuple((a + size, b + size) for a, b in other.emphasis),
            self.cues + tuple(replace(cue, at=cue.at + size) for cue in other.cues),
        )

    def splice(self, start: int, end: int, new: Text) -> Text:
        """Replace ``[start, end)`` and its cues by ``new``; an empty range has no cues."""
        if not 0 <= start <= end <= len(self.string):
            raise ValueError(f"[{start}, {end}) outside a text of {len(self.string)} code points")
        before = self.slice(start, end) if end > start else Text()
        swapped = self.swap(start, before, new)
        assert swapped is not None
        return swapped

    def swap(self, start: int, before: Text, after: Text) -> Text | None:
        """Put ``after`` in the place of ``before``, which must stand at ``start``; else None.

        Cues at the very beginning of ``before`` are the last of those that stand at ``start``.
        Swapping back gives this text again.
        """
        end = start + len(before)
        old = self.slice(start, end)
        if (
            start < 0
            or end > len(self)
            or (old.string, old.emphasis)
            != (
                before.string,
                before.emphasis,
            )
        ):
            return None
        here = [cue for cue in self.cues if cue.at == start]
        stay = len(here) - sum(cue.at == 0 for cue in before.cues)
        inside = [cue for cue in self.cues if start < cue.at <= end]
        taken = tuple(replace(cue, at=cue.at - start) for cue in (*here[max(stay, 0) :], *inside))
        if stay < 0 or taken != before.cues:
            return None
        ahead = tuple(cue for cue in self.cues if cue.at < start)
        behind = tuple(replace(cue, at=cue.at - end) for cue in self.cues if cue.at > end)
        head = Text(self.string[:start], self.slice(0, start).emphasis, (*ahead, *here[:stay]))
        tail = Text(self.string[end:], self.slice(end, len(self)).emphasis, behind)
        return head + after + tail

    def reworded(self, start: int, end: int, string: str) -> Text:
        """What belongs to ``[start, end)``, reworded as ``string``: no cue is lost.

        Emphasis is kept when it covers the whole range; cues keep their place from the left while
        they stand in an unchanged beginning, else they go to the end of the new words.
        """
        old = self.slice(start, end)
        whole = bool(old.string) and old.emphasis == ((0, len(old.string)),)
        same = 0
        for a, b in zip(old.string, string, strict=False):
            if a != b:
                break
            same += 1
        kept = tuple((a, min(b, same)) for a, b in old.emphasis if not whole and a < min(b, same))
        return Text(
            string,
            ((0, len(string)),) if whole and string else kept,
            tuple(replace(cue, at=cue.at if cue.at <= same else len(string)) for cue in old.cues),
        )


def merge_ranges(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted, disjoint, non-empty ranges that cover the same code points."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
