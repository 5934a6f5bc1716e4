"""The strip over the text: which text this was, and which cycle is being drafted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from drafter.model import Cycle, Resolution
from ui.words import cycle_words, source_words


class Header(QFrame):
    """ "Last cycle: A/RES/70/177 · … → You draft for: Commission … · 26th session, 2017 ▾"."""

    cycle_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._old = QLabel()
        self._old.setObjectName("source")
        self._old.setToolTip(self.tr("Last cycle's text; it stays as it is"))
        arrow = QLabel("→")
        arrow.setAccessibleName(self.tr("becomes"))
        self._cycle = QPushButton()
        self._cycle.setFlat(True)
        self._cycle.setObjectName("cycleButton")
        self._cycle.setCursor(Qt.CursorShape.PointingHandCursor)
        self._cycle.setToolTip(
            self.tr("Change where and when the draft is tabled, and by whom (Ctrl+Shift+Y)")
        )
        self._cycle.clicked.connect(self.cycle_wanted)
        self._cycle.setMinimumWidth(120)
        self._lead = QLabel()
        self._export = QPushButton(self.tr("E&xport…"))
        self._export.setObjectName("export")
        self._export.setToolTip(self.tr("Write the clean and the tracked Word file (Ctrl+E)"))
        self._export.clicked.connect(self.export_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Last cycle:")))
        row.addWidget(self._old)
        row.addSpacing(6)
        row.addWidget(arrow)
        row.addSpacing(6)
        row.addWidget(self._lead)
        row.addWidget(self._cycle)
        row.addStretch(1)
        row.addWidget(self._export)

    def show_cycle(
        self, base: Resolution, cycle: Cycle | None, draft: Resolution | None = None
    ) -> None:
        """Say what is drafted from what; ``draft`` is one that was written elsewhere."""
        self._old.setText(source_words(base))
        if draft is not None:
            text = source_words(draft)
            lead = self.tr("The draft:")
        else:
            text = cycle_words(cycle) if cycle else self.tr("choose the cycle")
            lead = self.tr("You draft for:")
        self._lead.setText(lead)
        self._cycle.setText(f"{text}  ▾")
        self._cycle.setAccessibleName(self.tr("Drafting for %s; change") % text)

    def words(self) -> str:
        """What the strip says."""
        return f"{self._old.text()} → {self._cycle.text()}"
