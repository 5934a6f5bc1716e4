"""What was understood of last cycle's file: every paragraph beside the lines it was read from.

What was mended can be put back, what is asked answered, and what a paragraph is can be corrected;
each is one step of undo over last cycle's text and the draft.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.edit.corrections import Correction, answer, correct_kind, open_cue, undo_repair
from drafter.model import Comment, Kind, Question, Repair, Revision, labels
from ui.marked_up import HTML, marked_html
from ui.session import Session
from ui.understood_said import Said
from ui.understood_table import CHOICES, READ, Rows, Views
from ui.words import KINDS, reading_words, shortened, target_words

ID = Qt.ItemDataRole.UserRole
MASTHEAD = "masthead"


class Understood(QWidget):
    """The page; it lies over the work and Esc leads back."""

    closed = Signal()
    paragraph_wanted = Signal(str)
    """Id of a paragraph the person wants to see in the text."""
    view_wanted = Signal(str)
    """How the tracked changes of the file are to be read: "final" or "original"."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._stale = True
        self._left: set[Question] = set()
        """Questions a person chose to leave open."""
        self.setObjectName("understood")
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._only = QCheckBox(self.tr("&Only what was mended, changed or is asked"))
        self._only.setToolTip(self.tr("Hide the paragraphs that were read as they stand"))
        self._only.toggled.connect(self._filter)
        self.views = Views()
        self.views.activated.connect(self._choose_view)
        self._back = QPushButton(self.tr("&Back to the draft"))
        self._back.setToolTip(self.tr("Close this view (Esc)"))
        self._back.clicked.connect(self.closed)
        self.table = Rows()
        self.table.currentCellChanged.connect(self._look)
        self.table.key_pressed.connect(self._key)
        self.table.itemActivated.connect(lambda item: self._go(item.row()))
        self._kind = QPushButton()
        self._kind.setToolTip(self.tr("Say what this paragraph is (1 to 9)"))
        self._kinds = QMenu(self._kind)
        for number, (kind, level, words) in enumerate(CHOICES, 1):
            key = f"\t{number}" if number < 10 else ""
            action = self._kinds.addAction(self.tr(words) + key)
            action.triggered.connect(partial(self.correct, kind, level))
        self._kind.setMenu(self._kinds)
        self.list = Said()
        self.list.currentItemChanged.connect(self._offer)
        self._put_back = QPushButton(self.tr("&Put back"))
        self._put_back.setToolTip(self.tr("Put back what stood in the file (U)"))
        self._put_back.clicked.connect(self.put_back)
        self._accept = QPushButton(self.tr("&Accept"))
        self._accept.setObjectName("accept")
        self._accept.setToolTip(self.tr("Accept what the question proposes (A)"))
        self._accept.clicked.connect(lambda: self.accept())
        self._leave = QPushButton(self.tr("&Leave it"))
        self._leave.setToolTip(self.tr("Leave it as it stands in the file, and ask no more (L)"))
        self._leave.clicked.connect(self.leave)
        self._other = QPushButton(self.tr("Another note"))
        self._other.setToolTip(self.tr("Choose which note is meant"))
        self._notes = QMenu(self._other)
        self._other.setMenu(self._notes)
        self._lay_out()
        session.base_changed.connect(self._forget)
        session.base_corrected.connect(self._forget)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 6)
        top.setSpacing(12)
        top.addWidget(self._summary, 1)
        top.addWidget(self.views)
        top.addWidget(self._only)
        top.addWidget(self._back)
        self._detail = QWidget()
        self._detail.setObjectName("detail")
        buttons = QHBoxLayout()
        for button in (self._kind, self._put_back, self._accept, self._other, self._leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(16, 8, 16, 10)
        below.addWidget(self.list)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._detail)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Filled when it is first seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at this width."""
        super().resizeEvent(event)
        self._settling.start()

    def _settle(self) -> None:
        self.table.resizeRowsToContents()
        self.table.scrollTo(self.table.currentIndex(), QTableWidget.ScrollHint.PositionAtCenter)

    def _forget(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show how last cycle's text is understood now."""
        from drafter.read.origins import origins

        self._stale = False
        base = self._session.base
        warnings = "".join(f"\n{one.message}" for one in base.reading.warnings)
        self._summary.setText(reading_words(base) + warnings)
        names, found = labels(base), origins(base)
        self._show_views()
        shown = self.views.currentData() == "markup"
        rows: list[tuple[str, str, str, str, str]] = []
        if any(r.target == MASTHEAD for r in base.reading.repairs):
            rows.append(
                (MASTHEAD, self.tr("Left out"), "", self.tr("What belongs to no paragraph"), "")
            )
        for target in (*base.positions, *base.notes_by_id):
            origin = found.get(target)
            text = base.text_of(target).string
            words = " ⏎ ".join(origin.words) if origin else text
            place = origin.place if origin else ""
            cells = (shortened(words, 600), shortened(text, 600))
            rows.append((target, self._named(target, names), place, *cells))
        at = self.current()
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for row, (target, *cells) in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                item.setData(ID, target)
                if column == READ and shown and (others := self._others(target)[0]):
                    item.setData(HTML, marked_html(base.text_of(target).string, others))
                self.table.setItem(row, column, item)
        self.table.resizeColumnToContents(0)
        self.table.resizeColumnToContents(1)
        self.table.blockSignals(False)
        self._filter()
        self.select(at) if at else self._first()
        self.table.resizeRowsToContents()

    def _named(self, target: str, names: dict[str, str]) -> str:
        base = self._session.base
        label = target_words(target, names)
        words = self.tr("Footnote")
        if target in base.positions:
            paragraph = base.paragraph(target)
            words = KINDS.get(paragraph.kind, paragraph.kind.value.capitalize())
        said = [words if label == words or not label else f"{label}  {words}"]
        repairs, questions = self._about(target)
        if repairs:
            said.append(self.tr("↺ %d mended") % len(repairs))
        if questions:
            said.append(self.tr("? %d asked") % len(questions))
        revisions, comments = self._others(target)
        if revisions:
            said.append(self.tr("± %d tracked") % len(revisions))
        if comments:
            said.append(self.tr("✎ %d remarked") % len(comments))
        return "\n".join(said)

    def _others(self, target: str) -> tuple[list[Revision], list[Comment]]:
        """Tracked changes and comments the file had here."""
        reading = self._session.base.reading
        revisions = [one for one in reading.revisions if one.target == target]
        return revisions, [one for one in reading.comments if one.target == target]

    def _show_views(self) -> None:
        base = self._session.base
        self.views.setVisible(bool(base.reading.revisions))
        view = base.source.view if base.source else "final"
        if view == "original" or self.views.currentData() == "original":
            self.views.setCurrentIndex(self.views.findData(view))

    def _choose_view(self, *_: object) -> None:
        source = self._session.base.source
        view = "original" if self.views.currentData() == "original" else "final"
        if source is not None and source.view != view:
            self.view_wanted.emit(view)
        self.refresh()

    def _about(self, target: str) -> tuple[list[Repair], list[Question]]:
        reading = self._session.base.reading
        repairs = [one for one in reading.repairs if one.target == target]
        asked = (one for one in reading.questions if one not in self._left)
        return repairs, [one for one in asked if one.target == target]

    def _filter(self, *_: object) -> None:
        for row in range(self.table.rowCount()):
            target = self._id(row)
            something = any(self._about(target)) or any(self._others(target))
            hidden = self._only.isChecked() and not something
            self.table.setRowHidden(row, hidden)

    def _id(self, row: int) -> str:
        item = self.table.item(row, 0)
        return str(item.data(ID)) if item else ""

    def current(self) -> str:
        """Id of the paragraph or footnote that is looked at, "masthead", or ""."""
        return self._id(self.table.currentRow()) if self.table.currentRow() >= 0 else ""

    def select(self, target: str) -> None:
        """Look at a paragraph or footnote."""
        for row in range(self.table.rowCount()):
            if self._id(row) == target:
                self.table.setCurrentCell(row, 0)
                self._look()

    def _first(self) -> None:
        """Look at the first question, else at the first repair, else at the first paragraph."""
        reading = self._session.base.reading
        targets = [one.target for one in (*reading.questions, *reading.repairs)]
        rest = [self._id(row) for row in range(self.table.rowCount())]
        first = next((t for t in (*targets, *rest) if t != MASTHEAD), "")
        self.select(first)

    def _look(self, *_: object) -> None:
        target = self.current()
        base, draft = self._session.base, self._session.draft
        self.list.fill(base, draft, target, self._left)
        self.list.setVisible(self.list.count() > 0)
        paragraph = base.paragraph(target) if target in base.positions else None
        self._kind.setEnabled(paragraph is not None and paragraph.kind is not Kind.OPAQUE)
        name = KINDS.get(paragraph.kind, paragraph.kind.value.capitalize()) if paragraph else "–"
        self._kind.setText(self.tr("It is: %s") % name)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._offer()

    def _offer(self, *_: object) -> None:
        """Which buttons do something for what is chosen."""
        chosen = self._chosen()
        base, draft = self._session.base, self._session.draft
        repair = chosen if isinstance(chosen, Repair) else None
        question = chosen if isinstance(chosen, Question) else None
        self._put_back.setVisible(repair is not None)
        self._put_back.setEnabled(
            repair is not None and undo_repair(base, draft, repair) is not None
        )
        self._accept.setVisible(question is not None)
        self._accept.setEnabled(question is not None and answer(base, draft, question) is not None)
        cue = open_cue(base, question) if question else None
        self._leave.setVisible(question is not None and question not in self._left)
        self._other.setVisible(cue is not None)
        self._notes.clear()
        names = labels(base)
        for note in base.notes if cue is not None else ():
            words = f"{target_words(note.id, names)}  {shortened(note.text.string, 70)}"
            self._notes.addAction(words).triggered.connect(partial(self._choose_note, note.id))

    def _chosen(self) -> Repair | Question | None:
        item = self.list.currentItem()
        return item.data(ID) if item else None

    # What a person does

    def _key(self, key: str) -> None:
        if key.isdigit():
            kind, level, _ = CHOICES[int(key) - 1]
            self.correct(kind, level)
        elif key == "U":
            self._find(Repair, self._put_back.isEnabled)
            self.put_back()
        elif key == "L":
            self._find(Question, lambda: self._chosen() not in self._left)
            self.leave()
        else:
            self._find(Question, self._accept.isEnabled)
            self.accept()

    def _find(self, kind: type, may: Callable[[], bool]) -> None:
        """Choose the first of a kind that something can be done about, unless one is chosen."""
        if isinstance(self._chosen(), kind) and may():
            return
        for row in range(self.list.count()):
            if isinstance(self.list.item(row).data(ID), kind):
                self.list.setCurrentRow(row)
                if may():
                    return

    def correct(self, kind: Kind, level: int = 0, *_: object) -> None:
        """Say what the paragraph that is looked at is."""
        base, target = self._session.base, self.current()
        if target in base.positions:
            found = correct_kind(base, self._session.draft, target, kind, level)
            self._do(found, self.tr("Correct the kind"))

    def put_back(self) -> None:
        """Put back what stood in the file before the chosen repair."""
        chosen = self._chosen()
        if isinstance(chosen, Repair):
            found = undo_repair(self._session.base, self._session.draft, chosen)
            self._do(found, self.tr("Put back what was mended"))

    def accept(self, proposal: str | None = None) -> None:
        """Accept what the chosen question proposes, or a note that was chosen."""
        chosen = self._chosen()
        if isinstance(chosen, Question):
            found = answer(self._session.base, self._session.draft, chosen, proposal)
            self._do(found, self.tr("Answer a question"))

    def leave(self) -> None:
        """Leave what the chosen question asks about as it stands in the file."""
        chosen = self._chosen()
        if isinstance(chosen, Question):
            self._left.add(chosen)
            self.refresh()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_note(self, note_id: str, *_: object) -> None:
        self.accept(note_id)

    def _do(self, correction: Correction | None, name: str) -> None:
        if correction is None:
            self._session.status.emit(self.tr("There is nothing to change here."))
        else:
            self._session.correct(correction, name)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, row: int) -> None:
        if self._id(row) in self._session.draft.positions:
            self.paragraph_wanted.emit(self._id(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
