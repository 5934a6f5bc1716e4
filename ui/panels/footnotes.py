"""The footnotes: in the order of their numbers, each to be edited beside the text."""

from __future__ import annotations

import time

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafter.edit import notes as note_commands
from drafter.edit.becoming import replacement
from drafter.model import Change, ReplaceText, Text, note_numbers
from ui.editor.mapping import units
from ui.session import Session
from ui.words import shortened

ID = Qt.ItemDataRole.UserRole
_PADDING = 16
"""Pixels on both sides of an item together (ui.looks), which Qt forgets when it breaks lines."""


class _Wrapped(QStyledItemDelegate):
    """Gives each note the lines it needs."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the words are within the padding."""
        rect = option.rect.adjusted(0, 0, -_PADDING, 0)  # type: ignore[attr-defined]
        option.rect = rect  # type: ignore[attr-defined]
        return super().sizeHint(option, index)


class FootnotesPanel(QWidget):
    """Lists the notes; the chosen one can be edited, deleted, gone to."""

    go_to_cue = Signal(str)
    """Id of a note whose first cue is to be shown."""
    insert_wanted = Signal()
    cite_wanted = Signal(str)
    """Id of a note that is to be cited again where the caret is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._showing = False
        self.setObjectName("footnotesPanel")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapped(self.list))
        self.list.setAccessibleName(self.tr("Footnotes"))
        self.list.setToolTip(self.tr("The footnotes; Enter goes to the cue"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_note)
        self.list.itemActivated.connect(lambda item: self.go_to_cue.emit(item.data(ID)))
        self.list.installEventFilter(self)
        self.edit = QPlainTextEdit()
        self.edit.installEventFilter(self)
        self.edit.setAccessibleName(self.tr("Text of the footnote"))
        self.edit.setToolTip(self.tr("The words of the chosen footnote; typing changes the draft"))
        self.edit.setUndoRedoEnabled(False)
        self.edit.setTabChangesFocus(True)
        self.edit.setMaximumHeight(150)
        self.edit.textChanged.connect(self._typed)
        self._go = QPushButton(self.tr("&Go to cue"))
        self._go.setToolTip(self.tr("Show where the footnote is called"))
        self._go.clicked.connect(lambda: self.go_to_cue.emit(self.current()))
        self._new = QPushButton(self.tr("&New"))
        self._new.setToolTip(self.tr("Insert a footnote at the caret (Ctrl+Alt+F)"))
        self._new.clicked.connect(self.insert_wanted)
        self._cite = QPushButton(self.tr("Ci&te"))
        self._cite.setToolTip(self.tr("Cite the footnote again where the caret is"))
        self._cite.clicked.connect(lambda: self.cite_wanted.emit(self.current()))
        self._delete = QPushButton(self.tr("De&lete"))
        self._delete.setToolTip(self.tr("Delete the footnote and all its cues"))
        self._delete.clicked.connect(self.delete_current)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(10, 0, 10, 8)
        for button in (self._go, self._new, self._cite, self._delete):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.list, 1)
        words = QVBoxLayout()
        words.setContentsMargins(10, 0, 10, 0)
        words.addWidget(self.edit)
        column.addLayout(words)
        column.addLayout(buttons)
        session.draft_changed.connect(self._follow)
        session.base_changed.connect(self.refresh)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list deletes the note; Escape in either goes back to its cue."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self.current():
            self.go_to_cue.emit(self.current())
            return True
        if event.key() == Qt.Key.Key_Delete and watched is self.list:
            self.delete_current()
            return True
        return False

    def current(self) -> str:
        """Id of the chosen note, or ""."""
        item = self.list.currentItem()
        return str(item.data(ID)) if item else ""

    def select(self, note_id: str) -> None:
        """Choose a note."""
        for i in range(self.list.count()):
            if self.list.item(i).data(ID) == note_id:
                self.list.setCurrentRow(i)

    def select_words(self, note_id: str, start: int, end: int) -> None:
        """Choose a note and select code points of its text."""
        self.select(note_id)
        string = self._session.draft.notes_by_id[note_id].text.string
        cursor = self.edit.textCursor()
        cursor.setPosition(units(string[:start]))
        cursor.setPosition(units(string[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)

    def _follow(self, change: Change) -> None:
        """Typing in a paragraph is nothing to the notes while no cue comes or goes."""
        if not (
            isinstance(change, ReplaceText)
            and change.target in self._session.draft.positions
            and not change.before.cues
            and not change.after.cues
        ):
            self.refresh()

    def refresh(self) -> None:
        """Follow the draft."""
        draft = self._session.draft
        numbers = note_numbers(draft)
        cited = {c.note for p in draft.paragraphs for c in p.text.cues}
        rows: list[tuple[str, str]] = []
        for note_id in sorted(numbers, key=numbers.__getitem__):
            text = shortened(draft.notes_by_id[note_id].text.string, 220)
            lost = "" if note_id in cited else self.tr("  (called nowhere)")
            rows.append((note_id, f"{numbers[note_id]}  {text}{lost}"))
        chosen = self.current()
        self.list.blockSignals(True)
        same = [self.list.item(i).data(ID) for i in range(self.list.count())]
        if same == [note_id for note_id, _ in rows]:
            for i, (_, text) in enumerate(rows):
                if self.list.item(i).text() != text:
                    self.list.item(i).setText(text)
        else:
            self.list.clear()
            for note_id, text in rows:
                item = QListWidgetItem(text, self.list)
                item.setData(ID, note_id)
            self.select(chosen)
        self.list.blockSignals(False)
        self._show_note()

    def delete_current(self) -> None:
        """Delete the chosen note with its cues."""
        if note_id := self.current():
            change = note_commands.delete_note(self._session.draft, note_id)
            self._session.do(change, self.tr("Delete footnote"))

    def _show_note(self, *_: object) -> None:
        note = self._session.draft.notes_by_id.get(self.current())
        for widget in (self.edit, self._go, self._cite, self._delete):
            widget.setEnabled(note is not None)
        text = note.text.string if note else ""
        if self.edit.toPlainText() != text.replace("\xa0", " "):
            self._showing = True
            self.edit.setPlainText(text)
            self._showing = False

    def _typed(self) -> None:
        note = self._session.draft.notes_by_id.get(self.current())
        if self._showing or note is None:
            return
        old = note.text
        words = _with_no_break_spaces(self.edit.toPlainText(), old.string)
        new = _reworded(old, words)
        change = replacement(note.id, old, new)
        self._session.do(change, self.tr("Edit footnote"), time.monotonic())


def _with_no_break_spaces(typed: str, old: str) -> str:
    """The typed words with the no-break spaces that the text box cannot give back."""
    head = 0
    size = min(len(typed), len(old))
    while head < size and _same(typed[head], old[head]):
        head += 1
    tail = 0
    while tail < size - head and _same(typed[-1 - tail], old[-1 - tail]):
        tail += 1
    end = old[len(old) - tail :] if tail else ""
    return old[:head] + typed[head : len(typed) - tail] + end


def _same(a: str, b: str) -> bool:
    return a == b or (a == " " and b == "\xa0")


def _reworded(old: Text, words: str) -> Text:
    """The note with other words, its italics kept around what was typed."""
    head = 0
    size = min(len(words), len(old))
    while head < size and words[head] == old.string[head]:
        head += 1
    tail = 0
    while tail < size - head and words[-1 - tail] == old.string[-1 - tail]:
        tail += 1
    middle = words[head : len(words) - tail]
    inside = any(a < head <= b and head < b for a, b in old.emphasis)
    new = Text(middle, ((0, len(middle)),) if inside and middle else ())
    return old.splice(head, len(old) - tail, new)
