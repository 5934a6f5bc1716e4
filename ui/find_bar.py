"""Find and replace in the draft: a bar under the text, every match marked in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from drafter.edit.find import BadQuery, Match, Query, Search, next_match
from drafter.model import Change
from ui.editor.editor import DraftEditor
from ui.finding_marks import differing
from ui.session import Session
from ui.theme import Theme
from ui.words import first_cue

_LONGEST = 200
"""Characters of a selection that are taken for what is looked for."""


class FindBar(QFrame):
    """Looks for words in a session's draft and shows where they stand."""

    changed = Signal()
    """Other matches, or another one is looked at."""
    note_wanted = Signal(str, int, int)
    """Id of a footnote and the range of a match in its text, to be shown."""

    def __init__(
        self, session: Session, editor: DraftEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._editor = session, editor
        self._search: Search | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_again)
        self.matches: tuple[Match, ...] = ()
        self.current = -1
        """Index of the match that is looked at, or -1."""
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find and replace"))
        self._build()
        session.draft_changed.connect(self._followed)
        session.base_changed.connect(self._look_again)
        self.hide()

    # What it is made of

    def _build(self) -> None:
        self.words = self._field(self.tr("Find"), self.tr("Words to look for in the draft"))
        self.new = self._field(self.tr("Replace by"), self.tr("Words to put in their place"))
        self.words.textEdited.connect(self._query_changed)
        self.count = QLabel()
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("1,000 of 1,000"))
        self.case = self._switch("Aa", self.tr("Match case"), "Alt+M")
        self.whole = self._switch("“ab”", self.tr("Whole words"), "Alt+W")
        self.expression = self._switch(".*", self.tr("Regular expression"), "Alt+.")
        back = self._tool("‹", self.tr("Previous match (Shift+Enter)"), self.previous)
        forth = self._tool("›", self.tr("Next match (Enter)"), self.next)
        close = self._tool("✕", self.tr("Close (Esc)"), self.close_bar)
        self.one = QPushButton(self.tr("&Replace"))
        self.one.setToolTip(self.tr("Replace this match and go to the next (Enter)"))
        self.one.clicked.connect(self.replace)
        self.all = QPushButton(self.tr("Re&place all"))
        self.all.setToolTip(self.tr("Replace every match, as one step of undo"))
        self.all.clicked.connect(self.replace_all)
        for button in (self.one, self.all):
            button.setAutoDefault(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 6, 8, 6)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        find, by = QLabel(self.tr("Find")), QLabel(self.tr("Replace &by"))
        find.setBuddy(self.words)
        by.setBuddy(self.new)
        grid.addWidget(find, 0, 0)
        grid.addWidget(self.words, 0, 1)
        row = QHBoxLayout()
        for widget in (self.case, self.whole, self.expression, back, forth, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        grid.addLayout(row, 0, 2)
        grid.addWidget(by, 1, 0)
        grid.addWidget(self.new, 1, 1)
        row = QHBoxLayout()
        row.addWidget(self.one)
        row.addWidget(self.all)
        row.addStretch(1)
        grid.addLayout(row, 1, 2)
        self._replacing: tuple[QWidget, ...] = (by, self.new, self.one, self.all)

    def _field(self, name: str, tip: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setToolTip(tip)
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        return field

    def _switch(self, sign: str, name: str, keys: str) -> QToolButton:
        button = _button(sign, name, f"{name} ({keys})")
        button.setCheckable(True)
        button.setShortcut(keys)
        button.toggled.connect(self._query_changed)
        return button

    def _tool(self, sign: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = _button(sign, tip, tip)
        button.clicked.connect(lambda: act())
        return button

    # Opening and closing

    def open_bar(self, *, replacing: bool = False) -> None:
        """Show the bar with the keys in it, looking for what is selected."""
        for widget in self._replacing:
            widget.setVisible(replacing)
        selection = self._editor.selection()
        (first, start), (last, stop) = selection.start, selection.end
        if first == last and start.offset < stop.offset and self._editor.hasFocus():
            text = self._session.draft.paragraph(first).text.string[start.offset : stop.offset]
            if len(text) <= _LONGEST and not self.expression.isChecked():
                self.words.setText(text)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._query_changed()

    def close_bar(self) -> None:
        """Take the bar and its marks away; the keys go back to the text."""
        self.hide()
        self._take(())
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter in the two fields."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previous()
            elif watched is self.new:
                self.replace()
            else:
                self.next()
            return True
        return False

    # Looking

    def _query_changed(self) -> None:
        """Look for what is asked now, from the caret on."""
        query = Query(
            self.words.text(),
            self.case.isChecked(),
            self.whole.isChecked(),
            self.expression.isChecked(),
        )
        try:
            self._search = Search(query)
        except BadQuery as error:
            self._search = None
            self._take((), str(error))
            return
        self._look_again()
        if self.matches:
            start = self._editor.selection().start
            self._go(next_match(self.matches, self._session.draft, start[0], start[1].offset))

    def _followed(self, _change: Change) -> None:
        if self.isVisible():
            self._later.start()

    def _look_again(self) -> None:
        """Look in the draft as it is now, staying at the match that is looked at."""
        if self._search is None or not self.isVisible():
            return
        try:
            found = self._search.matches(self._session.draft)
        except BadQuery as error:
            self._search = None
            self._take((), str(error))
            return
        here = self.matches[self.current] if self.current >= 0 else None
        self._take(found, current=found.index(here) if here in found else -1)

    @property
    def by_target(self) -> Mapping[str, tuple[Match, ...]]:
        """The matches by paragraph or footnote."""
        return self._search.by_target if self._search is not None and self.matches else {}

    def _take(self, found: tuple[Match, ...], said: str = "", current: int = -1) -> None:
        self.matches, self.current = found, current
        self._show_count(said)
        self.changed.emit()

    def _show_count(self, said: str = "") -> None:
        if not said and self._search is not None and self.words.text():
            if not self.matches:
                said = self.tr("nothing found")
            elif self.current < 0:
                said = self.tr("%s found") % f"{len(self.matches):,}"
            else:
                said = self.tr("%s of %s") % (f"{self.current + 1:,}", f"{len(self.matches):,}")
        self.count.setText(said)
        self.count.setAccessibleName(said)
        for button in (self.one, self.all):
            button.setEnabled(bool(self.matches))

    def next(self) -> None:
        """Go to the next match."""
        self._step(1)

    def previous(self) -> None:
        """Go to the match before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._now()
        if not self.matches:
            return
        if self.current >= 0:
            self._go((self.current + by) % len(self.matches))
            return
        selection = self._editor.selection()
        place = selection.start if by < 0 else selection.end
        self._go(
            next_match(
                self.matches, self._session.draft, place[0], place[1].offset, backwards=by < 0
            )
        )

    def _go(self, index: int) -> None:
        """Show a match: in the text, or at the cue of its footnote and in the panel."""
        self.current = index
        match = self.matches[index]
        draft = self._session.draft
        self._session.show_requested.emit(match.target)
        if match.target in draft.positions:
            self._editor.select_range(match.target, match.start, match.end)
        else:
            where = first_cue(draft, match.target)
            if where is not None:
                self._editor.put_caret(*where)
            self.note_wanted.emit(match.target, match.start, match.end)
        self._show_count()
        self.changed.emit()

    def _now(self) -> None:
        """Do at once what waits for the window to draw breath."""
        if self._later.isActive():
            self._later.stop()
            self._look_again()

    # Replacing

    def replace(self) -> None:
        """Replace the match that is looked at and go to the next one."""
        self._now()
        if self._search is None or not self.matches:
            return
        if self.current < 0:
            self.next()
            return
        match = self.matches[self.current]
        try:
            change = self._search.replacement(self._session.draft, match, self.new.text())
        except BadQuery as error:
            self._show_count(str(error))
            return
        before = len(self._session.draft.text_of(match.target))
        self._session.do(change, self.tr("Replace"))
        self._look_again()
        grown = len(self._session.draft.text_of(match.target)) - before
        if self.matches:
            end = match.end + grown
            self._go(next_match(self.matches, self._session.draft, match.target, end))

    def replace_all(self) -> None:
        """Replace every match, as one step."""
        self._now()
        if self._search is None:
            return
        try:
            change, count = self._search.replace_all(self._session.draft, self.new.text())
        except BadQuery as error:
            self._show_count(str(error))
            return
        if self._session.do(change, self.tr("Replace all")):
            self._session.status.emit(self.tr("%s replaced") % f"{count:,}")


class FindMarks(QObject):
    """Marks the matches of a find bar in the text, behind the words."""

    def __init__(self, bar: FindBar, view: DraftEditor, theme: Theme) -> None:
        super().__init__(view)
        self._bar, self._view, self._theme = bar, view, theme
        self._by_target: Mapping[str, tuple[Match, ...]] = {}
        self._here: Match | None = None
        view.viewport().installEventFilter(self)
        bar.changed.connect(self._gather)

    def dress(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme

    def _gather(self) -> None:
        before, here = self._by_target, self._here
        self._by_target = self._bar.by_target
        self._here = self._bar.matches[self._bar.current] if self._bar.current >= 0 else None
        changed = differing(before, self._by_target)
        if here != self._here:
            changed |= {match.target for match in (here, self._here) if match is not None}
        self._view.update_targets(changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint first, then let the view paint its words."""
        if not isinstance(event, QPaintEvent) or not self._by_target:
            return False
        painter = QPainter(self._view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._view.verticalScrollBar().value())
        for block in self._view.visible_blocks(event.rect()):
            paragraph = self._view.paragraph_id_at(block.position())
            if not block.isVisible() or not paragraph:
                continue
            size = len(self._view.resolution.paragraph(paragraph).text)
            for start, end, here in self._ranges(paragraph):
                if end <= size:
                    document = self._view.resolution_document
                    first, last = document.range_of(paragraph, start, end)
                    for rect in self._view.range_rects(block, first, last):
                        self._paint(painter, rect.adjusted(-1, -1, 1, 1), here)
        painter.end()
        return False

    def _ranges(self, paragraph: str) -> list[tuple[int, int, bool]]:
        """What is marked in a paragraph and whether it is looked at; a match in a footnote is
        marked at its cue."""
        draft, here = self._view.resolution, self._here
        found = [(m.start, m.end, m == here) for m in self._by_target.get(paragraph, ())]
        for cue in draft.paragraph(paragraph).text.cues:
            inside = self._by_target.get(cue.note or "", ())
            if inside:
                found.append((max(0, cue.at - 1), cue.at, here in inside))
        return found

    def _paint(self, painter: QPainter, rect: object, here: bool) -> None:
        painter.setBrush(self._theme.colour("warning", 0.45 if here else 0.24))
        pen = QPen(self._theme.colour("warning"), 1.4) if here else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.drawRoundedRect(rect, 2.5, 2.5)  # type: ignore[call-overload]


def _button(sign: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button
