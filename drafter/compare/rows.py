"""Rows: every labelled thing of both texts, once, with what happened to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from drafter.compare.marks import formatting_differs, notes_differ
from drafter.compare.notes import in_cue_order, pair_notes
from drafter.compare.numbers import with_numbers
from drafter.compare.pairing import Link, moves
from drafter.compare.words import words
from drafter.model import Footnote, Kind, Paragraph, Piece, Resolution, Row, labels, numbers
from drafter.model.comparison import ChangeKind

MASTHEAD = ("symbol", "session", "agenda_item", "date")
"""Masthead fields that are rows (CLI "Labels")."""
_NUMBERED = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH))

Thing = Paragraph | Footnote
Similarity = Callable[[str, str], float]


@dataclass(frozen=True)
class Frame:
    """What rows are worked out from, beside the things they join."""

    old: Resolution
    new: Resolution
    old_notes: Sequence[Footnote]
    new_notes: Sequence[Footnote]
    """In the order of their numbers."""
    links: Sequence[Link]
    """Of paragraphs."""
    note_links: Sequence[Link]
    moved: frozenset[Link]
    similarity: Similarity
    mates: Mapping[str, str]
    """New note by old note."""
    labels: tuple[Mapping[str, str], Mapping[str, str]]
    """Of the old text and of the new."""
    old_numbers: Mapping[str, str]
    """As printed, of the old text."""
    renumbered: frozenset[tuple[str, str]]
    """Numbers of operative paragraphs as printed, old and new, where they changed."""
    plain: bool
    """Whether one of the files cannot say what is italic."""

    @classmethod
    def of(
        cls,
        old: Resolution,
        new: Resolution,
        links: Sequence[Link],
        similarity: Similarity,
        before: Frame | None = None,
    ) -> Frame:
        """The frame of two texts whose paragraphs are linked; ``before`` is one of the same old
        text."""
        old_notes, new_notes = in_cue_order(old), in_cue_order(new)
        old_numbers = before.old_numbers if before else numbers(old)
        new_numbers = numbers(new)
        old_labels = before.labels[0] if before else labels(old, old_numbers)
        pairs = pair_notes(old, new, old_notes, new_notes, links)
        return cls(
            old,
            new,
            old_notes,
            new_notes,
            links,
            note_links=[((i,), (j,)) for i, j in pairs.items()],
            moved=frozenset(moves(old.paragraphs, new.paragraphs, links)),
            similarity=similarity,
            mates={old_notes[i].id: new_notes[j].id for i, j in pairs.items()},
            labels=(old_labels, labels(new, new_numbers)),
            old_numbers=old_numbers,
            renumbered=_renumbered(old, new, links, old_numbers, new_numbers),
            plain=_plain(old) or _plain(new),
        )

    def rows(self, known: Mapping[Link, Row] | None = None) -> tuple[Row, ...]:
        """The masthead, then the paragraphs, then the footnotes.

        ``known`` are rows of paragraphs whose words, cues and emphasis have not changed.
        """
        found = list(masthead_rows(self.old, self.new))
        for link in placed(self.links, len(self.old.paragraphs), len(self.new.paragraphs)):
            row = known.get(link) if known else None
            found.append(self.renewed(row, link) if row else self.paragraph_row(link))
        for link in placed(self.note_links, len(self.old_notes), len(self.new_notes)):
            found.append(self.note_row(link))
        return tuple(found)

    def paragraph_row(self, link: Link) -> Row:
        """The row of a link between paragraphs."""
        a = [self.old.paragraphs[i] for i in link[0]]
        b = [self.new.paragraphs[j] for j in link[1]]
        return self._row(a, b, moved=link in self.moved, renumbered=self._renumbered(a, b))

    def renewed(self, row: Row, link: Link) -> Row:
        """The row as known, with what follows from order worked out again."""
        a = [self.old.paragraphs[i] for i in link[0]]
        b = [self.new.paragraphs[j] for j in link[1]]
        moved, renumbered = link in self.moved, self._renumbered(a, b)
        if (row.moved, row.renumbered) != (moved, renumbered):
            row = replace(row, moved=moved, renumbered=renumbered)
        pieces = row.words
        if len(pieces) > 2:
            pieces = with_numbers(words(_joined(a), _joined(b)), self.renumbered)
        return row if pieces == row.words else replace(row, words=pieces)

    def reworded(self, new: Resolution) -> Frame:
        """The frame of a new text in which only words changed."""
        notes = [new.notes_by_id[note.id] for note in self.new_notes]
        moved = self.moved and frozenset(moves(self.old.paragraphs, new.paragraphs, self.links))
        return replace(self, new=new, new_notes=notes, moved=moved)

    def moved_again(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows with their moves as they are now (of equally small sets out of order, the one
        with least text counts as moved, so that words may change it)."""
        here = {self.new.paragraphs[b[0]].id for _, b in self.moved}
        for row in rows:
            moved = bool(row.new) and row.new[0] in here
            yield row if row.moved == moved else replace(row, moved=moved)

    def again(self, row: Row, *, note: bool) -> Row:
        """A row whose words changed, of the same things in the same places."""
        if note:
            here, there = self.old.notes_by_id, self.new.notes_by_id
            return self._note_row([here[i] for i in row.old], [there[j] for j in row.new])
        a = [self.old.paragraph(i) for i in row.old]
        b = [self.new.paragraph(j) for j in row.new]
        return self._row(a, b, moved=row.moved, renumbered=row.renumbered)

    def note_row(self, link: Link) -> Row:
        """The row of a link between footnotes."""
        return self._note_row(
            [self.old_notes[i] for i in link[0]], [self.new_notes[j] for j in link[1]]
        )

    def _note_row(self, a: Sequence[Footnote], b: Sequence[Footnote]) -> Row:
        before, after = self.labels
        changed = bool(a and b) and before[a[0].id] != after[b[0].id]
        return self._row(a, b, moved=False, renumbered=changed, similarity=_letters)

    def _renumbered(self, a: Sequence[Paragraph], b: Sequence[Paragraph]) -> bool:
        if not a or not b or (a[0].kind not in _NUMBERED and b[0].kind not in _NUMBERED):
            return False
        before, after = self.labels
        return [before[p.id] for p in a] != [after[p.id] for p in b]

    def _row(
        self,
        a: Sequence[Thing],
        b: Sequence[Thing],
        *,
        moved: bool,
        renumbered: bool,
        similarity: Similarity | None = None,
    ) -> Row:
        before, after = _joined(a), _joined(b)
        both = bool(a and b)
        pieces = words(before, after)
        texts = [x.text for x in a], [x.text for x in b]
        return Row(
            tuple(x.id for x in a),
            tuple(x.id for x in b),
            _change(len(a), len(b), _same(pieces)),
            moved=moved,
            renumbered=renumbered,
            formatting=both and not self.plain and formatting_differs(*texts, pieces),
            notes=both and notes_differ(*texts, self.mates),
            similarity=round((similarity or self.similarity)(before, after), 4) if both else 0.0,
            words=with_numbers(pieces, self.renumbered) if both else pieces,
        )


