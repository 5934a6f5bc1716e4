"""Hiding unchanged text, and unfolding it in place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.compare.kinds import is_change, kind_of
from ui.compare.scene import Scene


class Folding(QObject):
    """Hides blocks of both texts; nothing is altered in either."""

    changed = Signal()

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._on = False
        self._kinds: frozenset[str] | None = None
        self._hides = False
        """Whether anything may be hidden now."""
        self._open: set[str] = set()
        """Ids of new (or deleted old) paragraphs that were unfolded by hand."""

    @property
    def on(self) -> bool:
        """Whether unchanged text is hidden."""
        return self._on

    @property
    def kinds(self) -> frozenset[str] | None:
        """The kinds that stay when the rest is hidden; None for every change."""
        return self._kinds

    def set(self, on: bool, kinds: frozenset[str] | None = None) -> None:
        """Hide what is unchanged, or all but some kinds; or show everything."""
        self._on, self._kinds = on, kinds
        self._open = set()
        self.apply()
        self.changed.emit()

    def unfold(self, first: int) -> None:
        """Show a run of hidden steps that begins at a step."""
        scene = self._scene
        for start, end in scene.folds:
            if start == first:
                self._open.update(self._key(number) for number in range(start, end))
        self.apply()

    def unfold_paragraph(self, side: int, paragraph_id: str) -> None:
        """Show what hides a paragraph, so that it can be gone to."""
        position = self._scene.text(side).positions.get(paragraph_id)
        for start, end in self._scene.folds:
            for number in range(start, end):
                step = self._scene.steps[number]
                blocks = step.new if side else step.old
                if position is not None and blocks[0] <= position < blocks[1]:
                    self.unfold(start)
                    return

    def apply(self) -> None:
        """Hide and show as chosen; a comparison that changed is taken as it is now."""
        scene = self._scene
        if not self._on and not self._hides:
            return
        self._hides = self._on
        hidden = [self._on and self._is_dull(n) for n in range(len(scene.steps))]
        folds: list[tuple[int, int]] = []
        for number, dull in enumerate(hidden):
            if dull and folds and folds[-1][1] == number:
                folds[-1] = (folds[-1][0], number + 1)
            elif dull:
                folds.append((number, number + 1))
        looked_at, height = self._looked_at(hidden)
        altered = self._set_visible(hidden)
        scene.folds = tuple(folds)
        if altered:
            for metrics in scene.metrics:
                metrics.forget()
            scene.sync.measure()
            if looked_at >= 0:
                scene.sync.bring(looked_at, self._side_of(looked_at), height)
        scene.changed.emit()

    def _looked_at(self, hidden: list[bool]) -> tuple[int, float]:
        """The step that stays where it is while others are hidden or shown, and its height on the
        screen: that of the chosen row, else the first in view; -1 where nothing in view stays."""
        scene = self._scene
        chosen = scene.step_of(scene.chosen) if scene.chosen >= 0 else -1
        seen = [n for n in scene.visible_steps() if not hidden[n]]
        found = chosen if chosen in seen else next(iter(seen), -1)
        return found, scene.sync.height_of(found, self._side_of(found)) if found >= 0 else 0.0

    def _side_of(self, number: int) -> int:
        """The text a step is looked at in: the new one, for what is gone the old one."""
        step = self._scene.steps[number]
        return 0 if step.new[0] == step.new[1] else 1

    def _is_dull(self, number: int) -> bool:
        step = self._scene.steps[number]
        if self._key(number) in self._open:
            return False
        if step.row < 0:
            return True
        row = self._scene.row(step.row)
        if self._kinds is not None:
            return kind_of(row) not in self._kinds
        return not is_change(row)

    def _key(self, number: int) -> str:
        step = self._scene.steps[number]
        side = 1 if step.new[0] != step.new[1] else 0
        blocks = step.new if side else step.old
        paragraphs = self._scene.text(side).paragraphs
        return f"{side}{paragraphs[blocks[0]].id}" if blocks[0] < len(paragraphs) else ""

    def _set_visible(self, hidden: list[bool]) -> bool:
        altered = False
        for side in (0, 1):
            document = self._scene.views[side].document()
            for step, dull in zip(self._scene.steps, hidden, strict=True):
                for at in range(*(step.new if side else step.old)):
                    block = document.findBlockByNumber(at)
                    if block.isValid() and block.isVisible() == dull:
                        block.setVisible(not dull)
                        document.markContentsDirty(block.position(), block.length())
                        altered = True
        return altered
