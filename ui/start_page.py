"""What the window shows while nothing is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import text_font


class StartPage(QWidget):
    """Open last cycle's file, go on with a recent draft, or try the sample."""

    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("Last cycle's resolution in, this cycle's draft out."))
        title.setObjectName("startTitle")
        title.setWordWrap(True)
        text = QLabel(
            self.tr(
                "Open the official file of the earlier resolution (Word, PDF, text), or drop it "
                "here. Nothing leaves this computer."
            ),
            wordWrap=True,
        )
        self.open = QPushButton(self.tr("&Open last cycle's file…"))
        self.open.setObjectName("primary")
        self.open.setToolTip(self.tr("Open an earlier resolution or a saved draft (Ctrl+O)"))
        self.open.clicked.connect(self.open_wanted)
        self.sample = QPushButton(self.tr("&Try the sample"), flat=True)
        self.sample.setToolTip(self.tr("Open a made-up resolution to look around"))
        self.sample.clicked.connect(self.sample_wanted)
        self._recent_title = QLabel(self.tr("Recent"))
        self._recent_title.setObjectName("startSection")
        self._recent = QVBoxLayout()
        inner = QWidget()
        inner.setMaximumWidth(560)
        column = QVBoxLayout(inner)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(text)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(18)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)
        title.setFont(text_font(21))

    def show_recent(self, files: list[Path]) -> None:
        """List the recent files."""
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._recent_title.setVisible(bool(files))
        for path in files[:6]:
            button = QPushButton(f"{path.name}   —   {path.parent}", flat=True)
            button.setObjectName("recentFile")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open %s") % path.name)
            button.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(str(path)))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
