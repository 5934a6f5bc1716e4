"""The window: puts the parts together, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.model import Suggestion
from ui import commands_menu
from ui.actions import Actions
from ui.centre import Centre
from ui.files import Files
from ui.header import Header
from ui.looks import dress
from ui.message_bar import MessageBar
from ui.panels.footnotes import FootnotesPanel
from ui.panels.masthead import MastheadPanel
from ui.panels.outline import Outline
from ui.panels.suggestions import SuggestionsPanel
from ui.session import Session
from ui.settings import Settings
from ui.start_page import StartPage
from ui.theme import Choice, theme
from ui.words import edit_of, first_cue, reading_words


class MainWindow(QMainWindow):
    """One draft in one window."""

    def __init__(self, session: Session | None = None, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = session or Session(self)
        self.settings = settings or Settings()
        self.files = Files(self.session, self.settings, self)
        self.setWindowTitle("Drafter")
        self.setAcceptDrops(True)
        self.theme = theme(self._theme_choice())
        self._build()
        self.actions_ = Actions(self, commands_menu.handlers(self))
        self._connect()
        self.centre.compare.status.hide()
        self._restore()
        self._dress()
        QApplication.styleHints().colorSchemeChanged.connect(lambda _: self._dress())
        self.actions_.enable(False)

    # Parts

    def _build(self) -> None:
        session = self.session
        self.header = Header()
        self.message = MessageBar()
        self.centre = Centre(session, self.theme, self.zoom())
        self.editor = self.centre.editor
        self.outline = Outline(session)
        self.suggestions = SuggestionsPanel(session)
        self.footnotes = FootnotesPanel(session)
        self.masthead = MastheadPanel(session)
        self.side = QTabWidget(documentMode=True)
        self.side.setObjectName("side")
        for panel, name in (
            (self.suggestions, self.tr("Suggestions")),
            (self.footnotes, self.tr("Footnotes")),
            (self.masthead, self.tr("Masthead")),
        ):
            self.side.addTab(panel, name)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.outline, 0), (self.centre, 1), (self.side, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setCollapsible(1, False)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.splitter, 1)
        self.start = StartPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(work)
        outer = QWidget()
        around = QVBoxLayout(outer)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.message)
        around.addWidget(self.pages, 1)
        self.setCentralWidget(outer)
        self._said, self._busy, self._saved = QLabel(), QLabel(), QLabel()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._said.clear)
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Stop what is being worked out"))
        self._cancel.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.centre.compare.status, 1)
        for widget in (self._said, self._busy, self._cancel, self._saved):
            bar.addPermanentWidget(widget)

    def _connect(self) -> None:
        session, files = self.session, self.files
        session.base_changed.connect(self._loaded)
        session.cycle_changed.connect(self._show_cycle)
        session.saved_changed.connect(self._show_saved)
        session.draft_changed.connect(lambda _: self._show_undo())
        session.status.connect(lambda text: self._say(text, 4000))
        session.problem.connect(self._problem)
        session.suggestion_chosen.connect(self._show_suggestion)
        session.jobs.busy_changed.connect(self._show_busy)
        self._cancel.clicked.connect(lambda: session.jobs.cancel())
        self._cancel.clicked.connect(lambda: self._show_busy(""))
        files.opened.connect(self._opened)
        files.problem.connect(self._problem)
        files.said.connect(lambda text: self._say(text, 8000))
        self.header.cycle_wanted.connect(self.ask_cycle)
        self.outline.chosen.connect(self._go_to_paragraph)
        self.editor.paragraph_changed.connect(self.outline.follow)
        self.editor.window_menu = self._context_menu  # type: ignore[method-assign]
        self.suggestions.count_changed.connect(self._show_suggestion_count)
        self.footnotes.go_to_cue.connect(self._go_to_cue)
        self.footnotes.insert_wanted.connect(lambda: self.actions_["insert_note"].trigger())
        self.start.open_wanted.connect(files.ask_open)
        self.start.sample_wanted.connect(files.open_sample)
        self.start.file_wanted.connect(lambda name: files.open(Path(name)))
        self.actions_["show_outline"].toggled.connect(self.outline.setVisible)
        self.actions_["show_side"].toggled.connect(self.side.setVisible)

    # Opening

    def open_files(self, paths: list[Path]) -> None:
        """Open what the shell named: one file, or last cycle's text and a draft; else say hello."""
        if len(paths) >= 2:
            self.files.open_pair(paths[0], paths[1])
        elif paths:
            self.files.open(paths[0])
        else:
            self.start.show_recent(self.settings.recent())
        QTimer.singleShot(50, self._offer_recovery)

    def _offer_recovery(self) -> None:
        copies = self.files.copies_left()
        if not copies:
            return
        newest = copies[0]
        when = newest.saved.strftime("%d %B %H:%M")
        title = newest.title or self.tr("a draft without a title")
        self.message.say(
            self.tr("“%s” was open when the program stopped (%s).") % (title[:90], when)
        )
        self.message.offer(
            self.tr("&Recover"),
            self.tr("Take up the draft as it was"),
            lambda: (self.message.dismiss(), self.files.recover(newest)),
        )
        self.message.offer(
            self.tr("&Discard"),
            self.tr("Delete the recovery copy"),
            lambda: (newest.discard(), self.message.dismiss()),
        )

    def _loaded(self) -> None:
        self.pages.setCurrentIndex(1)
        self.centre.compare.status.show()
        self.actions_.enable(True)
        self._show_undo()
        self._show_cycle()
        self._show_saved()

    def _opened(self) -> None:
        self.say_reading()
        self.editor.setFocus()

    def say_reading(self) -> None:
        """Say how the file was understood."""
        base = self.session.base
        said = reading_words(base)
        doubts = [*(q.message for q in base.reading.questions)]
        doubts += [w.message for w in base.reading.warnings]
        if doubts:
            said += self.tr("  Look at: %s") % "; ".join(doubts[:3])
        details = "\n".join(
            [*doubts, *(f"{r.rule}: {r.before!r} → {r.after!r}" for r in base.reading.repairs)]
        )
        self.message.say(said, details=details)

    # What is said

    def _say(self, text: str, milliseconds: int) -> None:
        """Say something in passing, beside what the line says all the time."""
        self._said.setText(text)
        self._silence.start(milliseconds)

    def _problem(self, text: str, details: str) -> None:
        self.message.say(text, details=details or text, problem=True)

    def _show_cycle(self) -> None:
        draft = self.session.draft if self.session.foreign else None
        self.header.show_cycle(self.session.base, self.session.cycle, draft)

    def _show_saved(self) -> None:
        path, dirty = self.session.path, self.session.dirty
        name = path.name if path else self.files.stem()
        title = f"{name}[*] — Drafter"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        if self.isWindowModified() != dirty:
            self.setWindowModified(dirty)
        if dirty:
            self._saved.setText(self.tr("not saved"))
        elif path is not None:
            self._saved.setText(self.tr("saved %s") % dt.datetime.now().strftime("%H:%M"))
        else:
            self._saved.setText("")

    def _show_undo(self) -> None:
        history = self.session.history
        for name, word, what in (
            ("undo", self.tr("&Undo"), history.can_undo),
            ("redo", self.tr("&Redo"), history.can_redo),
        ):
            action, text = self.actions_[name], f"{word} {what.lower()}" if what else word
            if action.text() != text:
                action.setText(text)
            action.setEnabled(what is not None)

    def _show_busy(self, words: str) -> None:
        self._busy.setText(words)
        self._cancel.setVisible(bool(words))

    def _show_suggestion_count(self, count: int) -> None:
        text = self.tr("Suggestions") + (f"  {count}" if count else "")
        self.side.setTabText(self.side.indexOf(self.suggestions), text)

    def _show_suggestion(self, suggestion: object) -> None:
        """Mark where a suggestion is; scroll there only for one who works in the list."""
        edit = edit_of(suggestion.change) if isinstance(suggestion, Suggestion) else None
        scroll = _holds_focus(self.suggestions)
        draft = self.session.draft
        if edit is not None and edit.target in draft.positions:
            self.editor.choose(edit.target, edit.start, edit.end, scroll=scroll)
        elif edit is not None and edit.target in draft.notes_by_id:
            self.footnotes.select(edit.target)
            where = first_cue(draft, edit.target)
            if where is not None:
                self.editor.choose(where[0], max(0, where[1] - 1), where[1], scroll=scroll)
        else:
            self.editor.choose(None)

    def accept_suggestion(self) -> None:
        """Accept the suggestion that is looked at and show the next one."""
        self.suggestions.accept_current()
        self.suggestions.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_suggestion(self.suggestions.current())

    def skip_suggestion(self) -> None:
        """Skip the suggestion that is looked at and show the next one."""
        self.suggestions.skip_current()
        self.suggestions.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_suggestion(self.suggestions.current())

    # Going about

    def show_panel(self, panel: QWidget, focus: QWidget) -> None:
        """Bring a panel to the front and put the keys into it."""
        self.actions_["show_side"].setChecked(True)
        self.side.setCurrentWidget(panel)
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_pane(self) -> None:
        """Put the keys into the next of outline, texts and panels."""
        panes = [self.outline, self.centre.old, self.editor, self.side.currentWidget()]
        shown = [pane for pane in panes if pane is not None and pane.isVisible()]
        here = next((i for i, p in enumerate(shown) if p.hasFocus() or _holds_focus(p)), -1)
        target = shown[(here + 1) % len(shown)]
        inner = {self.suggestions: self.suggestions.tree, self.footnotes: self.footnotes.list}
        inner.get(target, target).setFocus(Qt.FocusReason.ShortcutFocusReason)  # type: ignore[arg-type]

    def _go_to_paragraph(self, paragraph_id: str) -> None:
        self.editor.put_caret(paragraph_id)
        self.editor.scroll_to(paragraph_id, 0.2)
        self.editor.setFocus()

    def _go_to_cue(self, note_id: str) -> None:
        where = first_cue(self.session.draft, note_id)
        if where is not None:
            self.editor.put_caret(*where)
            self.editor.setFocus()

    def ask_cycle(self) -> None:
        """Ask which cycle is drafted."""
        from ui.cycle_dialog import CycleDialog

        dialog = CycleDialog(self.session.base, self.session.cycle, self)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self.session.set_cycle(dialog.cycle())

    def _context_menu(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("undo", "redo", "", "cut", "copy", "paste", "", "italic", "insert_note", ""):
            menu.addAction(self.actions_[name]) if name else menu.addSeparator()
        for name in ("move_up", "move_down", "demote", "promote", "duplicate", "delete_paragraph"):
            menu.addAction(self.actions_[name])
        menu.popup(event.globalPos())

    # Size, zoom, closing

    def zoom(self) -> float:
        """How large the texts are; 1 is normal."""
        return self.settings.number("zoom", 1.0)

    def set_zoom(self, zoom: float) -> None:
        """Set the texts larger or smaller."""
        zoom = min(3.0, max(0.5, zoom))
        self.settings.set("zoom", zoom)
        self.centre.set_looks(self.theme, zoom)

    def set_theme(self, choice: str) -> None:
        """Dress the window: "system", "light" or "dark"."""
        self.settings.set("theme", choice)
        self._dress()

    def _theme_choice(self) -> Choice:
        stored = str(self.settings.get("theme", "system"))
        return stored if stored in ("light", "dark") else "system"  # type: ignore[return-value]

    def _dress(self) -> None:
        app = QApplication.instance()
        self.theme = theme(self._theme_choice(), safe=self.settings.flag("safe_colours", False))
        if isinstance(app, QApplication):
            dress(app, self.theme)
        self.centre.set_looks(self.theme, self.zoom())
        for name in ("system", "light", "dark"):
            self.actions_[f"theme_{name}"].setChecked(name == self._theme_choice())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if names:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.files.open(Path(names[0])))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything unsaved goes."""
        if not self.files.may_close():
            event.ignore()
            return
        self.settings.set("geometry", self.saveGeometry())
        self.settings.set("splitter", self.splitter.saveState())
        self.settings.set("show_outline", not self.outline.isHidden())
        self.settings.set("show_side", not self.side.isHidden())
        self.session.jobs.cancel()
        self.files.close()
        event.accept()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.bytes("geometry")):
            self.resize(1280, 800)
        if not self.splitter.restoreState(self.settings.bytes("splitter")):
            width = self.width()
            outer = [min(280, max(190, width // 8)), min(400, max(290, width // 6))]
            self.splitter.setSizes([outer[0], width - sum(outer), outer[1]])
        for name, widget in (("show_outline", self.outline), ("show_side", self.side)):
            shown = self.settings.flag(name, True)
            self.actions_[name].setChecked(shown)
            widget.setVisible(shown)


def _holds_focus(widget: QWidget) -> bool:
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
