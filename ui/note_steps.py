"""Footnotes by key: insert one, cite one again, go to its words and back to its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog

from drafter.edit import notes as note_commands
from drafter.model import Text, note_numbers
from ui.editor.commands import Step
from ui.editor.mapping import Place
from ui.words import shortened

if TYPE_CHECKING:
    from ui.editor.editor import DraftEditor
    from ui.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("note_steps", text)


def insert(window: MainWindow) -> None:
    """Insert a footnote at the caret and put the keys into its text."""
    draft = window.session.draft
    if not draft.paragraphs:
        return
    paragraph_id, place = window.editor.selection().end
    change = note_commands.insert_note(draft, (paragraph_id, place.offset), Text())
    note_id = draft.fresh_id("n")
    caret = (paragraph_id, Place(place.offset, place.cues + 1))
    if window.editor.do(Step(change, caret), _tr("Insert footnote")):
        window.work.show_panel(window.work.footnotes, window.work.footnotes.edit)
        window.work.footnotes.select(note_id)
        window.work.footnotes.edit.setFocus()


def cite(editor: DraftEditor, note_id: str) -> bool:
    """Call a footnote once more where the caret is; the keys go to the text."""
    paragraph, place = editor.selection().end
    if not note_id or paragraph not in editor.resolution.positions:
        return False
    change = note_commands.cite_again(editor.resolution, (paragraph, place.offset), note_id)
    caret = (paragraph, Place(place.offset, place.cues + 1))
    done = editor.do(Step(change, caret), _tr("Cite footnote again"))
    editor.setFocus()
    return done


def choose_and_cite(window: MainWindow) -> None:
    """Ask which footnote, by number, and cite it again."""
    draft = window.session.draft
    numbers = note_numbers(draft)
    order = sorted(numbers, key=numbers.__getitem__)
    if not order:
        window.session.status.emit(_tr("The draft has no footnotes yet."))
        return
    shown = [f"{numbers[n]}  {shortened(draft.notes_by_id[n].text.string, 80)}" for n in order]
    chosen, ok = QInputDialog.getItem(
        window, _tr("Cite a footnote again"), _tr("Footnote:"), shown, 0, False
    )
    if ok and chosen in shown:
        cite(window.editor, order[shown.index(chosen)])


def jump(window: MainWindow) -> None:
    """From the text to the words of the footnote at the caret; from the panel back to the cue."""
    panel = window.work.footnotes
    focus = window.focusWidget()
    if focus is not None and panel.isAncestorOf(focus):
        window.work.go_to_cue(panel.current())
        return
    paragraph, place = window.editor.selection().end
    note = note_commands.note_at(window.session.draft, paragraph, place.offset)
    if note is None:
        window.session.status.emit(_tr("This paragraph calls no footnote."))
        return
    edit(window, note)


def edit(window: MainWindow, note: str) -> None:
    """Put the keys into the words of a footnote."""
    panel = window.work.footnotes
    panel.select(note)
    window.work.show_panel(panel, panel.edit)
