"""Spelling in the draft: a wave under doubtful words, in what can be seen only."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from drafter.errors import DrafterError
from drafter.model import Kind, Paragraph, Range, Text
from ui.editor.editor import DraftEditor
from ui.finding_marks import wave
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from drafter.edit.spelling import Speller


class Spelling(QObject):
    """Knows which words of a session's draft are doubted, and marks those in view."""

    def __init__(
        self,
        session: Session,
        editor: DraftEditor,
        settings: Settings,
        theme: Theme,
        file: Path | None = None,
    ) -> None:
        super().__init__(editor)
        self._session, self._editor, self._settings = session, editor, settings
        self._theme, self._file = theme, file
        self._speller: Speller | None = None
        self._english = True
        self._known: dict[str, tuple[Text, Kind, tuple[Range, ...]]] = {}
        editor.viewport().installEventFilter(self)
        self._writing: Range | None = None
        """The doubtful word that is not marked, since the caret stands at its end."""
        session.base_changed.connect(self.prepare)
        editor.cursorPositionChanged.connect(self._caret_went)
        if session.loaded:
            self.prepare()

    # Switching and looks

    @property
    def on(self) -> bool:
        """Whether spelling is marked."""
        return self._settings.flag("spelling", True)

    def switch(self, on: bool) -> None:
        """Mark spelling or leave it, in every draft."""
        self._settings.set("spelling", "true" if on else "false")
        if on and self._speller is None:
            self.prepare()
        self._editor.viewport().update()

    def dress(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme

    # What is known

    def prepare(self) -> None:
        """Take up the words that are right in this draft, in the background."""
        self._speller, self._known = None, {}
        session, file = self._session, self._file
        if not self.on or not session.loaded:
            return
        base, draft, words = session.base, session.draft, session.words

        def work() -> tuple[Speller, bool]:
            from drafter.edit import spelling
            from drafter.edit.dictionary import own_words

            names = spelling.names_in(base) | spelling.repeated_names(draft)
            speller = spelling.Speller((*own_words(file), *words), names)
            return speller, spelling.is_english(draft, speller)

        session.jobs.start("spelling", self.tr("Reading the dictionary…"), work, self._take)

    def _take(self, result: tuple[Speller, bool]) -> None:
        self._speller, self._english = result
        self._known = {}
        self._editor.viewport().update()

    def mistakes(self, paragraph: Paragraph) -> tuple[Range, ...]:
        """The doubtful words of a paragraph."""
        if self._speller is None or not (self.on and self._english):
            return ()
        known = self._known.get(paragraph.id)
        if known is None or known[0] is not paragraph.text or known[1] is not paragraph.kind:
            found = self._speller.mistakes(paragraph.text, paragraph.kind)
            known = self._known[paragraph.id] = (paragraph.text, paragraph.kind, found)
        return known[2]

    def at(self, paragraph_id: str, offset: int) -> tuple[Range, str] | None:
        """The doubtful word at a place of the draft: its range and itself."""
        draft = self._session.draft
        if paragraph_id not in draft.positions:
            return None
        paragraph = draft.paragraph(paragraph_id)
        for start, end in self.mistakes(paragraph):
            if start <= offset <= end:
                return (start, end), paragraph.text.string[start:end]
        return None

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant."""
        return self._speller.suggestions(word) if self._speller is not None else ()

    # What a person does

    def replace(self, paragraph_id: str, found: Range, word: str) -> None:
        """Put another word in the place of a doubtful one."""
        from drafter.model import reword

        change = reword(self._session.draft, paragraph_id, *found, word)
        self._session.do(change, self.tr("Correct spelling"))

    def add(self, word: str) -> None:
        """Keep a word in the person's own dictionary, for every draft."""
        from drafter.edit.dictionary import add_word

        try:
            add_word(word.replace("’", "'"), self._file)
        except DrafterError as error:
            self._session.problem.emit(str(error), "")
            return
        self.prepare()

    def ignore(self, word: str) -> None:
        """Take a word for well spelt in this draft."""
        self._session.remember(words=self._session.words | {word.replace("’", "'")})
        self.prepare()

    def next(self) -> bool:
        """Select the next doubtful word behind the caret, round the end of the text."""
        place = self._editor.selection().end
        paragraphs = self._session.draft.paragraphs
        here = self._session.draft.positions.get(place[0], 0)
        order = [*paragraphs[here:], *paragraphs[: here + 1]]
        for number, paragraph in enumerate(order):
            for start, end in self.mistakes(paragraph):
                if number or start >= place[1].offset:
                    self._session.show_requested.emit(paragraph.id)
                    self._editor.select_range(paragraph.id, start, end)
                    return True
        self._session.status.emit(self.tr("No doubtful word was found"))
        return False

    # Marks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint first, then let the view paint its words."""
        if not isinstance(event, QPaintEvent) or self._speller is None or not self.on:
            return False
        view = self._editor
        paragraphs = view.resolution.paragraphs
        caret = view.selection().end if view.hasFocus() else None
        painter = QPainter(view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -view.verticalScrollBar().value())
        painter.setPen(QPen(self._theme.colour("old", 0.9), 1.1))
        top = event.rect().top() + view.verticalScrollBar().value()
        bottom = top + event.rect().height() + 4
        for block in view.visible_blocks(event.rect()):
            if not block.isVisible() or block.blockNumber() >= len(paragraphs):
                continue
            paragraph = paragraphs[block.blockNumber()]
            found = self.mistakes(paragraph)
            if caret is not None and caret[0] == paragraph.id:
                found = self._written(found, caret[1].offset)
            for start, end in found:
                first, last = view.resolution_document.range_of(paragraph.id, start, end)
                for rect in view.range_rects(block, first, last):
                    if top - 4 <= rect.bottom() <= bottom:
                        painter.drawPolyline(wave(rect.left(), rect.right(), rect.bottom() - 0.5))
        painter.end()
        return False

    def _caret_went(self) -> None:
        """The word that was being written is done."""
        if self._writing is not None:
            self._editor.viewport().update()

    def _written(self, found: Iterable[Range], caret: int) -> tuple[Range, ...]:
        """Those that are not just being written: a word at whose end the caret stands may grow."""
        self._writing = next((one for one in found if one[1] == caret), None)
        return tuple(one for one in found if one != self._writing)
