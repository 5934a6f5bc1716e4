"""From change to change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.compare.scene import Scene
from ui.compare.sync import LEVEL


class Navigation(QObject):
    """Goes to rows: brings both sides level, chooses the row, tells what was reached."""

    reached = Signal(int)
    """Index of the row."""
    nothing = Signal(str)
    """There is no such change; in words."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._scene = scene

    def step(self, way: int, kinds: frozenset[str] | None = None) -> int:
        """To the next change (1) or the one before (-1), of some kinds only; its row, or -1."""
        scene = self._scene
        changes = scene.changes(kinds)
        here = self._here()
        order = [scene.step_of(row) for row in changes]
        if way > 0:
            found = next((row for row, at in zip(changes, order, strict=True) if at > here), -1)
        else:
            found = -1
            for row, at in zip(changes, order, strict=True):
                if at < here:
                    found = row
        if found < 0:
            end = self.tr("last") if way > 0 else self.tr("first")
            words = self.tr("That was the %s change.") % end
            self.nothing.emit(words if changes else self.tr("There is no such change."))
            return -1
        self.go(found)
        return found

    def _here(self) -> int:
        """The step one is at: that of the chosen row while it is in view, else at the level."""
        scene = self._scene
        if scene.chosen >= 0:
            first, last = scene.scroll.window()
            number = scene.step_of(scene.chosen)
            if number >= 0:
                start, end = scene.scroll.span_of(number)
                if end >= first and start <= last:
                    return number
        position = scene.scroll.position
        for number in range(len(scene.steps)):
            if scene.scroll.start_of(number) >= position - LEVEL * 400:
                return number - 1
        return len(scene.steps)

    def go(self, row: int) -> None:
        """Bring both sides of a row level and look at it."""
        scene = self._scene
        old, new = scene.blocks(0, row), scene.blocks(1, row)
        number = scene.step_of(row)
        if number < 0:
            return
        scene.choose(row)
        step = scene.steps[number]
        apart = step.old[0] == step.old[1] or step.new[0] == step.new[1]
        if old and new and apart:
            scene.scroll.level(scene.metrics[0].edge(old[0][0]), scene.metrics[1].edge(new[0][0]))
        else:
            scene.scroll.settle()
            scene.scroll.set_position(scene.scroll.start_of(number))
        self.reached.emit(row)
