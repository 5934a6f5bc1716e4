"""The line under the texts: how many changes of which kind, and what is looked at.

Each number is a button that goes to the next change of its kind; the sign before it is the one the
ribbons have, so the line explains the picture.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ui.compare.kinds import LOOKS, ORDER, kind_words
from ui.compare.scene import Scene
from ui.compare.words import row_words
from ui.short_label import ShortLabel
from ui.theme import Theme, ui_font


class StatusLine(QWidget):
    """ "12 unchanged · 17 edited · 4 new · 5 deleted · 1 moved"."""

    kind_wanted = Signal(str)
    hide_wanted = Signal(bool)
    only_wanted = Signal(str)
    """Kind that is left alone on the screen; "" for everything."""
    reading_wanted = Signal(bool)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(6)
        self._same = QLabel()
        row.addWidget(self._same)
        self._buttons: dict[str, QToolButton] = {}
        for kind in ORDER:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(22, 14))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, kind=kind: self.kind_wanted.emit(kind))
            self._buttons[kind] = button
            row.addWidget(button)
        self.here = ShortLabel()
        self.here.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.here, 1)
        self.only_changes = QCheckBox(self.tr("Hide unchanged"))
        self.only_changes.setToolTip(self.tr("Show only what changed; ⋯ between the texts unfolds"))
        self.only_changes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.only_changes.toggled.connect(self.hide_wanted)
        row.addWidget(self.only_changes)
        self.in_one = QCheckBox(self.tr("As one text"))
        self.in_one.setToolTip(self.tr("Read both texts as one, what went struck through"))
        self.in_one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.in_one.toggled.connect(self.reading_wanted)
        row.addSpacing(8)
        row.addWidget(self.in_one)
        self.filter = self._filter_button()
        row.insertWidget(row.indexOf(self.only_changes), self.filter)
        boxes = (self.only_changes, self.in_one)
        for widget in (self._same, self.here, self.filter, *boxes, *self._buttons.values()):
            widget.setFont(ui_font(0.95))
        scene.changed.connect(self.refresh)
        scene.chosen_changed.connect(self._say)
        self.refresh()

    def _filter_button(self) -> QToolButton:
        """Which kinds are shown, and whether what follows from order is marked."""
        button = QToolButton()
        button.setText(self.tr("Show ▾"))
        button.setToolTip(self.tr("Show changes of one kind only; mark or ignore small ones"))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for kind in ("", *ORDER):
            words = self.tr("Only: %s") % kind_words(kind) if kind else self.tr("Everything")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(not kind)
            action.triggered.connect(lambda _=False, kind=kind: self.only_wanted.emit(kind))
            group.addAction(action)
        menu.addSeparator()
        self.small = menu.addAction(self.tr("Mark also, further and endings too"))
        self.small.setCheckable(True)
        self.small.setChecked(True)
        self.small.toggled.connect(self._scene.mark_small)
        button.setMenu(menu)
        return button

    def refresh(self) -> None:
        """Count anew."""
        counts = self._scene.comparison.shown_counts()
        self._same.setText(f"{counts['same']} {kind_words('same')}")
        for kind, button in self._buttons.items():
            count = counts[kind]
            button.setVisible(count > 0 or kind == "edited")
            button.setEnabled(count > 0)
            button.setText(f" {count} {kind_words(kind)}")
            button.setIcon(sign_icon(kind, self._scene.theme, self.devicePixelRatioF()))
            button.setToolTip(self.tr("Go to the next paragraph: %s") % kind_words(kind))
            button.setAccessibleName(f"{count} {kind_words(kind)}")
        self._say(self._scene.chosen)

    def words(self) -> str:
        """What the line says."""
        shown = [b.text().strip() for b in self._buttons.values() if b.isVisibleTo(self)]
        return " · ".join([self._same.text(), *shown])

    def _say(self, row: int) -> None:
        words = row_words(self._scene.comparison, row) if row >= 0 else ""
        self.here.setText(words)
        self.here.setToolTip(words)


def sign_icon(kind: str, theme: Theme, ratio: float = 1.0) -> QIcon:
    """A ribbon of a kind, as small as a letter."""
    width, height = 22.0, 14.0
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = LOOKS[kind]
    shapes = {
        "inserted": (((7, 7), (2, 12)),),
        "deleted": (((2, 12), (7, 7)),),
        "split": (((4, 7), (1, 5)), ((7, 10), (9, 13))),
        "merged": (((1, 5), (4, 7)), ((9, 13), (7, 10))),
        "moved": (((1, 6), (8, 13)),),
    }
    for (a, b), (c, d) in shapes.get(kind, (((3, 11), (3, 11)),)):
        path = QPainterPath()
        path.moveTo(0.5, a)
        path.cubicTo(width / 2, a, width / 2, c, width - 0.5, c)
        path.lineTo(width - 0.5, d)
        path.cubicTo(width / 2, d, width / 2, b, 0.5, b)
        path.closeSubpath()
        painter.setPen(QPen(theme.colour(look.colour), 1.0, look.line))
        painter.setBrush(theme.colour(look.colour, 0.3))
        painter.drawPath(path)
    painter.setClipRect(QRectF(0, 0, width, height))
    painter.end()
    return QIcon(pixmap)
