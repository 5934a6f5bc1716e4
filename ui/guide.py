"""The user's guide inside the program: the same text as on paper, shown with its contents."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.theme import ui_font
from ui.windows import size_within_screen

PLACE = Qt.ItemDataRole.UserRole


class Guide(QDialog):
    """The guide in a window beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("User’s guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in the guide (Enter for the next place)"))
        self.search.setAccessibleName(self.tr("Find in the guide"))
        self.search.setToolTip(self.tr("Enter goes to the next place"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._find)
        self.contents = QListWidget()
        self.contents.setObjectName("outline")
        self.contents.setAccessibleName(self.tr("Contents of the guide"))
        self.contents.setToolTip(self.tr("Enter goes there"))
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.contents.itemActivated.connect(self._go)
        self.contents.itemClicked.connect(self._go)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("The guide"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._open)
        self.text.document().setDocumentMargin(22)
        self.text.document().setDefaultFont(ui_font(1.08))
        self.text.setMarkdown(guide_text())
        self._list_contents()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.contents)
        splitter.addWidget(self.text)
        splitter.setSizes([250, 640])
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(splitter, 1)
        size_within_screen(self, 920, 700)
        self.contents.setFocus()

    def _list_contents(self) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if 0 < block.blockFormat().headingLevel() <= 3:
                item = QListWidgetItem(block.text(), self.contents)
                item.setData(PLACE, block.position())
                item.setToolTip(block.text())
            block = block.next()

    def _go(self, item: QListWidgetItem) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(item.data(PLACE))
        self.text.moveCursor(cursor.MoveOperation.End)
        self.text.setTextCursor(cursor)

    def _find(self) -> None:
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(words)

    def _open(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)


def guide_text() -> str:
    """The guide in Markdown, without its pictures: what they show is in front of the reader."""
    from drafter.resources import guide_path

    try:
        found = guide_path().read_text("utf-8")
    except OSError:
        return QCoreApplication.translate("Guide", "The guide is not part of this installation.")
    return re.sub(r"^!\[.*?\]\(.*?\)\n", "", found, flags=re.MULTILINE)
