"""What the window shows while nothing is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import text_font
from ui.written import last_written

_WIDTH = 580
"""Pixels of the column."""


class StartPage(QWidget):
    """Open last cycle's file, go on with a recent draft, or try the sample."""

    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("From last cycle’s resolution to this cycle’s draft"))
        title.setObjectName("startTitle")
        title.setWordWrap(True)
        steps = QLabel(_list_of(self._steps()), wordWrap=True)
        steps.setTextFormat(Qt.TextFormat.RichText)
        self.open = QPushButton(self.tr("&Open last cycle’s file…"))
        self.open.setObjectName("primary")
        self.open.setToolTip(self.tr("Open an earlier resolution or a saved draft (Ctrl+O)"))
        self.open.clicked.connect(self.open_wanted)
        self.sample = QPushButton(self.tr("&Try the sample"))
        self.sample.setObjectName("second")
        self.sample.setToolTip(self.tr("Open a made-up resolution to look around"))
        self.sample.clicked.connect(self.sample_wanted)
        drop = QLabel(
            self.tr(
                "Or drop it here: Word, PDF, the UN’s XML, plain text, or a saved draft. Drop two "
                "files to compare them. Everything stays on this computer."
            ),
            wordWrap=True,
        )
        drop.setObjectName("dropArea")
        self._recent_title = QLabel(self.tr("Recent"))
        self._recent_title.setObjectName("startSection")
        self._recent_title.hide()  # until there are any
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(steps)
        column.addLayout(buttons)
        column.addWidget(drop)
        column.addSpacing(10)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)
        title.setFont(text_font(21))

    def _steps(self) -> tuple[str, ...]:
        return (
            self.tr("Open the official file of the earlier resolution."),
            self.tr("Say which session you draft for; accept or skip what is suggested; write."),
            self.tr("Export the clean draft, and the official file in Track Changes."),
        )

    def show_recent(self, files: list[Path]) -> None:
        """List the recent files."""
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._recent_title.setVisible(bool(files))
        for path in files[:6]:
            button = QPushButton(flat=True)
            words = "   ·   ".join([path.name, last_written(path), _shown_folder(path)])
            room = _WIDTH - 30
            button.setText(
                button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            )
            button.setObjectName("recentFile")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open %s") % path.name)
            button.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(str(path)))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _shown_folder(path: Path) -> str:
    """A file's folder, short where it is below one's own."""
    folder, home = path.parent, Path.home()
    return f"~/{folder.relative_to(home)}" if home in folder.parents else str(folder)


def _list_of(steps: tuple[str, ...]) -> str:
    rows = "".join(
        f'<tr><td style="padding: 3px 12px 3px 0;"><b>{number}</b></td>'
        f'<td style="padding: 3px 0;">{words}</td></tr>'
        for number, words in enumerate(steps, 1)
    )
    return f"<table>{rows}</table>"
