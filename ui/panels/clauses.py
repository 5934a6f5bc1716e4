"""The clause library: paragraphs to look for, to look at with this draft's values, to insert."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter import libraries
from drafter.model import Paragraph, Text
from ui.session import Session
from ui.words import KINDS

if TYPE_CHECKING:
    from drafter.suggest import Library
    from drafter.suggest.templates import Template

NAME = Qt.ItemDataRole.UserRole


class ClausesPanel(QWidget):
    """Finds a clause and puts it into the draft as a paragraph."""

    insert_wanted = Signal(object)
    """The Paragraph to be inserted at the caret."""

    def __init__(
        self, session: Session, own: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._own = own
        self._library: Library | None = None
        self._values: dict[str, object] = {}
        self._stale = True
        self.setObjectName("clausesPanel")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a clause"))
        self.search.setAccessibleName(self.tr("Find a clause"))
        self.search.setToolTip(self.tr("Words of the clause; arrow keys choose, Enter inserts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Clauses"))
        self.list.setToolTip(self.tr("Enter inserts the clause at the caret"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self.insert_current)
        self._preview = QLabel()
        self._preview.setWordWrap(True)
        self._preview.setTextFormat(Qt.TextFormat.RichText)
        self._preview.setAccessibleName(self.tr("The clause as it would stand in the draft"))
        self._insert = QPushButton(self.tr("&Insert"))
        self._insert.setObjectName("accept")
        self._insert.setToolTip(self.tr("Put the clause in behind the paragraph of the caret"))
        self._insert.clicked.connect(self.insert_current)
        self._faults = QLabel()
        self._faults.setWordWrap(True)
        self._faults.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._faults.setContentsMargins(12, 4, 12, 4)
        self._folder = QPushButton(self.tr("My templates…"))
        self._folder.setFlat(True)
        self._folder.setToolTip(self.tr("Open my templates folder, to add and change clauses"))
        self._folder.clicked.connect(self.open_folder)
        self._reload = QPushButton(self.tr("Reload"))
        self._reload.setFlat(True)
        self._reload.setToolTip(self.tr("Read the templates again after changing them"))
        self._reload.clicked.connect(self.read_again)
        self._lay_out()
        for signal in (session.base_changed, session.cycle_changed, session.base_corrected):
            signal.connect(self._forget)

    def _lay_out(self) -> None:
        self._detail = QWidget()
        self._detail.setObjectName("detail")
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(12, 8, 12, 10)
        below.addWidget(self._preview)
        below.addWidget(self._insert, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.setContentsMargins(10, 2, 10, 0)
        top.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 4)
        foot.addWidget(self._folder)
        foot.addStretch(1)
        foot.addWidget(self._reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._faults)
        column.addWidget(self._detail)
        column.addLayout(foot)

    # What is shown

    def showEvent(self, event: object) -> None:
        """The library is read when it is first seen."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.reload()

    def _forget(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the templates again, and what is known of this draft for their slots."""
        libraries.load()
        from drafter.suggest import load_library

        self._stale = False
        session = self._session
        self._library = library = load_library(self._own)
        base, cycle = session.base, session.cycle
        self._values = {}
        if session.loaded and cycle is not None:

            def work() -> dict[str, object]:
                from drafter.suggest.clauses import clause_values
                from drafter.un import catalogue

                return clause_values(base, cycle, catalogue.load(), library)

            session.jobs.start("clauses", self.tr("Filling in the clauses…"), work, self._fill)
        self._faults.setText("\n".join(map(_fault, library.faults)))
        self._faults.setVisible(bool(library.faults))
        self._list()

    def read_again(self, *_: object) -> None:
        """Read the templates again; what is suggested is worded by them."""
        self.reload()
        if self._session.loaded:
            self._session.suggest_now()

    def _fill(self, values: dict[str, object]) -> None:
        self._values = values
        self._look()

    def _list(self) -> None:
        from drafter.suggest.clauses import find_clauses

        found = find_clauses(self.search.text(), self._library)
        chosen = self.list.currentItem().data(NAME) if self.list.currentItem() else None
        self.list.blockSignals(True)
        self.list.clear()
        for template in found:
            item = QListWidgetItem(template.title or template.name, self.list)
            item.setData(NAME, template.name)
            whose = self.tr("my own: %s") if template.own else self.tr("from the program: %s")
            item.setToolTip(whose % template.name)
            if template.name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._look()

    def current(self) -> Template | None:
        """The clause that is looked at."""
        item = self.list.currentItem()
        if item is None or self._library is None:
            return None
        return self._library.get(item.data(NAME))

    def paragraph(self) -> Paragraph | None:
        """The clause that is looked at as a paragraph of this draft."""
        from drafter.suggest.clauses import clause_paragraph

        template = self.current()
        if template is None:
            return None
        return clause_paragraph(template, self._values, self._session.draft.fresh_id("p"))

    def _unknown(self) -> list[str]:
        """Slots of the clause that is looked at for which only an example is known."""
        template = self.current()
        slots = template.slots if template is not None else ()
        return [slot.name for slot in slots if slot.name not in self._values]

    def _look(self, *_: object) -> None:
        paragraph = self.paragraph()
        self._detail.setVisible(paragraph is not None)
        self._insert.setEnabled(self._session.loaded)
        if paragraph is not None:
            kind = KINDS.get(paragraph.kind, "")
            said = f"<p style='margin:0 0 6px 0'>{_html(paragraph.text)}</p>"
            if unknown := self._unknown():
                words = self.tr("Not known of this draft, an example stands there: %s.")
                said += f"<p style='margin:0 0 6px 0'>⚠ {escape(words % ', '.join(unknown))}</p>"
            self._preview.setText(said)
            self._preview.setToolTip(self.tr(kind))

    # What a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search box, arrow keys go through the list and Enter inserts."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.list.currentRow()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.insert_current()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(min(max(0, row + step), self.list.count() - 1))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list inserts, whatever the desktop takes for activation."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self.insert_current()
        else:
            super().keyPressEvent(event)

    def insert_current(self, *_: object) -> None:
        """Ask for the clause to be put into the draft."""
        paragraph = self.paragraph()
        if paragraph is not None and self._session.loaded:
            self.insert_wanted.emit(paragraph)

    def open_folder(self) -> None:
        """Open the folder of one's own templates in the desktop's file manager."""
        from drafter.suggest import own_templates_folder

        folder = self._own or own_templates_folder()
        try:
            (folder / "paragraphs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._session.problem.emit(
                self.tr("The folder %s cannot be made.") % folder, str(error)
            )
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._session.status.emit(self.tr("Templates: %s") % folder)


def _fault(fault: object) -> str:
    return f"⚠ {fault}"


def _html(text: Text) -> str:
    parts: list[str] = []
    at = 0
    for start, end in text.emphasis:
        parts.append(escape(text.string[at:start]))
        parts.append(f"<i>{escape(text.string[start:end])}</i>")
        at = end
    parts.append(escape(text.string[at:]))
    return "".join(parts)
