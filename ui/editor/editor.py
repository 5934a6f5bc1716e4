"""The draft, to be typed in.

Every key, paste, drop and input method ends in a Change of the model that goes through the session;
the document then shows what the model says. Nothing else alters the document. Should anything do so
all the same (an assistive tool), ``contentsChange`` tells, and the words are carried over.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from drafter.edit.notes import removed_notes
from drafter.model import Change, ReplaceText
from ui.editor import commands, pasting, render
from ui.editor.clipboard import Clip, clip_from_mime, mime_from_clip
from ui.editor.commands import Caret, Selection
from ui.editor.document import ResolutionDocument
from ui.editor.mapping import behind_cues
from ui.editor.render import Style
from ui.editor.view import ResolutionView
from ui.session import Session

Move = QTextCursor.MoveOperation
Keep = QTextCursor.MoveMode.KeepAnchor
Standard = QKeySequence.StandardKey

_DELETIONS = (
    (Standard.DeleteStartOfWord, Move.PreviousWord),
    (Standard.DeleteEndOfWord, Move.NextWord),
    (Standard.DeleteEndOfLine, Move.EndOfLine),
    (Standard.DeleteCompleteLine, Move.EndOfBlock),
)
_COMMANDS_OF_QT = (
    Standard.InsertParagraphSeparator, Standard.InsertLineSeparator, Standard.Delete,
    Standard.Backspace,
)  # fmt: skip


class DraftEditor(ResolutionView):
    """Edits the draft of a session."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, style: Style | None = None
    ) -> None:
        self._session = session
        self._italic: bool | None = None
        self._wanted: Caret | None = None
        super().__init__(parent, style)
        self.setReadOnly(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("The draft"))
        self.setAccessibleDescription(self.tr("This cycle's text; type to change it"))
        session.draft_changed.connect(self._follow)
        session.base_changed.connect(self._load)
        self.cursorPositionChanged.connect(self._forget_italic)
        self._load()

    # The session

    def _load(self) -> None:
        self.set_resolution(self._session.draft)

    def _follow(self, change: Change) -> None:
        """Show what the model says; the caret goes where the change was, if it was ours."""
        cursor = self.textCursor()
        position = self._document.place_at(cursor.position())
        anchor = self._document.place_at(cursor.anchor())
        before = self._labels, self._document.note_numbers
        self._document.show(self._session.draft)
        self._labels = self._session.labels
        positions = self.resolution.positions
        if self._wanted is not None:
            self._set_cursor(self._wanted)
            self.ensureCursorVisible()
        elif position[0] in positions and anchor[0] in positions and not self.hasFocus():
            pass  # Qt's own cursor stays with the words it was at
        elif position[0] in positions and anchor[0] in positions:
            self._set_cursor(position, anchor if anchor != position else None)
        if isinstance(change, ReplaceText) and before == (
            self._labels, self._document.note_numbers
        ):  # fmt: skip
            self.update_paragraphs((change.target,))
        else:
            self.viewport().update()

    def _document_attached(self, document: ResolutionDocument) -> None:
        document.contentsChange.connect(self._altered)

    def _altered(self, position: int, removed: int, added: int) -> None:
        """Something else than ``show`` altered the document: carry the words over."""
        document = self._document
        if document.altering or (removed == added and not document.differences()):
            return
        if document.blockCount() == max(1, len(self.resolution.paragraphs)):
            paragraph = document.paragraph_at(position)
            if paragraph is not None:
                new = render.text_of(document.block_for(paragraph.id))
                change = commands.retext(self._session.draft, paragraph.id, new)
                if change is not None and self._session.do(change, self.tr("Typing")):
                    document.restyle(self._style)
                    return
        document.restyle(self._style)

    def do(self, step: commands.Step | None, name: str, *, typed: bool = False) -> bool:
        """Do a step: its change goes to the session, the caret where it says."""
        if step is None:
            return False
        self._wanted = step.caret
        gone = removed_notes(step.change)
        numbers = self._document.note_numbers
        said = ", ".join(str(n) for n in sorted(numbers[note] for note in gone if note in numbers))
        try:
            done = self._session.do(step.change, name, time.monotonic() if typed else None)
        finally:
            self._wanted = None
        if done and said:
            # What a person did not see go must be said.
            one = self.tr("Footnote %s went with its last cue; undo brings both back.")
            many = self.tr("Footnotes %s went with their last cues; undo brings all back.")
            self._session.status.emit((many if "," in said else one) % said)
        return done

    # Where the caret is

    def selection(self) -> Selection:
        """What is selected, or the caret twice, in order."""
        cursor = self.textCursor()
        return Selection(
            self._document.place_at(cursor.selectionStart()),
            self._document.place_at(cursor.selectionEnd()),
        )

    def current_paragraph(self) -> str:
        """Id of the paragraph the caret is in, or ""."""
        return self._document.place_at(self.textCursor().position())[0]

    def _towards(self, move: Move) -> Selection:
        """What is selected, or else from the caret as far as a movement goes."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(move, Keep)
        return Selection(
            self._document.place_at(cursor.selectionStart()),
            self._document.place_at(cursor.selectionEnd()),
        )

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn what edits into a change; leave moving about to Qt."""
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.matches(Standard.Undo):
            self.undo()
        elif event.matches(Standard.Redo):
            self.redo()
        elif event.matches(Standard.Cut):
            self.cut()
        elif event.matches(Standard.Paste):
            self.paste()
        elif event.matches(Standard.Italic):
            self.toggle_italic()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.do(commands.enter(self._session.draft, self.selection()), self.tr("New paragraph"))
        elif key == Qt.Key.Key_Tab and not control:
            self.demote()
        elif key == Qt.Key.Key_Backtab and not control:
            self.promote()
        elif key == Qt.Key.Key_Backspace and not control:
            self._delete(Move.PreviousCharacter)
        elif event.matches(Standard.Delete) or (key == Qt.Key.Key_Delete and not control):
            self._delete(Move.NextCharacter)
        elif move := next((move for keys, move in _DELETIONS if event.matches(keys)), None):
            self._delete(move)
        elif _is_text(event):
            self._type(event.text())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and control and not alt:
            self._leap(key == Qt.Key.Key_Down, bool(shift))
        elif any(event.matches(keys) for keys in _COMMANDS_OF_QT):
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _leap(self, forward: bool, selecting: bool) -> None:
        """To the beginning of the next paragraph; back, first of this one (as in Word)."""
        cursor = self.textCursor()
        mode = Keep if selecting else QTextCursor.MoveMode.MoveAnchor
        if forward:
            move = Move.NextBlock if cursor.block().next().isValid() else Move.End
        else:
            move = Move.PreviousBlock if cursor.atBlockStart() else Move.StartOfBlock
        cursor.movePosition(move, mode)
        self.setTextCursor(cursor)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits is typing; what it still composes is only shown."""
        if event.replacementLength() > 0:
            cursor = self.textCursor()
            start = cursor.position() + event.replacementStart()
            cursor.setPosition(max(start, cursor.block().position()))
            cursor.setPosition(start + event.replacementLength(), Keep)
            self.setTextCursor(cursor)
        if event.commitString() or (event.preeditString() and self.textCursor().hasSelection()):
            self._type(event.commitString())
        cursor = self.textCursor()
        if event.preeditString() and cursor.hasSelection():
            # Nothing could be typed there: keep Qt from deleting it past the model.
            cursor.setPosition(cursor.selectionEnd())
            self.setTextCursor(cursor)
        shown = QInputMethodEvent(event.preeditString(), event.attributes())
        super().inputMethodEvent(shown)
        event.accept()

    def _type(self, string: str) -> None:
        step = commands.type_text(self._session.draft, self.selection(), string, self._italic)
        italic = self._italic
        self.do(step, self.tr("Typing"), typed=True)
        self._italic = italic
        self._document.setModified(True)

    def _delete(self, move: Move) -> None:
        single = not self.textCursor().hasSelection()
        step = commands.delete(
            self._session.draft, self._towards(move), backwards=move == Move.PreviousCharacter
        )
        self.do(step, self.tr("Delete"), typed=single)

    def _forget_italic(self) -> None:
        self._italic = None

    # What menus call too

    def undo(self) -> None:
        """Take the last step of the draft back, and show where."""
        self._go_with(self._session.undo)

    def redo(self) -> None:
        """Do the step again that was undone last, and show where."""
        self._go_with(self._session.redo)

    def _go_with(self, act: object) -> None:
        before, here = self._session.draft, self.selection().end
        if act():  # type: ignore[operator]
            caret = commands.where(before, self._session.draft, here)
            if caret is not None:
                self._set_cursor(caret)
                self.ensureCursorVisible()

    def cut(self) -> None:
        """Copy what is selected, then delete it."""
        if self.textCursor().hasSelection():
            self.copy()
            self.do(commands.delete(self._session.draft, self.selection()), self.tr("Cut"))

    def delete_selection(self) -> None:
        """Delete what is selected."""
        if self.textCursor().hasSelection():
            self.do(commands.delete(self._session.draft, self.selection()), self.tr("Delete"))

    def toggle_italic(self) -> None:
        """Make what is selected italic or upright; without a selection, what is typed next."""
        selection = self.selection()
        if selection.start == selection.end:
            now = commands.italic_at(self._session.draft, selection.start)
            self._italic = not (now if self._italic is None else self._italic)
            return
        cursor = self.textCursor()
        ends = self._document.place_at(cursor.anchor()), self._document.place_at(cursor.position())
        step = commands.toggle_italic(self._session.draft, selection)
        if self.do(step, self.tr("Italics")):
            self._set_cursor(ends[1], ends[0])

    def demote(self) -> None:
        """Make the paragraph a sub-paragraph of the one above."""
        self.do(commands.demote(self._session.draft, self.selection()), self.tr("Sub-paragraph"))

    def promote(self) -> None:
        """Raise a sub-paragraph a level."""
        self.do(commands.promote(self._session.draft, self.selection()), self.tr("Raise a level"))

    def run(self, command: commands.Command, name: str) -> bool:
        """Do a structure command on what is selected."""
        return self.do(command(self._session.draft, self.selection()), name)

    # Clipboard, drag and drop

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected, with its notes, and as rich and plain text for other programs."""
        return mime_from_clip(pasting.copied(self._session.draft, self.selection()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words can be pasted; files are opened by the window."""
        return not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words and italics, and notes where they come from a draft; nothing else."""
        self._paste(clip_from_mime(source), self.selection(), self.tr("Paste"))

    def paste_plain(self) -> None:
        """Paste words only."""
        from PySide6.QtGui import QGuiApplication

        clip = clip_from_mime(QGuiApplication.clipboard().mimeData(), plain=True)
        self._paste(clip, self.selection(), self.tr("Paste"))

    def _paste(self, clip: Clip | None, selection: Selection, name: str) -> None:
        if clip is not None:
            self.do(pasting.paste(self._session.draft, selection, clip), name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files go to the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Files go to the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop words where they fall; words of this draft are moved there."""
        if event.mimeData().hasUrls():
            event.ignore()
            return
        clip = clip_from_mime(event.mimeData())
        at = self._document.place_at(self.cursorForPosition(event.position().toPoint()).position())
        ours = event.source() in (self, self.viewport())
        moved = ours and event.proposedAction() == Qt.DropAction.MoveAction
        if clip is not None:
            name = self.tr("Drag and drop")
            if moved:
                self.do(pasting.move_words(self._session.draft, self.selection(), at), name)
            else:
                self._paste(clip, Selection(at, at), name)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The window fills the menu; Qt's own one would go past the model."""
        self.window_menu(event)

    def window_menu(self, event: QContextMenuEvent) -> None:
        """Show the context menu; the window puts its own in this place."""
        event.ignore()

    def place_behind(self, paragraph_id: str, offset: int) -> Caret:
        """The caret behind the cues at an offset."""
        text = self.resolution.paragraph(paragraph_id).text
        return paragraph_id, behind_cues(text, offset)


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    if not text or event.modifiers() in (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier,
    ):
        return False
    return text[0].isprintable() or text[0] in "\u200d\u200c\u00ad"
