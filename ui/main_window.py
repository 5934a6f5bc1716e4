"""The window: start page or work, menus, what is said, opening and closing."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
)

from ui import commands_menu, telling, windows
from ui.actions import Actions
from ui.exports import Exports
from ui.files import Files
from ui.keys import MenuKeys
from ui.looks import dress
from ui.memory import collect_in_pauses
from ui.message_bar import MessageBar, Offer, below_bar
from ui.recovering import Recovering
from ui.session import Session
from ui.settings import Settings
from ui.start_page import StartPage
from ui.state_line import StateLine
from ui.theme import Choice, theme

if TYPE_CHECKING:
    from drafter.model import Comparison
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
        self.exports = Exports(self.session, self.settings, self)
        self._opened_before = False
        self.setWindowTitle("Drafter")
        self.setAcceptDrops(True)
        self.theme = theme(self._theme_choice())
        self._build()
        self.actions_ = Actions(self, commands_menu.handlers(self))
        self._keys = MenuKeys(self)
        self._connect()
        if not self.restoreGeometry(self.settings.bytes("geometry")):
            windows.size_within_screen(self, 1280, 800)
        for name, shown in (("show_outline", True), ("show_side", True), ("show_notes", False)):
            self.actions_[name].setChecked(self.settings.flag(name, shown))
        self.actions_["spelling"].setChecked(self.settings.flag("spelling", True))
        self._dress()
        QApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.actions_.enable(False)

    # Parts

    def _build(self) -> None:
        self.message = MessageBar()
        self.start = StartPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.setCentralWidget(below_bar(self.message, self.pages))
        self.state = StateLine(self.statusBar())
        self.recovering = Recovering(self.files, self.message)

    def _connect(self) -> None:
        session, files, exports = self.session, self.files, self.exports
        file_menu = self.actions_.menus["File"]
        recent = QMenu(self.tr("Open &recent"), file_menu)
        recent.setToolTipsVisible(True)
        file_menu.insertMenu(self.actions_["open_pair"], recent)
        file_menu.aboutToShow.connect(lambda: files.list_recent(recent, self.open_path))
        session.loading.connect(lambda: self.pages.setCurrentWidget(self.work))
        session.base_changed.connect(self._loaded)
        session.saved_changed.connect(self._show_saved)
        session.draft_changed.connect(lambda _: self._show_undo())
        session.status.connect(lambda text: self.state.say(text, 4000))
        session.jobs.busy_changed.connect(self.state.show_busy)
        collect_in_pauses(session)
        self.state.cancel_wanted.connect(lambda: session.jobs.cancel())
        self.state.cancel_wanted.connect(lambda: self.state.show_busy(""))
        self.state.cancel_wanted.connect(lambda: self.state.say(self.tr("Stopped"), 4000))
        files.opened.connect(self._opened)
        for signal in (session.problem, files.problem, exports.problem):
            signal.connect(self._problem)
        for signal in (files.said, exports.said):
            signal.connect(lambda text: self.state.say(text, 8000))
        files.choice.connect(self._ask)
        files.beside_wanted.connect(self._show_beside)
        self.recovering.others.connect(lambda left: self.new_window().recovering.offer(left))
        exports.wrote.connect(lambda *wrote: telling.say_wrote(self, *wrote))
        self.start.open_wanted.connect(self.ask_open)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.file_wanted.connect(lambda name: self.open_path(Path(name)))

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
        work.suggestions.evidence_wanted.connect(lambda s: commands_menu.show_catalogue(self, s))
        work.export_wanted.connect(self.actions_["export"].trigger)
        work.note_wanted.connect(self.actions_["insert_note"].trigger)
        work.side_wanted.connect(lambda: self.actions_["show_side"].setChecked(True))
        panes = (work.outline, work.side, work.centre.notes)
        for name, widget in zip(("show_outline", "show_side", "show_notes"), panes, strict=True):
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
        page.view_wanted.connect(self.files.read_as)
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
        self.start.show_recent(self.settings.recent())
        if len(paths) >= 2:
            self.files.open_pair(paths[0], paths[1])
        elif paths:
            self.files.open(paths[0])
        else:
            QTimer.singleShot(300, self, self._prepare)
        QTimer.singleShot(50, self, self.recovering.look)

    def _prepare(self) -> None:
        """Make the page one works on while nobody waits for it."""
        if self.isVisible():
            _ = self.work

    def new_window(self) -> MainWindow:
        """Another window, for another draft."""
        window = windows.new_window(self.settings, self)
        window.start.show_recent(self.settings.recent())
        return window

    @property
    def is_free(self) -> bool:
        """Whether nothing was done here yet that another file must not take the place of."""
        session = self.session
        return not session.loaded or (session.path is None and not session.dirty)

    def open_path(self, path: Path) -> None:
        """Open a file: where it is open already, in this window if it is free, else in another."""
        already = windows.showing(path)
        if already is not None:
            already.raise_()
            already.activateWindow()
        else:
            (self if self.is_free else self.new_window()).files.open(path)

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        title = self.tr("Open last cycle's text or a saved draft")
        if path := self.files.ask_readable(title):
            self.open_path(path)

    def open_sample(self) -> None:
        """Open the sample that ships with the program."""
        from drafter.resources import sample_folder

        found = sorted(sample_folder().glob("*.docx")) if sample_folder().is_dir() else []
        if found:
            self.open_path(found[0])
        else:
            self._problem(self.tr("The sample is not part of this installation."), "")

    def _show_beside(self, comparison: Comparison) -> None:
        """Show somebody else's draft beside this one in a window of its own."""
        shown = windows.compare_window(self.settings, self.theme, self)
        shown.show_comparison(comparison, (self.tr("Yours"), self.tr("Theirs")))

    def _loaded(self) -> None:
        self.pages.setCurrentWidget(self.work)
        self.centre.compare.status.show()
        self.actions_.enable(True)
        self._show_undo()
        self._show_saved()

    def _opened(self) -> None:
        from ui import standing

        self.say_reading()
        standing.restore(self, geometry=not self._opened_before)
        self._opened_before = True
        self.work.take_keys()

    def say_reading(self) -> None:
        """Say how the file was understood."""
        telling.say_reading(self)

    # What is said

    def _problem(self, text: str, details: str) -> None:
        self.message.say(text, details=details or text, problem=True)

    def _ask(self, text: str, details: str, offers: list[Offer]) -> None:
        self.message.ask(text, offers, details=details)

    def _show_saved(self) -> None:
        path, dirty = self.session.path, self.session.dirty
        name, read_only = path.name if path else self.files.stem(), self.files.keeping.read_only
        marked = self.tr("%s (read-only)") % name if read_only else name
        title = f"{marked}[*] — Drafter"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        if self.isWindowModified() != dirty:
            self.setWindowModified(dirty)
        self.state.show_saved(path=path, dirty=dirty, read_only=read_only)

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
        self.actions_["safe_colours"].setChecked(self.settings.flag("safe_colours", False))

    def _scheme_changed(self, _scheme: object) -> None:
        self._dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if names:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self._dropped([Path(name) for name in names]))

    def _dropped(self, paths: list[Path]) -> None:
        """One file is opened; what two are for is asked."""
        if len(paths) == 1:
            self.open_path(paths[0])
        else:
            windows.ask_two_dropped(self, *paths[:2])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything unsaved goes."""
        if not self.files.may_close():
            event.ignore()
            return
        self.settings.set("geometry", self.saveGeometry())
        if self.has_work:
            from ui import standing

            self.work.remember(self.settings)
            standing.remember(self)
        for name in ("show_outline", "show_side", "show_notes"):
            self.settings.set(name, self.actions_[name].isChecked())
        self.session.jobs.cancel()
        self.files.close()
        event.accept()
