"""A comparison, from scratch or kept up to date while the new text is edited."""

from __future__ import annotations

from collections.abc import Collection

from drafter.compare.pairing import SINGLES, Link, pair_paragraphs
from drafter.compare.rows import Frame
from drafter.model import Comparison, Resolution, Row
from drafter.text.rarity import Rarity
from drafter.text.similarity import features, similarity

_STILL = 0.2
"""Likeness above which a paragraph that is being edited stays with its mate."""
_NEAR = 0.25
"""Likeness from which a new paragraph may be one that is gone."""
_SMALL = 160
"""Paragraphs of both texts together that are paired anew in the time of a keystroke."""


def compare_resolutions(old: Resolution, new: Resolution) -> Comparison:
    """What became what between two texts: drafter.model.Comparison."""
    return Comparer(old, new).comparison


class Comparer:
    """A comparison that follows the edits of the new text."""

    comparison: Comparison
    """As of the last update."""

    def __init__(self, old: Resolution, new: Resolution) -> None:
        self._anew(old, new)

    def update(self, new: Resolution) -> Comparison:
        """The comparison with the new text as it is now.

        Where paragraphs and notes were only reworded and still resemble their mates, only their
        rows are worked out again. Else a small text is compared anew; in a large one, only the
        paragraphs that changed are paired again, among what is free, and what nobody touched
        keeps its mate (``Comparer(old, new)`` decides everything anew).
        """
        before, frame = self.comparison, self._frame
        if new is before.new:
            return before
        changed = _reworded(before.new, new)
        if changed is not None and all(self._keeps(key, new) for key in changed):
            self._reword(new, changed)
        elif len(frame.old.paragraphs) + len(new.paragraphs) <= _SMALL:
            self._anew(frame.old, new)
        else:
            kept = self._untouched(new)
            pairs = [link for link, _ in kept]
            links = pair_paragraphs(frame.old.paragraphs, new.paragraphs, self._rarity, pairs)
            self._frame = Frame.of(frame.old, new, links, self._likeness, frame)
            same_notes = self._frame.mates == frame.mates
            rows = self._frame.rows(dict(kept) if same_notes else None)
            self.comparison = Comparison(frame.old, new, rows)
        return self.comparison

    def _anew(self, old: Resolution, new: Resolution) -> None:
        self._rarity: Rarity = _rarity(old, new)
        links = pair_paragraphs(old.paragraphs, new.paragraphs, self._rarity)
        self._frame: Frame = Frame.of(old, new, links, self._likeness)
        self.comparison = Comparison(old, new, self._frame.rows())

    def _likeness(self, a: str, b: str) -> float:
        return similarity(a, b, self._rarity)

    def _keeps(self, key: str, new: Resolution) -> bool:
        """Whether a reworded paragraph or note goes on in the row it is in."""
        row, old = self.comparison.by_new[key], self.comparison.old
        if key in new.notes_by_id:
            return True
        text = "\n".join(new.text_of(j).string for j in row.new)
        if row.old:
            single = old.paragraph(row.old[0]).kind in SINGLES
            before = "\n".join(old.text_of(i).string for i in row.old)
            return single or self._likeness(before, text) >= _STILL
        return not any(
            self._likeness(old.text_of(i).string, text) >= _NEAR
            for other in self.comparison.rows
            if other.change == "deleted" and other.old[0] in old.positions
            for i in other.old
        )

    def _reword(self, new: Resolution, changed: Collection[str]) -> None:
        """Work out again the rows of the changed paragraphs and notes."""
        frame, before = self._frame, self.comparison
        self._frame = frame = frame.reworded(new)
        touched = {before.by_new[key].new: key in new.notes_by_id for key in changed}
        rows = list(before.rows)
        for place, row in enumerate(rows):
            if row.new in touched:
                rows[place] = frame.again(row, note=touched[row.new])
        found = frame.moved_again(rows) if frame.moved else rows
        self.comparison = Comparison(frame.old, new, tuple(found))

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


def _reworded(before: Resolution, now: Resolution) -> list[str] | None:
    """The paragraphs and notes whose words or emphasis changed; None where anything else did."""
    if len(before.paragraphs) != len(now.paragraphs) or before.masthead != now.masthead:
        return None
    changed: list[str] = []
    for a, b in zip(before.paragraphs, now.paragraphs, strict=True):
        if a is b:
            continue
        here = (a.id, a.kind, a.level, a.section, a.typed_label, [c.note for c in a.text.cues])
        there = (b.id, b.kind, b.level, b.section, b.typed_label, [c.note for c in b.text.cues])
        if here != there:
            return None
        changed.append(b.id)
    if before.notes is not now.notes:
        if [note.id for note in before.notes] != [note.id for note in now.notes]:
            return None
        changed += [b.id for a, b in zip(before.notes, now.notes, strict=True) if a.text != b.text]
    return changed
