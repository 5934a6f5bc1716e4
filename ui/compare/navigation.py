"""From change to change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.compare.scene import Scene


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
        before, after = self._around()
        if way > 0:
            found = next((row for row in changes if scene.step_of(row) >= after), -1)
        else:
            found = next((row for row in reversed(changes) if scene.step_of(row) < before), -1)
        if found < 0:
            end = self.tr("last") if way > 0 else self.tr("first")
            words = self.tr("That was the %s change.") % end
            self.nothing.emit(words if changes else self.tr("There is no such change."))
            return -1
        self.go(found)
        return found

    def _around(self) -> tuple[int, int]:
        """Steps before the first and from the second on are behind and ahead of where one is: at
        the chosen row while it is in view, else at the top of the window."""
        scene = self._scene
        first, last = scene.sync.window()
        number = scene.step_of(scene.chosen) if scene.chosen >= 0 else -1
        if number >= 0:
            start, end = scene.sync.span_of(number)
            if end >= first and start <= last:
                return number, number + 1
        starts = (scene.sync.start_of(n) >= first - 1 for n in range(len(scene.steps)))
        number = next((n for n, below in enumerate(starts) if below), len(scene.steps))
        return number, number

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
            scene.sync.level(scene.metrics[0].edge(old[0][0]), scene.metrics[1].edge(new[0][0]))
        else:
            scene.sync.settle()
            scene.sync.set_position(scene.sync.start_of(number))
        self.reached.emit(row)
