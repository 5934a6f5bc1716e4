"""Where the old text of a script stands in the file: from offsets of the model to atoms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.model import Span, Text
from drafter.ooxml.blocks import Block
from drafter.ooxml.names import Element, local
from drafter.ooxml.strip import Strip


@dataclass(slots=True)
class Place:
    """An old paragraph (or note) of the script, where it stands in the file."""

    text: Text
    spans: Sequence[Span]
    blocks: list[Block]
    label: tuple[int, int, str] | None = None
    """Range of its first block's text to be replaced (a typed number), and by what."""


class Located:
    """Old paragraphs of a script on one strip of the file."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.strip = Strip([block for place in places for block in place.blocks])

    def stretches(self, k: int, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(offset in the old text, start, end in the strip) of what was read in a range."""
        for span in self.places[k].spans:
            low, high = max(start, span.start), min(end, span.end)
            if low < high and span.block in self.strip.bases:
                at = self.strip.bases[span.block] + span.at + low - span.start
                yield low, at, at + high - low

    def behind_gap(self, k: int, start: int, end: int) -> int | None:
        """Offset in the strip of ``end`` in an old text, where ``[start, end)`` was read from
        nothing of the same length (a tab read as a space) within one block; else None."""
        spans = self.places[k].spans
        before = next((span for span in spans if span.end == start), None)
        after = next((span for span in spans if span.start == end), None)
        if start >= end or before is None or after is None or before.block != after.block:
            return None
        return self.strip.bases[after.block] + after.at if after.block in self.strip.bases else None

    def begin(self, k: int) -> int:
        """Where an old paragraph's text begins in the strip, behind its typed number."""
        place = self.places[k]
        first = min(place.spans, key=lambda span: span.start, default=None)
        if first is None or first.block not in self.strip.bases:
            return self.strip.bases[place.blocks[0].key]
        return self.strip.bases[first.block] + first.at

    def cues_of(self, k: int) -> list[int]:
        """Places among the strip's atoms of an old paragraph's cues, in order; -1 where lost."""
        place = self.places[k]
        keys = {block.key for block in place.blocks}
        low = min(self.strip.bases[key] for key in keys)
        high = max(self.strip.bases[b.key] + len(b.text) for b in place.blocks)
        atoms = self.strip.atoms
        found: list[int] = []
        free = [
            i for i, atom in enumerate(atoms) if atom.kind == "cue" and low <= atom.start <= high
        ]
        for cue in place.text.cues:
            at = self.offset(k, cue.at)
            here = [i for i in free if atoms[i].start == at] or free
            if here:
                free = [i for i in free if i > here[0]]
                found.append(here[0])
            else:
                found.append(-1)
        return found

    def offset(self, k: int, at: int) -> int:
        """Offset in the strip of a cue at an offset of the old text: behind the letter before."""
        for _, _, end in self.stretches(k, at - 1, at):
            return end
        return self.begin(k)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """First and last atom with text in a range of the strip."""
        atoms = self.strip.atoms
        first = bisect_left(atoms, start, key=lambda atom: atom.start)
        while first < len(atoms) and not atoms[first].text:
            first += 1
        last = bisect_right(atoms, end, key=lambda atom: atom.end) - 1
        while last >= 0 and not atoms[last].text:
            last -= 1
        return first, last

    def before(self, offset: int) -> int:
        """The last atom with text that ends at or before an offset, in the offset's block; -1."""
        if offset == 0:
            return -1
        atoms = self.strip.atoms
        last = bisect_right(atoms, offset, key=lambda atom: atom.end) - 1
        while last >= 0 and not atoms[last].text:
            last -= 1
        return last

    def end(self, k: int) -> int:
        """Where an old paragraph's text ends in the strip."""
        ends = [end for _, _, end in self.stretches(k, 0, len(self.places[k].text))]
        return max(ends, default=self.begin(k))

    def out_of_link(self, index: int) -> int:
        """Past the end of a HYPERLINK field whose last word this is."""
        for first, last in self.strip.fields:
            if first < index < last and all(
                not atom.text for atom in self.strip.atoms[index + 1 : last]
            ):
                index = last
        return index

    def whole_ranges(self) -> list[tuple[int, int]]:
        """What is never changed in part: links, since their address would be wrong; formulas; what
        fields show, since they would show the old words again when they are brought up to date."""
        found: dict[int, tuple[int, int]] = {}
        atoms = self.strip.atoms
        for atom in atoms:
            whole = atom.node if atom.kind == "fixed" else atom.link
            whole = _simple_field(atom.run) if whole is None else whole
            if whole is not None and atom.text:
                start, _ = found.get(id(whole), (atom.start, 0))
                found[id(whole)] = (start, atom.end)
        fields = ((atoms[first].start, atoms[last].end) for first, last in self.strip.fields)
        return [*found.values(), *((start, end) for start, end in fields if start < end)]


def _simple_field(run: Element) -> Element | None:
    parent = run.getparent()
    return parent if parent is not None and local(parent) == "fldSimple" else None


def filled(found: list[tuple[int, int, int]], strip: Strip) -> Iterator[tuple[int, int, int]]:
    """Stretches with the gaps between those of one block filled: what was mended goes too."""
    current: tuple[int, int, int] | None = None
    starts = sorted(strip.bases.values())
    for at, start, end in found:
        if current is None:
            current = (at, start, end)
        elif current[2] <= start and bisect_right(starts, current[2] - 1) == bisect_right(
            starts, start
        ):
            current = (current[0], current[1], end)
        else:
            yield current
            current = (at, start, end)
    if current is not None:
        yield current
