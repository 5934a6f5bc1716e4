"""Scrolling both texts as one.

A *position* runs through the steps; in each it moves by the height of the taller side, so that
neither text ever moves faster than the wheel, and a text waits where the other has more to show.
A place of the screen a third down, the *level*, is where both texts are at the same step.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollBar

from ui.compare.metrics import Metrics
from ui.compare.steps import Step

LEVEL = 0.33
"""Fraction of the height of the view at which both texts are at the same step."""
_GIVING = 0.5
"""Pixels by which a text that was pulled out of step comes back, for each pixel scrolled."""


class SharedScroll(QObject):
    """Keeps two views at the same step, moved by one scroll bar."""

    moved = Signal()
    """Something is now elsewhere on the screen."""
    measured = Signal()
    """Heights were taken anew."""

    def __init__(self, old: Metrics, new: Metrics, bar: QScrollBar) -> None:
        super().__init__(bar)
        self.sides = (old, new)
        self._bar = bar
        self._steps: Sequence[Step] = ()
        self._ends: list[tuple[int, int]] = []
        """Number of the block behind each step, old and new."""
        self._at: list[float] = [0.0]
        self._edges: tuple[list[float], list[float]] = ([0.0], [0.0])
        self._range = (0.0, 0.0)
        self._slack = 0.0
        self._last = 0.0
        self._busy = False
        self._stale = True
        self.enabled = False
        """Whether the two views are joined; without steps each scrolls by itself."""
        bar.setSingleStep(20)
        bar.valueChanged.connect(self._bar_moved)
        for side in (0, 1):
            view = self.sides[side].view
            view.verticalScrollBar().valueChanged.connect(
                lambda _value, side=side: self._side_moved(side)
            )
            view.viewport().installEventFilter(self)
            self.sides[side].changed.connect(self.measure_later)

    # The shape of it

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Scroll along these steps from now on, staying where the new text is."""
        self._steps = steps
        self._ends = [(step.old[1], step.new[1]) for step in steps]
        self.enabled = bool(steps)
        self.measure()

    def measure_later(self) -> None:
        """Heights changed; look again before the next use."""
        if not self._stale:
            self._stale = True
            self.moved.emit()

    def measure(self) -> None:
        """Take all heights and keep what is seen of the new text where it is."""
        self._stale = False
        if not self._steps:
            self._at, self._edges = [0.0, 0.0], ([0.0, 0.0], [0.0, 0.0])
            self._range = (0.0, 0.0)
            return
        old, new = self.sides
        at, left, right = [0.0], [0.0], [0.0]
        here = a = b = 0.0
        tops = old.tops, new.tops
        # While a text is set anew, it may have fewer blocks than the steps know.
        last_old, last_new = len(tops[0]) - 1, len(tops[1]) - 1
        for i, j in self._ends:  # a thousand at a key that makes a line: no calls here
            below_old = tops[0][i if i < last_old else last_old]
            below_new = tops[1][j if j < last_new else last_new]
            taller_old = below_old - a if below_old > a else 0.0
            taller_new = below_new - b if below_new > b else 0.0
            a += taller_old
            b += taller_new
            here += taller_old if taller_old > taller_new else taller_new
            at.append(here)
            left.append(a)
            right.append(b)
        left.append(max(a, old.height))
        right.append(max(b, new.height))
        at.append(here + max(left[-1] - a, right[-1] - b))
        self._at, self._edges = at, (left, right)
        height = max(1, new.view.viewport().height())
        ahead, behind = LEVEL * height, (1 - LEVEL) * height
        first = min(self.position_of(0, ahead, last=True), self.position_of(1, ahead, last=True))
        last = max(self.position_of(0, left[-1] - behind), self.position_of(1, right[-1] - behind))
        self._range = (first, max(first, last))
        self._busy = True
        self._bar.setRange(0, round(self._range[1] - self._range[0]))
        self._bar.setPageStep(height)
        self._busy = False
        self._side_moved(1)
        self.measured.emit()

    def _ready(self) -> None:
        if self._stale:
            self.measure()

    # Positions

    @property
    def total(self) -> float:
        """Length of all steps together."""
        self._ready()
        return self._at[-1]

    @property
    def position(self) -> float:
        """Where the level is."""
        self._ready()
        return self._range[0] + self._bar.value()

    def set_position(self, position: float) -> None:
        """Bring the level to a position."""
        self._ready()
        self._bar.setValue(round(position - self._range[0]))

    def start_of(self, step: int) -> float:
        """Position at which a step begins."""
        self._ready()
        return self._at[step]

    def span_of(self, step: int) -> tuple[float, float]:
        """Positions at which a step begins and ends."""
        self._ready()
        return self._at[step], self._at[step + 1]

    def window(self) -> tuple[float, float]:
        """Positions at the top and at the bottom of what is seen."""
        self._ready()
        here = self.position
        tops: list[float] = []
        bottoms: list[float] = []
        for side, metrics in enumerate(self.sides):
            top = metrics.scroll
            tops.append(self.position_of(side, top, near=here))
            bottoms.append(
                self.position_of(side, top + metrics.view.viewport().height(), near=here)
            )
        return min(tops), max(bottoms)

    def steps_in(self, first: float, last: float) -> range:
        """The steps that have a part between two positions, those without height too."""
        self._ready()
        start = bisect_left(self._at, first) - 1
        end = bisect_right(self._at, last)
        return range(max(start, 0), min(end, len(self._steps)))

    def place(self, side: int, position: float) -> float:
        """Pixels from the top of a text at a position."""
        at, edges = self._at, self._edges[side]
        i = min(max(bisect_right(at, position) - 1, 0), len(at) - 2)
        room = at[i + 1] - at[i]
        ratio = min(max((position - at[i]) / room, 0.0), 1.0) if room else 0.0
        return edges[i] + ratio * (edges[i + 1] - edges[i])

    def position_of(
        self, side: int, pixels: float, *, near: float | None = None, last: bool = False
    ) -> float:
        """The position at which a text is at so many pixels: of several, the one nearest to
        ``near``, else the first or the ``last``."""
        edges, at = self._edges[side], self._at
        low = self._first_at(edges, at, pixels)
        high = self._last_at(edges, at, pixels)
        if near is not None:
            return min(max(near, low), high)
        return high if last else low

    @staticmethod
    def _first_at(edges: list[float], at: list[float], pixels: float) -> float:
        i = bisect_left(edges, pixels)
        if i <= 0:
            return at[0]
        if i >= len(edges):
            return at[-1]
        room = edges[i] - edges[i - 1]
        return at[i - 1] + (pixels - edges[i - 1]) / room * (at[i] - at[i - 1])

    @staticmethod
    def _last_at(edges: list[float], at: list[float], pixels: float) -> float:
        i = bisect_right(edges, pixels)
        if i <= 0:
            return at[0]
        if i >= len(edges):
            return at[-1]
        room = edges[i] - edges[i - 1]
        return at[i - 1] + (pixels - edges[i - 1]) / room * (at[i] - at[i - 1])

    # Moving

    def _bar_moved(self) -> None:
        if self._busy or not self.enabled:
            return
        self._ready()
        self._give(abs(self.position - self._last))
        self._place_side(0)
        self._place_side(1)
        self._last = self.position
        self.moved.emit()

    def _side_moved(self, side: int) -> None:
        """A text was scrolled by something else (the caret, a drag): take the other along."""
        if self._busy or not self.enabled:
            return
        self._ready()
        metrics = self.sides[side]
        slack = self._slack if side == 0 else 0.0
        level = LEVEL * metrics.view.viewport().height()
        bar = metrics.view.verticalScrollBar()
        here = self.position
        wanted = self.place(side, here) - level + slack
        if bar.value() == bar.minimum():
            position = here if wanted <= 0.5 else self._range[0]
        elif bar.value() == bar.maximum():
            position = here if wanted >= bar.maximum() - 0.5 else self._range[1]
        else:
            position = self.position_of(side, metrics.scroll - slack + level, near=here)
        self._busy = True
        self._bar.setValue(round(position - self._range[0]))
        self._busy = False
        self._place_side(1 - side)
        self._last = self.position
        self.moved.emit()

    def _place_side(self, side: int) -> None:
        metrics = self.sides[side]
        level = LEVEL * metrics.view.viewport().height()
        value = self.place(side, self.position) - level + (self._slack if side == 0 else 0.0)
        self._busy = True
        metrics.view.verticalScrollBar().setValue(round(value))
        self._busy = False

    def level(self, old: float, new: float) -> None:
        """Bring a place of the old text and one of the new side by side, though they belong to
        different steps; scrolling brings the texts back into step, little by little."""
        self._ready()
        self._slack = 0.0
        self.set_position(self.position_of(1, new))
        self._place_side(0)
        self._place_side(1)
        new_metrics = self.sides[1]
        wanted = old - (new - new_metrics.scroll)
        self._slack = wanted - (self.place(0, self.position) - LEVEL * self._viewport_height())
        self._place_side(0)
        self._last = self.position
        self.moved.emit()

    def height_of(self, step: int, side: int) -> float:
        """Pixels from the top of the screen at which a step begins in a text."""
        return self.place(side, self.start_of(step)) - self.sides[side].scroll

    def bring(self, step: int, side: int, height: float) -> None:
        """Scroll so that a step begins so many pixels from the top of the screen in a text."""
        self._slack = 0.0
        start = self.start_of(step)
        level = LEVEL * self._viewport_height()
        pixels = self.place(side, start) - height + level
        self.set_position(self.position_of(side, pixels, near=start))
        self._place_side(0)
        self._place_side(1)

    def settle(self) -> None:
        """Bring both texts back into step at once."""
        self._slack = 0.0
        self._ready()
        self._place_side(0)
        self._place_side(1)

    def _viewport_height(self) -> int:
        return self.sides[0].view.viewport().height()

    def _give(self, distance: float) -> None:
        if self._slack:
            size = max(0.0, abs(self._slack) - distance * _GIVING)
            self._slack = size if self._slack > 0 else -size

    def scroll_by(self, pixels: float) -> None:
        """Scroll both texts."""
        self._ready()
        self._bar.setValue(self._bar.value() + round(pixels))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over either text scrolls both; a new size is measured."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent) and self.enabled:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.scroll_by(-wheel_pixels(event, self._bar.singleStep()))
            event.accept()
            return True
        if event.type() == QEvent.Type.Resize:
            self.measure_later()
        return False


def wheel_pixels(event: QWheelEvent, line: int) -> float:
    """How far a turn of the wheel goes: a trackpad says it in pixels, a wheel in notches."""
    pixels: QPoint = event.pixelDelta()
    if not pixels.isNull():
        return pixels.y()
    return event.angleDelta().y() / 120 * 3 * line
