"""The strip over the text: which text this was, and which cycle is being drafted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from drafter.model import Cycle, Resolution
from ui.words import cycle_words, source_words


class Header(QFrame):
    """ "A/RES/70/177 · 17 December 2015 → Commission … · 26th session, 2017"."""

    cycle_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._old = QLabel()
        self._old.setToolTip(self.tr("Last cycle's text"))
        arrow = QLabel("→")
        arrow.setAccessibleName(self.tr("becomes"))
        self._cycle = QPushButton()
        self._cycle.setFlat(True)
        self._cycle.setObjectName("cycleButton")
        self._cycle.setCursor(Qt.CursorShape.PointingHandCursor)
        self._cycle.setToolTip(self.tr("Which cycle is drafted: change organ, session, date"))
        self._cycle.clicked.connect(self.cycle_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._old)
        row.addWidget(arrow)
        row.addWidget(self._cycle)
        row.addStretch(1)

    def show_cycle(
        self, base: Resolution, cycle: Cycle | None, draft: Resolution | None = None
    ) -> None:
        """Say what is drafted from what; ``draft`` is one that was written elsewhere."""
        self._old.setText(source_words(base))
        if draft is not None:
            text = source_words(draft)
        else:
            text = cycle_words(cycle) if cycle else self.tr("choose the cycle you draft for")
        self._cycle.setText(f"{text}  ▾")
        self._cycle.setAccessibleName(self.tr("Drafting for %s; change") % text)

    def words(self) -> str:
        """What the strip says."""
        return f"{self._old.text()} → {self._cycle.text()}"
