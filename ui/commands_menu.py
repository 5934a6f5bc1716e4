"""What every action does: the menus' table is ``ui.actions``, this is behind it."""

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
    """What each action does, by its name."""
    return {**_window(window), **_text(window)}


def _window(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Files, suggestions, comparison, panels, looks."""
    files, session, compare = window.files, window.session, window.centre.compare
    suggestions, footnotes, masthead = window.suggestions, window.footnotes, window.masthead
    return {
        "open": files.ask_open,
        "open_pair": files.ask_open_pair,
        "sample": files.open_sample,
        "save": files.save,
        "save_as": files.save_as,
        "export": files.ask_export,
        "picture": files.ask_picture,
        "quit": window.close,
        "cycle": window.ask_cycle,
        "accept_safe": suggestions.accept_safe,
        "accept": window.accept_suggestion,
        "skip": window.skip_suggestion,
        "offer_again": session.offer_skipped_again,
        "refresh": session.compare_now,
        "next_change": compare.next_change,
        "previous_change": compare.previous_change,
        "copy_back": compare.copy_back,
        "copy_back_words": compare.copy_back_words,
        "hide_same": lambda: compare.status.only_changes.toggle(),
        "as_one": lambda: compare.show_reading(not compare.is_reading),
        "panel_suggestions": lambda: window.show_panel(suggestions, suggestions.tree),
        "panel_footnotes": lambda: window.show_panel(footnotes, footnotes.list),
        "panel_masthead": lambda: window.show_panel(masthead, masthead.fields["organ"]),
        "next_pane": window.next_pane,
        "zoom_in": lambda: window.set_zoom(window.zoom() * 1.1),
        "zoom_out": lambda: window.set_zoom(window.zoom() / 1.1),
        "zoom_reset": lambda: window.set_zoom(1.0),
        "theme_system": lambda: window.set_theme("system"),
        "theme_light": lambda: window.set_theme("light"),
        "theme_dark": lambda: window.set_theme("dark"),
        "reading": window.say_reading,
    }


def _text(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Editing and structure, where the keys are."""
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
    window.session.status.emit(window.tr("There is no paragraph %s") % text)


def _shortcuts(window: MainWindow) -> None:
    from ui.help import ShortcutsDialog

    ShortcutsDialog(window).exec()


def _about(window: MainWindow) -> None:
    from ui.help import about

    about(window)
