"""What every action does: the menus' table is ``ui.actions``, this is behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui import windows

if TYPE_CHECKING:
    from drafter.model import Resolution
    from ui.compare.pane import ComparePane
    from ui.editor.commands import Command
    from ui.main_window import MainWindow


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What each action does, by its name."""
    return {**_window(window), **_text(window)}


def _window(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Files, suggestions, comparison, panels, looks."""
    files, session = window.files, window.session

    def compare() -> ComparePane:
        return window.work.centre.compare

    return {
        "open": window.ask_open,
        "open_pair": files.ask_open_pair,
        "sample": window.open_sample,
        "new_window": window.new_window,
        "save": files.save,
        "save_as": files.save_as,
        "versions": lambda: _versions(window),
        "export": lambda: window.exports.ask_export(files.stem(), window.theme),
        "picture": lambda: window.exports.ask_picture(files.stem()),
        "close": window.close,
        "quit": QApplication.closeAllWindows,
        "cycle": window.ask_cycle,
        "catalogue": lambda: show_catalogue(window),
        "accept_safe": lambda: window.work.suggestions.accept_safe(),
        "accept": lambda: window.work.accept_suggestion(),
        "skip": lambda: window.work.skip_suggestion(),
        "offer_again": session.offer_skipped_again,
        "refresh": session.compare_now,
        "two_files": lambda: windows.compare_two_files(window),
        "next_change": lambda: compare().next_change(),
        "previous_change": lambda: compare().previous_change(),
        "copy_back": lambda: compare().copy_back(),
        "copy_back_words": lambda: compare().copy_back_words(),
        "hide_same": lambda: compare().status.only_changes.toggle(),
        "as_one": lambda: compare().show_reading(not compare().is_reading),
        "next_finding": lambda: window.work.step_finding(1),
        "previous_finding": lambda: window.work.step_finding(-1),
        "fix_finding": lambda: window.work.settle_finding(window.work.checks.fix_current),
        "dismiss_finding": lambda: window.work.settle_finding(window.work.checks.dismiss_current),
        "panel_suggestions": lambda: _panel(window, "suggestions"),
        "panel_checks": lambda: _panel(window, "checks"),
        "panel_clauses": lambda: _panel(window, "clauses"),
        "rules": lambda: window.work.show_rules(),
        "panel_footnotes": lambda: _panel(window, "footnotes"),
        "panel_masthead": lambda: _panel(window, "masthead"),
        "next_pane": lambda: window.work.next_pane(),
        "spelling": lambda: window.centre.spelling.switch(window.actions_["spelling"].isChecked()),
        "zoom_in": lambda: window.set_zoom(window.zoom() * 1.1),
        "zoom_out": lambda: window.set_zoom(window.zoom() / 1.1),
        "zoom_reset": lambda: window.set_zoom(1.0),
        "theme_system": lambda: window.set_theme("system"),
        "theme_light": lambda: window.set_theme("light"),
        "theme_dark": lambda: window.set_theme("dark"),
        "safe_colours": lambda: _safe_colours(window),
        "reading": window.show_understood,
    }


def show_catalogue(window: MainWindow, symbol: str = "") -> None:
    """Open the catalogue, at an entry where one is named; what is added is used at once."""
    from ui.catalogue_dialog import CatalogueDialog

    dialog = CatalogueDialog(window)
    dialog.changed.connect(lambda: _facts_changed(window))
    if symbol:
        dialog.show_symbol(symbol)
    dialog.exec()


def _facts_changed(window: MainWindow) -> None:
    """The catalogue knows more, or less: what rests on it is worked out anew."""
    if window.session.loaded:
        window.session.cycle_changed.emit()
        window.session.suggest_now()


def _versions(window: MainWindow) -> None:
    from ui.versions import VersionsDialog

    def compare(old: Resolution, old_name: str, new: Resolution, new_name: str) -> None:
        from drafter.compare import compare_resolutions

        shown = windows.compare_window(window.settings, window.theme, window)
        shown.show_comparison(compare_resolutions(old, new), (old_name, new_name))

    dialog = VersionsDialog(window.session, window)
    dialog.compare_wanted.connect(compare)
    dialog.show()


def _safe_colours(window: MainWindow) -> None:
    """Dress the window in the colours for the colour-blind, as the menu says, or not."""
    window.settings.set("safe_colours", window.actions_["safe_colours"].isChecked())
    window.set_theme(str(window.settings.get("theme", "system")))


def _panel(window: MainWindow, name: str) -> None:
    work = window.work
    focus: dict[str, tuple[QWidget, QWidget]] = {
        "suggestions": (work.suggestions, work.suggestions.takes_keys),
        "checks": (work.checks, work.checks.takes_keys),
        "clauses": (work.clauses, work.clauses.search),
        "footnotes": (work.footnotes, work.footnotes.list),
        "masthead": (work.masthead, work.masthead.fields["organ"]),
    }
    work.show_panel(*focus[name])


STRUCTURE = {
    "move_up": "Move up",
    "move_down": "Move down",
    "demote": "Sub-paragraph",
    "promote": "Raise a level",
    "duplicate": "Duplicate",
    "delete_paragraph": "Delete paragraph",
    "as_preambular": "Make preambular",
    "as_operative": "Make operative",
    "insert_bis": "Insert bis",
    "insert_alt": "Insert alternative",
    "renumber": "Renumber",
    "settle_endings": "Set endings",
    "settle_chains": "Set also and further",
}
"""What structure commands are called in the history."""


def _text(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Editing and structure, where the keys are."""
    return {
        "undo": lambda: window.editor.undo(),
        "redo": lambda: window.editor.redo(),
        "cut": lambda: _focused(window, "cut"),
        "copy": lambda: _focused(window, "copy"),
        "paste": lambda: _focused(window, "paste"),
        "paste_plain": lambda: window.editor.paste_plain(),
        "select_all": lambda: _focused(window, "selectAll"),
        "italic": lambda: window.editor.toggle_italic(),
        "find": lambda: window.centre.find_bar.open_bar(),
        "replace": lambda: window.centre.find_bar.open_bar(replacing=True),
        "find_next": lambda: _find(window, 1),
        "find_previous": lambda: _find(window, -1),
        "next_mistake": lambda: _next_mistake(window),
        "go_to": lambda: _go_to(window),
        "insert_note": partial(_of_notes, "insert", window),
        "cite_note": partial(_of_notes, "choose_and_cite", window),
        "note_jump": partial(_of_notes, "jump", window),
        "preferences": lambda: windows.show_preferences(window),
        "print": lambda: window.exports.print_draft(),
        "print_comparison": lambda: window.exports.print_comparison(),
        "guide": lambda: _guide(window),
        "log": _show_log,
        "shortcuts": lambda: _shortcuts(window),
        "about": lambda: _about(window),
        "length": lambda: _length(window),
        **{name: partial(_structure, window, name) for name in STRUCTURE},
    }


_NOTHING = {
    "insert_bis": "Only a numbered paragraph can have one beside it.",
    "insert_alt": "Only a numbered paragraph can have one beside it.",
    "renumber": "No number was typed; all are counted.",
    "settle_endings": "All paragraphs end as they should.",
    "settle_chains": "Also and further stand as they should.",
}
"""What is said where a command finds nothing to do."""


def _structure(window: MainWindow, name: str) -> None:
    if not window.editor.run(_command(name), window.tr(STRUCTURE[name])) and name in _NOTHING:
        window.session.status.emit(window.tr(_NOTHING[name]))


def _command(name: str) -> Command:
    from drafter.edit import negotiation, order
    from drafter.model import Kind
    from ui.editor import commands

    made: dict[str, Callable[[], Command]] = {
        "as_preambular": lambda: commands.turned(Kind.PREAMBULAR),
        "as_operative": lambda: commands.turned(Kind.OPERATIVE),
        "insert_bis": lambda: commands.beside("bis"),
        "insert_alt": lambda: commands.beside("alt"),
        "renumber": lambda: commands.whole(negotiation.renumber),
        "settle_endings": lambda: commands.whole(order.settle_endings),
        "settle_chains": lambda: commands.whole(order.settle_chains),
    }
    return made[name]() if name in made else getattr(commands, name)


def _length(window: MainWindow) -> None:
    """Say how long the draft is, and what is selected."""
    from drafter.edit.length import length, words
    from ui.editor.pasting import copied

    found = length(window.session.draft)
    said = window.tr("%s words in the text, %s in footnotes; about %s") % (
        f"{found.words:,}",
        f"{found.note_words:,}",
        window.tr("1 page") if found.pages == 1 else window.tr("%d pages") % found.pages,
    )
    if window.editor.textCursor().hasSelection():
        clip = copied(window.session.draft, window.editor.selection())
        chosen = sum(words(p.text) for p in clip.paragraphs)
        said += window.tr("; %s selected") % f"{chosen:,}"
    window.message.say(said)


def _focused(window: MainWindow, name: str) -> None:
    """Do an editing command where the keys are: a text box, the old text, or the draft."""
    widget = QApplication.focusWidget()
    if not isinstance(widget, QLineEdit | QPlainTextEdit) and widget is not window.work.centre.old:
        widget = window.editor
    getattr(widget, name)()


def _of_notes(name: Literal["insert", "choose_and_cite", "jump"], window: MainWindow) -> None:
    """A command of ``ui.note_steps``, which brings the model with it: not needed to start."""
    from ui import note_steps

    getattr(note_steps, name)(window)


def _next_mistake(window: MainWindow) -> None:
    if window.centre.spelling.next():
        window.editor.setFocus()


def _find(window: MainWindow, by: int) -> None:
    """Go to a match; without anything looked for yet, ask what."""
    find = window.centre.find_bar
    if not find.isVisible():
        find.open_bar()
    elif by > 0:
        find.next()
    else:
        find.previous()


def _go_to(window: MainWindow) -> None:
    from PySide6.QtWidgets import QInputDialog

    text, ok = QInputDialog.getText(
        window, window.tr("Go to paragraph"), window.tr("Paragraph, such as OP 12 or PP3:")
    )
    if not ok:
        return
    wanted = text.replace(" ", "").upper()
    if wanted.isdigit():
        wanted = f"OP{wanted}"
    for paragraph_id, label in window.session.labels.items():
        if label.upper() == wanted and paragraph_id in window.session.draft.positions:
            window.work.go_to_paragraph(paragraph_id)
            return
    window.session.status.emit(window.tr("There is no paragraph %s") % text)


def _shortcuts(window: MainWindow) -> None:
    from ui.help import ShortcutsDialog

    ShortcutsDialog(window).exec()


def _guide(window: MainWindow) -> None:
    from ui.guide import Guide

    Guide(window).show()


def _show_log() -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from ui.faults import log_folder

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))


def _about(window: MainWindow) -> None:
    from ui.help import about

    about(window)
