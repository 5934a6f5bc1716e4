"""What the parts of the comparison look at: the comparison with its steps, marks and views."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from drafter.model import Comparison, Resolution, Row
from ui.compare.kinds import is_change, kind_of
from ui.compare.marks import SMALL, Mark, row_marks, typed
from ui.compare.metrics import Metrics
from ui.compare.steps import Blocks, Step, carried, row_numbers, runs, steps
from ui.compare.sync import SharedScroll
from ui.editor.view import ResolutionView
from ui.theme import Theme


class Scene(QObject):
    """One comparison on the screen. Parts read it and are told when it is another."""

    changed = Signal()
    """Another comparison, or the same one folded or dressed otherwise."""
    reworded = Signal(list)
    """Indices of the rows that have other words in this comparison, where all else is the same."""
    chosen_changed = Signal(int)
    """Index of the row that is looked at, or -1."""

    def __init__(
        self, old: ResolutionView, new: ResolutionView, sync: SharedScroll, theme: Theme
    ) -> None:
        super().__init__(sync)
        self.views = (old, new)
        self.sync = sync
        self.metrics: tuple[Metrics, Metrics] = sync.sides
        self.theme = theme
        self.comparison = Comparison(Resolution(), Resolution(), ())
        self.steps: tuple[Step, ...] = ()
        self.folds: tuple[tuple[int, int], ...] = ()
        """Runs of steps that are hidden, half-open."""
        self.show_small = True
        """Whether also/further and endings, which follow from order, are marked."""
        self.chosen = -1
        self._row_of: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self._marks: dict[int, tuple[dict[str, tuple[Mark, ...]], dict[str, tuple[Mark, ...]]]] = {}
        self._step_of: dict[int, int] = {}
        self._steps_of: dict[int, list[int]] = {}

    def show(self, comparison: Comparison) -> None:
        """Show another comparison; what is known of rows that stayed is kept."""
        before, self.comparison = self.comparison, comparison
        if self.steps and _same_shape(before, comparison):
            self._reword(before)
            return
        known = {id(row): number for number, row in enumerate(before.rows)}
        self._marks = {
            number: self._marks[known[id(row)]]
            for number, row in enumerate(comparison.rows)
            if known.get(id(row)) in self._marks
        }
        self._row_of = row_numbers(comparison)
        self.steps = steps(comparison, self._row_of) if comparison.rows else ()
        self._step_of, self._steps_of = {}, {}
        for number, step in enumerate(self.steps):
            self._steps_of.setdefault(step.row, []).append(number)
            # The place in the new text is where a row is looked at; a moved one has two.
            known_step = self._step_of.get(step.row)
            if known_step is None or self.steps[known_step].new[0] == self.steps[known_step].new[1]:
                self._step_of[step.row] = number
        self.folds = ()
        chosen, self.chosen = self.chosen, self._chosen_of(before)
        self.sync.set_steps(self.steps)
        self.changed.emit()
        if chosen >= 0:
            self.chosen_changed.emit(self.chosen)

    def _chosen_of(self, before: Comparison) -> int:
        """The row that holds now what was looked at in another comparison, or -1."""
        if not 0 <= self.chosen < len(before.rows):
            return -1
        row = before.rows[self.chosen]
        found = [self.row_of(1, key) for key in row.new] + [self.row_of(0, key) for key in row.old]
        return next((number for number in found if number >= 0), -1)

    def _reword(self, before: Comparison) -> None:
        """As after nearly every key: the rows stand as they stood, some have other words."""
        pairs = zip(before.rows, self.comparison.rows, strict=True)
        others = [number for number, (old, new) in enumerate(pairs) if old is not new]
        for number in others:
            self._marks.pop(number, None)
        if all(_told(before.rows[n]) == _told(self.comparison.rows[n]) for n in others):
            self.reworded.emit(others)
        else:
            self.changed.emit()

    def follow_typing(self, draft: Resolution, target: str, at: int, gone: int, come: int) -> None:
        """Words of one paragraph of the new text changed: carry its marks along until the
        comparison is worked out anew. Nothing else is looked at."""
        number = self.row_of(1, target)
        if number >= 0:
            self.marks(1, target)
            old, new = self._marks.get(number, ({}, {}))
            row = self.comparison.rows[number]
            if row.old:
                moved = typed(new.get(target, ()), at, gone, come)
                self._marks[number] = (old, {**new, target: moved})
        self.comparison = replace(self.comparison, new=draft)

    def follow_structure(self, draft: Resolution) -> None:
        """Paragraphs of the new text came, went or were moved: show each where it is now, new ones
        as new, until the comparison is worked out anew."""
        self.show(carried(self.comparison, draft))

    def dress(self, theme: Theme) -> None:
        """Use other colours."""
        self.theme = theme
        self.changed.emit()

    def mark_small(self, on: bool) -> None:
        """Mark also/further, endings and numbers that only follow from order, or leave them."""
        self.show_small = on
        self.changed.emit()

    def choose(self, row: int) -> None:
        """Look at a row."""
        if row != self.chosen:
            self.chosen = row
            self.chosen_changed.emit(row)

    def visible_steps(self) -> range:
        """The steps of which either side is in view."""
        return self.sync.steps_in(*self.sync.window())

    def steps_of(self, row: int) -> list[Step]:
        """All steps of a row: two where it was moved."""
        return [self.steps[i] for i in self._steps_of.get(row, ())]

    def row(self, number: int) -> Row:
        """A row by its index."""
        return self.comparison.rows[number]

    def row_of(self, side: int, paragraph_id: str) -> int:
        """Index of the row of a paragraph of the old (0) or new (1) text, or -1."""
        return self._row_of[side].get(paragraph_id, -1)

    def step_of(self, row: int) -> int:
        """The step at which a row is looked at, or -1."""
        return self._step_of.get(row, -1)

    def marks(self, side: int, paragraph_id: str) -> tuple[Mark, ...]:
        """The changed words of a paragraph."""
        number = self.row_of(side, paragraph_id)
        if number < 0:
            return ()
        if number not in self._marks:
            self._marks[number] = row_marks(self.comparison, self.comparison.rows[number])
        found = self._marks[number][side].get(paragraph_id, ())
        return found if self.show_small else tuple(m for m in found if m.kind not in SMALL)

    def text(self, side: int) -> Resolution:
        """The old or the new text as it was compared."""
        return self.comparison.new if side else self.comparison.old

    def blocks(self, side: int, number: int) -> list[Blocks]:
        """Runs of neighbouring paragraphs of a row in one of the texts."""
        row, text = self.comparison.rows[number], self.text(side)
        ids = row.new if side else row.old
        return runs([p for key in ids if (p := text.positions.get(key)) is not None])

    def is_lone(self, number: int) -> bool:
        """Whether a row is in one of the texts only."""
        return number >= 0 and not (self.row(number).old and self.row(number).new)

    def kind(self, number: int) -> str:
        """The kind a row is shown as."""
        return kind_of(self.comparison.rows[number]) if number >= 0 else "same"

    def changes(self, kinds: frozenset[str] | None = None) -> list[int]:
        """Rows worth stopping at, in the order of the steps; of some kinds only."""
        found: dict[int, None] = {}
        for step in self.steps:
            if step.row < 0 or not is_change(self.comparison.rows[step.row]):
                continue
            if kinds is not None and kind_of(self.comparison.rows[step.row]) not in kinds:
                continue
            if self.steps[self._step_of[step.row]] is step:
                found[step.row] = None
        return list(found)


def _same_shape(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons have the same steps: the same rows of the same paragraphs."""
    return (
        len(one.rows) == len(other.rows)
        and one.old is other.old
        and all(
            a is b or (a.old, a.new, a.moved) == (b.old, b.new, b.moved)
            for a, b in zip(one.rows, other.rows, strict=True)
        )
        and one.new.positions == other.new.positions
    )


def _told(row: Row) -> tuple[str, bool, str]:
    """What is told of a row beside its words."""
    return row.change, row.moved, row.beside
