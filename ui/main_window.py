"""The window: start page or work, menus, what is said, opening and closing."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.model import Kind
from ui import commands_menu
from ui.actions import Actions
from ui.files import Files
from ui.keys import MenuKeys
from ui.looks import dress
from ui.message_bar import MessageBar
from ui.session import Session
from ui.settings import Settings
from ui.short_label import ShortLabel
from ui.start_page import StartPage
from ui.theme import Choice, theme

if TYPE_CHECKING:
    from ui.centre import Centre
    from ui.editor.editor import DraftEditor
    from ui.understood import Understood
    from ui.work import Work


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
        self._keys = MenuKeys(self)
        self._connect()
        if not self.restoreGeometry(self.settings.bytes("geometry")):
            self.resize(1280, 800)
        for name in ("show_outline", "show_side"):
            self.actions_[name].setChecked(self.settings.flag(name, True))
        self.actions_["spelling"].setChecked(self.settings.flag("spelling", True))
        self._dress()
        QApplication.styleHints().colorSchemeChanged.connect(lambda _: self._dress())
        self.actions_.enable(False)

    # Parts

    def _build(self) -> None:
        self.message = MessageBar()
        self.start = StartPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        outer = QWidget()
        around = QVBoxLayout(outer)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.message)
        around.addWidget(self.pages, 1)
        self.setCentralWidget(outer)
        self._said, self._busy, self._saved = ShortLabel(), QLabel(), QLabel()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._said.clear)
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Stop what is being worked out"))
        self._cancel.hide()
        self.statusBar().setSizeGripEnabled(False)
        for widget in (self._said, self._busy, self._cancel, self._saved):
            self.statusBar().addPermanentWidget(widget)

    def _connect(self) -> None:
        session, files = self.session, self.files
        file_menu = self.actions_.menus["File"]
        recent = QMenu(self.tr("Open &recent"), file_menu)
        recent.setToolTipsVisible(True)
        file_menu.insertMenu(self.actions_["open_pair"], recent)
        file_menu.aboutToShow.connect(lambda: files.list_recent(recent))
        session.base_changed.connect(self._loaded)
        session.saved_changed.connect(self._show_saved)
        session.draft_changed.connect(lambda _: self._show_undo())
        session.status.connect(lambda text: self._say(text, 4000))
        session.problem.connect(self._problem)
        session.jobs.busy_changed.connect(self._show_busy)
        self._cancel.clicked.connect(lambda: session.jobs.cancel())
        self._cancel.clicked.connect(lambda: self._show_busy(""))
        files.opened.connect(self._opened)
        files.problem.connect(self._problem)
        files.said.connect(lambda text: self._say(text, 8000))
        files.wrote.connect(self._say_wrote)
        self.start.open_wanted.connect(files.ask_open)
        self.start.sample_wanted.connect(files.open_sample)
        self.start.file_wanted.connect(lambda name: files.open(Path(name)))

    @cached_property
    def work(self) -> Work:
        """The page one works on, made when it is first wanted: the start page needs none of it."""
        from ui.work import Work

        self.settings.set("width", self.width())
        work = Work(self.session, self.settings, self.theme)
        self.pages.addWidget(work)
        self.statusBar().insertWidget(0, work.centre.compare.status, 1)
        work.editor.window_menu = self._context_menu  # type: ignore[method-assign]
        work.centre.compare.status.setVisible(self.session.loaded)
        work.cycle_wanted.connect(self.ask_cycle)
        work.export_wanted.connect(self.actions_["export"].trigger)
        work.note_wanted.connect(self.actions_["insert_note"].trigger)
        work.side_wanted.connect(lambda: self.actions_["show_side"].setChecked(True))
        for name, widget in (("show_outline", work.outline), ("show_side", work.side)):
            action = self.actions_[name]
            widget.setVisible(action.isChecked())
            action.toggled.connect(widget.setVisible)
        work.centre.set_looks(self.theme, self.zoom())
        return work

    @cached_property
    def understood(self) -> Understood:
        """The page that shows how last cycle's file was read, made when it is first wanted."""
        from ui.understood import Understood

        page = Understood(self.session)
        self.pages.addWidget(page)
        page.closed.connect(self.close_understood)
        page.paragraph_wanted.connect(self.close_understood)
        page.paragraph_wanted.connect(self.work.go_to_paragraph)
        return page

    def show_understood(self) -> None:
        """Show how last cycle's file was read."""
        self.message.dismiss()
        self.pages.setCurrentWidget(self.understood)

    def close_understood(self) -> None:
        """Go back to the draft."""
        self.pages.setCurrentWidget(self.work)
        self.editor.setFocus()

    @property
    def has_work(self) -> bool:
        """Whether the page one works on was made already."""
        return "work" in self.__dict__

    @property
    def centre(self) -> Centre:
        """Both texts and what joins them."""
        return self.work.centre

    @property
    def editor(self) -> DraftEditor:
        """Where the draft is typed."""
        return self.work.editor

    # Opening

    def open_files(self, paths: list[Path]) -> None:
        """Open what the shell named: one file, or last cycle's text and a draft; else say hello."""
        if len(paths) >= 2:
            self.files.open_pair(paths[0], paths[1])
        elif paths:
            self.files.open(paths[0])
        else:
            self.start.show_recent(self.settings.recent())
            QTimer.singleShot(300, lambda: self.isVisible() and self.work)
        QTimer.singleShot(50, self._offer_recovery)

    def _offer_recovery(self) -> None:
        copies = self.files.copies_left()
        if not copies:
            return
        newest = copies[0]
        when = newest.saved.strftime("%d %B %H:%M")
        title = newest.title or self.tr("a draft without a title")
        self.message.say(
            self.tr("“%s” was open when the program stopped (%s).")
            % (shorten(title, 70, placeholder="…"), when)
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
        self.pages.setCurrentWidget(self.work)
        self.centre.compare.status.show()
        self.actions_.enable(True)
        self._show_undo()
        self._show_saved()

    def _opened(self) -> None:
        self.say_reading()
        self.editor.setFocus()

    def say_reading(self) -> None:
        """Say how the file was understood."""
        from ui.words import reading_words

        base = self.session.base
        said = reading_words(base)
        doubts = [*(q.message for q in base.reading.questions)]
        doubts += [w.message for w in base.reading.warnings]
        if doubts:
            said += self.tr("  Look at: %s") % "; ".join(doubts[:3])
        elif (
            self.session.path is None and not self.session.foreign and base.of_kind(Kind.OPERATIVE)
        ):
            said += self.tr("  Now go through the suggestions: A accepts, S skips.")
        details = "\n".join(
            [*doubts, *(f"{r.rule}: {r.before!r} → {r.after!r}" for r in base.reading.repairs)]
        )
        self.message.say(said, details=details)
        self.message.offer(
            self.tr("&Look"),
            self.tr("See every paragraph beside the lines it was read from, and correct it"),
            self.show_understood,
        )

    # What is said

    def _say(self, text: str, milliseconds: int) -> None:
        """Say something in passing, beside what the line says all the time."""
        self._said.setText(text)
        self._silence.start(milliseconds)

    def _say_wrote(self, text: str, folder: Path) -> None:
        """Say what was written, until it is closed: one wants to find it."""
        self.message.say(text)
        self.message.offer(
            self.tr("Open &folder"),
            self.tr("Show the files where they are"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )

    def _problem(self, text: str, details: str) -> None:
        self.message.say(text, details=details or text, problem=True)

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

    # Going about

    def ask_cycle(self) -> None:
        """Ask which cycle is drafted."""
        from ui.cycle_dialog import CycleDialog

        dialog = CycleDialog(self.session.base, self.session.cycle, self)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self.session.set_cycle(dialog.cycle())

    def _context_menu(self, event: QContextMenuEvent) -> None:
        from ui.editor_menu import editor_menu

        editor_menu(self, event).popup(event.globalPos())

    # Size, zoom, closing

    def zoom(self) -> float:
        """How large the texts are; 1 is normal."""
        return self.settings.number("zoom", 1.0)

    def set_zoom(self, zoom: float) -> None:
        """Set the texts larger or smaller."""
        zoom = min(3.0, max(0.5, zoom))
        self.settings.set("zoom", zoom)
        if self.has_work:
            self.work.centre.set_looks(self.theme, zoom)

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
        if self.has_work:
            self.work.centre.set_looks(self.theme, self.zoom())
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
        if self.has_work:
            self.work.remember(self.settings)
        for name in ("show_outline", "show_side"):
            self.settings.set(name, self.actions_[name].isChecked())
        self.session.jobs.cancel()
        self.files.close()
        event.accept()