def _renumbered(
    old: Resolution,
    new: Resolution,
    links: Sequence[Link],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for olds, news in links:
        if olds and news:
            a, b = old.paragraphs[olds[0]], new.paragraphs[news[0]]
            if a.kind is b.kind is Kind.OPERATIVE and a.section == b.section:
                pairs.add((before.get(a.id, ""), after.get(b.id, "")))
    return frozenset((x, y) for x, y in pairs if x != y)


def _joined(things: Sequence[Thing]) -> str:
    return "\n".join(thing.text.string for thing in things)


def _letters(a: str, b: str) -> float:
    """Likeness of short texts, by their letters."""
    return Indel.normalized_similarity(a, b)


def _same(pieces: Iterable[Piece]) -> bool:
    return all(piece.op == "=" or piece.kind == "typography" for piece in pieces)


def _change(olds: int, news: int, same: bool) -> ChangeKind:
    if not olds or not news:
        return "deleted" if olds else "inserted"
    if olds > 1:
        return "merged"
    if news > 1:
        return "split"
    return "same" if same else "edited"


def placed(links: Iterable[Link], old_count: int, new_count: int) -> Iterator[Link]:
    """All links in the order of the new text, and what is gone behind what stood before it."""
    by_new: dict[int, Link] = {}
    by_old: dict[int, Link] = {}
    for link in links:
        by_new.update(dict.fromkeys(link[1], link))
        by_old.update(dict.fromkeys(link[0], link))
    behind: dict[Link | None, list[Link]] = {}
    before: Link | None = None
    for i in range(old_count):
        if i in by_old:
            before = by_old[i]
        else:
            behind.setdefault(before, []).append(((i,), ()))
    yield from behind.get(None, ())
    for j in range(new_count):
        link = by_new.get(j, ((), (j,)))
        if link[1][0] == j:
            yield link
            yield from behind.get(link, ())


def masthead_rows(old: Resolution, new: Resolution) -> Iterator[Row]:
    """Rows of the masthead fields that either text has; dates as ISO."""
    for name in MASTHEAD:
        a, b = _value(old, name), _value(new, name)
        if a or b:
            key = f"masthead.{name}"
            yield Row(
                (key,) if a else (),
                (key,) if b else (),
                _change(bool(a), bool(b), a == b),
                similarity=round(_letters(a, b), 4) if a and b else 0.0,
                words=words(a, b),
            )


def _value(resolution: Resolution, name: str) -> str:
    value = getattr(resolution.masthead, name)
    return value.isoformat() if isinstance(value, dt.date) else value or ""


def _plain(resolution: Resolution) -> bool:
    """Whether the text comes from a file that cannot say what is italic."""
    source = resolution.source
    return (
        source is not None
        and source.format == "text"
        and not any(p.text.emphasis for p in resolution.paragraphs)
    )
