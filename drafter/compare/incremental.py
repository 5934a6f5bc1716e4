"""A comparison, from scratch or kept up to date while the new text is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.compare.pairing import Link, pair_paragraphs
from drafter.compare.rows import Frame
from drafter.model import Comparison, Paragraph, Resolution, Row
from drafter.text.rarity import Rarity
from drafter.text.similarity import features, similarity

_STILL = 0.3
"""Likeness above which a paragraph that is being edited stays with its mate."""


def compare_resolutions(old: Resolution, new: Resolution) -> Comparison:
    """What became what between two texts: drafter.model.Comparison."""
    return Comparer(old, new).comparison


class Comparer:
    """A comparison that follows the edits of the new text."""

    comparison: Comparison
    """As of the last update."""

    def __init__(self, old: Resolution, new: Resolution) -> None:
        self._rarity: Rarity = _rarity(old, new)
        links = pair_paragraphs(old.paragraphs, new.paragraphs, self._rarity)
        self._frame: Frame = Frame.of(old, new, links, self._likeness)
        self.comparison = Comparison(old, new, self._frame.rows())

    def update(self, new: Resolution) -> Comparison:
        """The comparison with the new text as it is now.

        Where paragraphs were only reworded and still resemble their mates, only their rows are
        worked out again; else the paragraphs that changed are paired again among what is free.
        What nobody touched keeps its mate: ``Comparer(old, new)`` decides everything anew.
        """
        before, frame = self.comparison, self._frame
        if new is before.new:
            return before
        changed = _reworded(before.new, new)
        if changed is not None and all(self._still(before.by_new[p.id], new) for p in changed):
            self._frame = replace(frame, new=new)
            rows = self._reworded_rows(changed)
        else:
            kept = self._untouched(new)
            pairs = [link for link, _ in kept]
            links = pair_paragraphs(frame.old.paragraphs, new.paragraphs, self._rarity, pairs)
            self._frame = Frame.of(frame.old, new, links, self._likeness, frame)
            same_notes = self._frame.mates == frame.mates
            rows = self._frame.rows(dict(kept) if same_notes else None)
        self.comparison = Comparison(frame.old, new, rows)
        return self.comparison

    def _likeness(self, a: str, b: str) -> float:
        return similarity(a, b, self._rarity)

    def _still(self, row: Row, new: Resolution) -> bool:
        """Whether the two sides of a row are still much alike."""
        old = self.comparison.old
        if not row.old:
            return False
        a = "\n".join(old.paragraph(i).text.string for i in row.old)
        b = "\n".join(new.paragraph(j).text.string for j in row.new)
        return self._likeness(a, b) >= _STILL

    def _reworded_rows(self, changed: Sequence[Paragraph]) -> tuple[Row, ...]:
        """The rows, those of the changed paragraphs worked out again."""
        frame, positions = self._frame, self._frame.new.positions
        touched = {self.comparison.by_new[p.id].new for p in changed}
        by_head = {link[1][0]: link for link in frame.links if link[0] and link[1]}
        return tuple(
            frame.paragraph_row(by_head[positions[row.new[0]]]) if row.new in touched else row
            for row in self.comparison.rows
        )

    def _untouched(self, new: Resolution) -> list[tuple[Link, Row]]:
        """The links whose paragraphs are all there and the same, with their rows."""
        before, old = self.comparison, self.comparison.old.positions
        then, now = before.new.positions, new.positions
        found: list[tuple[Link, Row]] = []
        for row in before.paragraph_rows():
            if not row.old or not row.new or not all(j in now for j in row.new):
                continue
            news = tuple(now[j] for j in row.new)
            same = all(new.paragraphs[now[j]] is before.new.paragraphs[then[j]] for j in row.new)
            if same and list(news) == sorted(news):
                found.append(((tuple(old[i] for i in row.old), news), row))
        return found


def _rarity(old: Resolution, new: Resolution) -> Rarity:
    return Rarity(features(p.text.string) for text in (old, new) for p in text.paragraphs)


def _reworded(before: Resolution, now: Resolution) -> list[Paragraph] | None:
    """The paragraphs whose words or emphasis changed; None where anything else did."""
    if len(before.paragraphs) != len(now.paragraphs) or before.masthead != now.masthead:
        return None
    if before.notes is not now.notes and before.notes != now.notes:
        return None
    changed: list[Paragraph] = []
    for a, b in zip(before.paragraphs, now.paragraphs, strict=True):
        if a is b:
            continue
        here = (a.id, a.kind, a.level, a.section, a.typed_label, [c.note for c in a.text.cues])
        there = (b.id, b.kind, b.level, b.section, b.typed_label, [c.note for c in b.text.cues])
        if here != there:
            return None
        changed.append(b)
    return changed
