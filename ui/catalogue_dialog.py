"""The catalogue in a window: search, look at an entry, add one's own, import a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.errors import DrafterError
from ui.entry_dialog import EntryDialog
from ui.entry_words import adopted, entry_html, known_until
from ui.windows import size_within_screen

if TYPE_CHECKING:
    from drafter.un.catalogue import Entry

_MOST = 80
"""Entries that a search shows."""


class CatalogueDialog(QDialog):
    """All that is known about resolutions, and what the delegation adds to it."""

    changed = Signal()
    """Own entries were added, changed or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from drafter.un import catalogue

        self._load = catalogue.load
        self._known = catalogue.load()
        self.setWindowTitle(self.tr("Catalogue"))
        size_within_screen(self, 980, 620)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("A symbol, a number or words of a title"))
        self.search.setAccessibleName(self.tr("Search the catalogue"))
        self.search.setToolTip(self.tr("Beginnings of words will do; Down goes to the list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.show_found)
        self.only_own = QCheckBox(self.tr("Only &your own"))
        self.only_own.setToolTip(self.tr("Only what was added by hand or imported here"))
        self.only_own.toggled.connect(self.show_found)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Entries found"))
        self.list.setHeaderLabels([self.tr("Symbol"), self.tr("Adopted"), self.tr("Title")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeView::item { padding: 4px 2px; }")
        self.list.setColumnWidth(0, 150)
        self.list.setColumnWidth(1, 130)
        self.list.currentItemChanged.connect(self._look)
        self.detail = QTextBrowser()
        self.detail.setAccessibleName(self.tr("The entry"))
        self.detail.setOpenLinks(False)
        self.detail.document().setDocumentMargin(12)
        self.detail.anchorClicked.connect(self._follow)
        self.said = QLabel(wordWrap=True)
        self.said.setObjectName("said")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._own = {record.symbol for record in self._known.own()}
        self.show_found()
        self._say_known()

    def _lay_out(self) -> None:
        def button(words: str, tip: str, does: object) -> QPushButton:
            made = QPushButton(words)
            made.setToolTip(tip)
            made.setAutoDefault(False)
            made.clicked.connect(does)
            return made

        self.add = button(
            self.tr("&Add…"), self.tr("Add a resolution or report by hand"), self.ask_new
        )
        self.edit = button(
            self.tr("&Edit…"), self.tr("Put this entry right, or into a series"), self.ask_edit
        )
        self.remove = button(
            self.tr("&Remove"), self.tr("Take your own entry away again"), self.remove_current
        )
        self.import_ = button(
            self.tr("&Import…"),
            self.tr("Take in the United Nations’ JSON lines, or a CSV with named columns"),
            self.ask_import,
        )
        close = button(self.tr("Close"), self.tr("Back to the draft (Esc)"), self.close)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.only_own)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.list)
        panes.addWidget(self.detail)
        panes.setSizes([560, 400])
        panes.setChildrenCollapsible(False)
        below = QHBoxLayout()
        for one in (self.add, self.edit, self.remove, self.import_):
            below.addWidget(one)
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(panes, 1)
        column.addWidget(self.said)
        column.addLayout(below)

    # What is shown

    def show_found(self) -> None:
        """Show what the words in the search box find."""
        words = self.search.text().strip()
        if self.only_own.isChecked():
            found = [e for s in sorted(self._own) if (e := self._known.get(s))]
            low = words.lower()
            found = [e for e in found if low in f"{e.symbol} {e.title}".lower()]
        else:
            found = self._known.find(words, limit=_MOST) if words else self._known.latest(_MOST)
        self.list.clear()
        for entry in found:
            item = QTreeWidgetItem(self.list, [entry.symbol, adopted(entry), entry.title])
            item.setData(0, Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(2, entry.title)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self._look()

    def show_symbol(self, symbol: str) -> None:
        """Look at one entry."""
        self.only_own.setChecked(False)
        self.search.setText(symbol)
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None and item.text(0) == symbol:
                self.list.setCurrentItem(item)

    def current(self) -> Entry | None:
        """The entry that is looked at."""
        item = self.list.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None

    def _look(self, *_: object) -> None:
        entry = self.current()
        self.edit.setEnabled(entry is not None)
        self.remove.setEnabled(entry is not None and entry.symbol in self._own)
        if entry is None:
            self.detail.setHtml(
                f"<p>{self.tr('Nothing is found. Add it, or try fewer words.')}</p>"
            )
        else:
            self.detail.setHtml(entry_html(self._known, entry))

    def _follow(self, url: QUrl) -> None:
        self.show_symbol(QUrl.fromPercentEncoding(url.toEncoded()))

    def _say_known(self) -> None:
        self.said.setText(f"{known_until(self._known)}. {self._known.provenance}")

    # What a person does

    def ask_new(self) -> None:
        """Add an entry by hand."""
        dialog = EntryDialog(self._known, None, self)
        if self.current() is None:
            dialog.symbol.setText(self.search.text().strip())
        self._take(dialog)

    def ask_edit(self) -> None:
        """Put the entry that is looked at right; a shipped one is kept below one's own."""
        if (entry := self.current()) is not None:
            self._take(EntryDialog(self._known, entry, self))

    def _take(self, dialog: EntryDialog) -> None:
        if dialog.exec() != dialog.DialogCode.Accepted:
            return
        try:
            self._known.add(*dialog.records)
        except DrafterError as fault:
            self.said.setText(str(fault))
            return
        symbol = dialog.records[-1].symbol
        self._again()
        self.show_symbol(symbol)
        self.said.setText(self.tr("%1 is in your catalogue now.").replace("%1", symbol))

    def remove_current(self) -> None:
        """Take the own entry that is looked at away."""
        entry = self.current()
        if entry is None:
            return
        try:
            self._known.remove(entry.symbol)
        except DrafterError as fault:
            self.said.setText(str(fault))
            return
        self._again()
        self.said.setText(self.tr("Your entry for %1 is taken away.").replace("%1", entry.symbol))

    def ask_import(self) -> None:
        """Choose lists and take them in."""
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Import resolutions"), "",
            self.tr("Lists of resolutions (*.jsonl *.json *.csv *.txt);;All files (*)"),
        )  # fmt: skip
        if paths:
            self.import_files(paths)

    def import_files(self, paths: list[str]) -> None:
        """Take lists in and say what came; nothing of a list that has a fault."""
        said: list[str] = []
        for path in paths:
            try:
                done = self._known.take_in(path)
            except DrafterError as fault:
                said.append(str(fault))
                continue
            said.append(
                self.tr("%1: %2 entries taken in, %3 of them new.")
                .replace("%1", path.replace("\\", "/").rpartition("/")[2])
                .replace("%2", str(done.read))
                .replace("%3", str(done.new))
            )
        self._again()
        self.said.setText("\n".join(said))

    def _again(self) -> None:
        """Open the catalogue as it is now, and let the draft know."""
        self._known.close()
        self._known = self._load()
        self._own = {record.symbol for record in self._known.own()}
        self.show_found()
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the database."""
        super().closeEvent(event)
        self._known.close()
