"""What the Edit, Draft and Help menus do to the text that has the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPlainTextEdit

from drafter.edit import notes as note_commands
from drafter.model import Kind, Text, labels
from ui.editor import commands
from ui.editor.commands import Step
from ui.editor.mapping import Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What each action of these menus does."""
    editor, tr = window.editor, window.tr
    structure: dict[str, tuple[commands.Command, str]] = {
        "move_up": (commands.move_up, tr("Move up")),
        "move_down": (commands.move_down, tr("Move down")),
        "demote": (commands.demote, tr("Sub-paragraph")),
        "promote": (commands.promote, tr("Raise a level")),
        "duplicate": (commands.duplicate, tr("Duplicate")),
        "delete_paragraph": (commands.delete_paragraph, tr("Delete paragraph")),
        "as_preambular": (commands.as_kind(Kind.PREAMBULAR), tr("Make preambular")),
        "as_operative": (commands.as_kind(Kind.OPERATIVE), tr("Make operative")),
    }
    return {
        "undo": editor.undo,
        "redo": editor.redo,
        "cut": lambda: _focused(window, "cut"),
        "copy": lambda: _focused(window, "copy"),
        "paste": lambda: _focused(window, "paste"),
        "paste_plain": editor.paste_plain,
        "select_all": lambda: _focused(window, "selectAll"),
        "italic": editor.toggle_italic,
        "go_to": lambda: _go_to(window),
        "insert_note": lambda: insert_note(window),
        "shortcuts": lambda: _shortcuts(window),
        "about": lambda: _about(window),
        **{
            name: lambda command=command, what=what: editor.run(command, what)
            for name, (command, what) in structure.items()
        },
    }


def _focused(window: MainWindow, name: str) -> None:
    """Do an editing command where the keys are: a text box, the old text, or the draft."""
    widget = QApplication.focusWidget()
    if not isinstance(widget, QLineEdit | QPlainTextEdit) and widget is not window.centre.old:
        widget = window.editor
    getattr(widget, name)()


def insert_note(window: MainWindow) -> None:
    """Insert a footnote at the caret and put the keys into its text."""
    draft = window.session.draft
    if not draft.paragraphs:
        return
    paragraph_id, place = window.editor.selection().end
    change = note_commands.insert_note(draft, (paragraph_id, place.offset), Text())
    note_id = draft.fresh_id("n")
    caret = (paragraph_id, Place(place.offset, place.cues + 1))
    if window.editor.do(Step(change, caret), window.tr("Insert footnote")):
        window.show_panel(window.footnotes, window.footnotes.edit)
        window.footnotes.select(note_id)
        window.footnotes.edit.setFocus()


def _go_to(window: MainWindow) -> None:
    text, ok = QInputDialog.getText(
        window, window.tr("Go to paragraph"), window.tr("Paragraph, such as OP 12 or PP3:")
    )
    if not ok:
        return
    wanted = text.replace(" ", "").upper()
    if wanted.isdigit():
        wanted = f"OP{wanted}"
    for paragraph_id, label in labels(window.session.draft).items():
        if label.upper() == wanted and paragraph_id in window.session.draft.positions:
            window.editor.put_caret(paragraph_id)
            window.editor.scroll_to(paragraph_id, 0.2)
            window.editor.setFocus()
            return
    window.statusBar().showMessage(window.tr("There is no paragraph %s") % text, 4000)


def _shortcuts(window: MainWindow) -> None:
    from ui.help import ShortcutsDialog

    ShortcutsDialog(window).exec()


def _about(window: MainWindow) -> None:
    from ui.help import about

    about(window)
