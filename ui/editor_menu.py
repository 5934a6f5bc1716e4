"""The context menu of the draft: what the word, the cue or the paragraph under it may want."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from drafter.model import Range
from ui import note_steps

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_EDITING = ("undo", "redo", "", "cut", "copy", "paste", "paste_plain", "", "italic", "find", "")
_STRUCTURE = (
    "move_up", "move_down", "demote", "promote", "as_preambular", "as_operative", "duplicate",
    "insert_bis", "insert_alt", "delete_paragraph",
)  # fmt: skip


def editor_menu(window: MainWindow, event: QContextMenuEvent) -> QMenu:
    """The menu for where the mouse is, or the caret for who asked by key."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    paragraph, offset = _place(window, event)
    _spelling(window, menu, paragraph, offset)
    _note(window, menu, paragraph, offset)
    for name in (*_EDITING, *_STRUCTURE):
        menu.addAction(window.actions_[name]) if name else menu.addSeparator()
    return menu


def _place(window: MainWindow, event: QContextMenuEvent) -> tuple[str, int]:
    editor = window.editor
    cursor = editor.textCursor()
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        under = editor.cursorForPosition(event.pos())
        inside = cursor.selectionStart() <= under.position() <= cursor.selectionEnd()
        if not (cursor.hasSelection() and inside):
            # What the menu does is done where one clicked, as everywhere.
            editor.setTextCursor(under)
        cursor = under
    place = editor.resolution_document.place_at(cursor.position())
    return place[0], place[1].offset


def _spelling(window: MainWindow, menu: QMenu, paragraph: str, offset: int) -> None:
    spelling = window.centre.spelling
    found = spelling.at(paragraph, offset)
    if found is None:
        return
    where, word = found
    for meant in spelling.suggestions(word):
        action = menu.addAction(meant, partial(_replace, window, paragraph, where, meant))
        font = action.font()
        font.setBold(True)
        action.setFont(font)
    if menu.isEmpty():
        menu.addAction(window.tr("No suggestion for “%s”") % word).setEnabled(False)
    menu.addSeparator()
    add = menu.addAction(window.tr("&Add “%s” to my dictionary") % word)
    add.triggered.connect(partial(spelling.add, word))
    add.setToolTip(window.tr("Well spelt from now on, in every draft"))
    ignore = menu.addAction(window.tr("&Ignore “%s” in this draft") % word)
    ignore.triggered.connect(partial(spelling.ignore, word))
    ignore.setToolTip(window.tr("Well spelt in this draft only"))
    menu.addSeparator()


def _replace(window: MainWindow, paragraph: str, where: Range, meant: str) -> None:
    window.centre.spelling.replace(paragraph, where, meant)


def _note(window: MainWindow, menu: QMenu, paragraph: str, offset: int) -> None:
    draft = window.session.draft
    if paragraph not in draft.positions:
        return
    cues = [cue for cue in draft.paragraph(paragraph).text.cues if abs(cue.at - offset) <= 1]
    note = next((cue.note for cue in cues if cue.note is not None), None)
    if note is not None:
        action = menu.addAction(window.tr("Edit the &footnote"))
        action.setToolTip(window.tr("Put the keys into the footnote's words"))
        action.triggered.connect(partial(note_steps.edit, window, note))
    menu.addAction(window.actions_["insert_note"])
    menu.addAction(window.actions_["cite_note"])
    menu.addSeparator()
