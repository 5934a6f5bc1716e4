"""Two texts side by side, put together from the parts of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.model import Comparison
from ui.compare.changemap import ChangeMap
from ui.compare.folding import Folding
from ui.compare.linkmap import WIDTH as LINKS
from ui.compare.linkmap import LinkMap
from ui.compare.metrics import Metrics
from ui.compare.navigation import Navigation
from ui.compare.scene import Scene
from ui.compare.status import StatusLine
from ui.compare.sync import SharedScroll
from ui.compare.underlay import Underlay
from ui.editor.view import ResolutionView
from ui.fit import between
from ui.theme import Theme, palette, text_style, theme, ui_font

if TYPE_CHECKING:
    from ui.compare.reading import ReadingView


class CompareView(QWidget):
    """Two texts side by side. It shows any comparison of what its two views show."""

    problem = Signal(str)
    """What could not be done, in words."""

    def __init__(
        self,
        old: ResolutionView,
        new: ResolutionView,
        theme_: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.views = (old, new)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.setAccessibleName(self.tr("Scroll both texts"))
        self.sync = SharedScroll(Metrics(old), Metrics(new), self.bar)
        self.scene = Scene(old, new, self.sync, theme_ or theme())
        self.links = LinkMap(self.scene)
        self.map = ChangeMap(self.scene)
        self.status = StatusLine(self.scene)
        self.navigation = Navigation(self.scene)
        self.folding = Folding(self.scene)
        self.underlays = (Underlay(self.scene, 0), Underlay(self.scene, 1))
        self.captions = (QLabel(self.tr("Last cycle")), QLabel(self.tr("This draft")))
        self._reading: ReadingView | None = None
        self._share = 0.5
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self._share_room)
        self._lay_out()
        for view in self.views:
            view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.links.row_clicked.connect(self.go_to_row)
        self.links.fold_clicked.connect(self.folding.unfold)
        self.links.step_wanted.connect(self.step)
        self.links.back_wanted.connect(self.copy_back)
        self.map.position_wanted.connect(self._go_to_position)
        self.status.kind_wanted.connect(lambda kind: self.step(1, kind))
        self.status.hide_wanted.connect(self.folding.set)
        self.status.only_wanted.connect(self.show_only)
        self.navigation.nothing.connect(self.problem)
        self.status.reading_wanted.connect(self.show_reading)
        self.dress(self.scene.theme)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.splitterMoved.connect(self._shared)
        sides: list[QWidget] = []
        for view, caption in zip(self.views, self.captions, strict=True):
            caption.setFont(ui_font(0.92))
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.setContentsMargins(0, 5, 0, 5)
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(caption)
            column.addWidget(view, 1)
            sides.append(side)
        self.splitter.addWidget(sides[0])
        self.splitter.addWidget(self.links)
        self.splitter.addWidget(sides[1])
        for index, stretch in ((0, 1), (1, 0), (2, 1)):
            self.splitter.setStretchFactor(index, stretch)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.splitter, 1)
        row.addWidget(self.map)
        row.addWidget(self.bar)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._pages = QStackedWidget()
        self._pages.addWidget(both)
        column.addWidget(self._pages, 1)
        column.addWidget(line)
        column.addWidget(self.status)

    def column_width(self, width: int) -> float:
        """Pixels of each text where there are ``width`` pixels for all."""
        beside = between(width, LINKS) + self.map.width() + self.bar.sizeHint().width()
        return (width - beside - 2 * self.splitter.handleWidth()) / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the texts more room where there is little."""
        super().resizeEvent(event)
        self.links.setFixedWidth(between(self.width(), LINKS))
        self._sharing.start()

    def _share_room(self) -> None:
        """Share the room as a person chose, else in halves; a splitter would leave all that a
        narrower middle frees to one text."""
        room = sum(self.splitter.sizes()) - self.links.width()
        old = round(room * self._share)
        self.splitter.setSizes([old, self.links.width(), room - old])

    def _shared(self) -> None:
        old, _, new = self.splitter.sizes()
        self._share = old / max(1, old + new)

    # What is shown

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what became what; both views show the texts of the comparison already."""
        for metrics in self.sync.sides:
            metrics.attach()
        self.scene.show(comparison)
        self.folding.apply()
        if self.is_reading:
            self.reading.show_comparison(comparison)

    def dress(self, theme_: Theme, zoom: float | None = None) -> None:
        """Set everything in the colours of a theme."""
        self.scene.dress(theme_)
        colours = palette(theme_)
        self.setPalette(colours)
        for view in self.views:
            view.setPalette(colours)
            # A style sheet keeps a viewport from taking its palette from its view.
            view.viewport().setPalette(colours)
            style = text_style(theme_, view.style_.zoom if zoom is None else zoom)
            if style != view.style_:
                view.set_style(style)
        if self.is_reading:
            self.reading.dress(theme_, self.views[0].style_.zoom)
        faint = f"color: {theme_.faint};"
        for caption in self.captions:
            caption.setStyleSheet(faint)
        self._line.setStyleSheet(f"color: {theme_.line};")
        self.folding.apply()

    def show_only(self, kind: str) -> None:
        """Hide all but one kind of change; "" shows everything."""
        self.folding.set(bool(kind), frozenset({kind}) if kind else None)

    @property
    def is_reading(self) -> bool:
        """Whether the two texts are shown as one."""
        return self._pages.currentIndex() == 1

    def show_reading(self, on: bool) -> None:
        """Show the two texts as one, or side by side again."""
        if on:
            self.reading.dress(self.scene.theme, self.views[0].style_.zoom)
            self.reading.show_comparison(self.scene.comparison)
        self._pages.setCurrentIndex(int(on))
        self.status.in_one.setChecked(on)
        self.status.only_changes.setEnabled(not on)  # one text hides nothing
        if on and self.scene.chosen >= 0:
            self.reading.scroll_to_row(self.scene.chosen)

    def _leave_reading(self, row: int) -> None:
        self.show_reading(False)
        self.go_to_row(row)

    @property
    def reading(self) -> ReadingView:
        """The two texts as one; made when it is first wanted."""
        if self._reading is None:
            from ui.compare.reading import ReadingView

            self._reading = ReadingView(self.scene.theme)
            self._reading.row_clicked.connect(self._leave_reading)
            self._pages.addWidget(self._reading)
        return self._reading

    # Going about

    def next_change(self) -> None:
        """Go to the next change."""
        self.step(1)

    def previous_change(self) -> None:
        """Go to the one before."""
        self.step(-1)

    def step(self, way: int, kind: str = "") -> None:
        """Go to the next (1) or previous (-1) change, of a kind only."""
        row = self.navigation.step(way, frozenset({kind}) if kind else None)
        if row < 0 and kind and way > 0 and self.scene.changes(frozenset({kind})):
            self.go_to_row(self.scene.changes(frozenset({kind}))[0])
        elif row >= 0:
            self._put_caret(row)
            if self.is_reading:
                self.reading.scroll_to_row(row)

    def go_to_row(self, row: int) -> None:
        """Bring both sides of a row level."""
        self.navigation.go(row)
        self._put_caret(row)
        if self.is_reading:
            self.reading.scroll_to_row(row)

    def _put_caret(self, row: int) -> None:
        """For views that can be edited: the caret goes to the change."""

    def copy_back(self, row: int = -1) -> bool:
        """Put the old words of a row back; nothing where the new text cannot be edited."""
        return False

    def _go_to_position(self, position: float) -> None:
        self.sync.settle()
        self.sync.set_position(position)
