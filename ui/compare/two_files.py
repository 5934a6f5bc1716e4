"""Any two files side by side, in a window of their own; neither can be changed."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMenu, QWidget

from drafter.errors import DrafterError
from drafter.model import Comparison
from ui.compare.exporting import ask_comparison_file, write_comparison
from ui.compare.sides import CompareView
from ui.editor.view import ResolutionView
from ui.files import readable_files
from ui.fit import fitting
from ui.jobs import Jobs
from ui.message_bar import MessageBar, below_bar
from ui.settings import Settings
from ui.theme import Theme, text_style
from ui.words import source_words


class CompareWindow(QMainWindow):
    """Two files, what became what between them, and how to write that down."""

    def __init__(self, settings: Settings, theme: Theme, jobs: Jobs | None = None) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._jobs = jobs or Jobs(self)
        self._comparison: Comparison | None = None
        self._names = ("", "")
        self._zoom, self._fit = settings.number("zoom", 1.0), 1.0
        self._later = QTimer(self, singleShot=True, interval=100)
        self._later.timeout.connect(self._fit_texts)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Two files — Drafter"))
        style = text_style(theme, self._zoom)
        self.view = CompareView(ResolutionView(style=style), ResolutionView(style=style), theme)
        self.message = MessageBar()
        self.setCentralWidget(below_bar(self.message, self.view))
        self._said = QLabel()
        self.statusBar().insertWidget(0, self.view.status, 1)
        self.statusBar().addPermanentWidget(self._said)
        self.view.problem.connect(lambda words: self.statusBar().showMessage(words, 4000))
        self.actions_: dict[str, QAction] = {}
        self._build_menus()
        if not self.restoreGeometry(settings.bytes("compare_geometry")):
            self.resize(1280, 800)

    def _build_menus(self) -> None:
        view, bar = self.view, self.menuBar()
        file, compare, look = (
            bar.addMenu(self.tr("&File")),
            bar.addMenu(self.tr("&Compare")),
            bar.addMenu(self.tr("&View")),
        )
        self._add(file, "open", self.tr("&Two other files…"), "Ctrl+O", self.ask_files)
        self._add(file, "swap", self.tr("E&xchange the sides"), "Ctrl+Shift+X", self.exchange)
        self._add(file, "export", self.tr("&Export the comparison…"), "Ctrl+E", self.ask_export)
        self._add(file, "close", self.tr("&Close"), "Ctrl+W", self.close)
        self._add(compare, "next", self.tr("&Next change"), "F8", view.next_change)
        self._add(compare, "back", self.tr("&Previous change"), "Shift+F8", view.previous_change)
        same = view.status.only_changes
        self._add(compare, "hide", self.tr("&Hide or show what is unchanged"), "F9", same.toggle)
        self._add(compare, "one", self.tr("&Read both as one text"), "F10", self._read_as_one)
        self._add(look, "larger", self.tr("Zoom &in"), "Ctrl++", lambda: self.set_zoom(1.1))
        self._add(look, "smaller", self.tr("Zoom &out"), "Ctrl+-", lambda: self.set_zoom(1 / 1.1))
        self._add(look, "normal", self.tr("&Normal size"), "Ctrl+0", lambda: self.set_zoom(0))
        self._enable(False)

    def _add(
        self, menu: QMenu, name: str, words: str, keys: str, act: Callable[[], object]
    ) -> None:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{words.replace('&', '')} ({keys})")
        action.triggered.connect(lambda _=False: act())
        self.actions_[name] = action

    def _enable(self, on: bool) -> None:
        for name in ("swap", "export", "next", "back", "hide", "one"):
            self.actions_[name].setEnabled(on)
        self.view.status.setVisible(on)

    # Opening

    def ask_files(self) -> None:
        """Ask for the earlier file and the later one."""
        if paths := ask_two_files(self, self._settings):
            self.open_files(*paths)

    def open_files(self, old: Path, new: Path) -> None:
        """Read two files in the background and show what became what."""

        def work() -> Comparison:
            from drafter.workflow import compare, open_any

            return compare(open_any(old), open_any(new))

        def failed(error: Exception) -> None:
            self._said.clear()
            said = str(error) or type(error).__name__
            details = "".join(traceback.format_exception(error))
            self.message.say(said, details=details, problem=True)

        def done(comparison: Comparison) -> None:
            self._said.clear()
            self.message.dismiss()
            self.show_comparison(comparison)

        self._said.setText(self.tr("Reading %s and %s…") % (old.name, new.name))
        self._jobs.start(f"compare {id(self)}", self._said.text(), work, done, failed)

    def show_comparison(self, comparison: Comparison, names: tuple[str, str] | None = None) -> None:
        """Show two texts that are compared, their footnotes at the end; ``names`` where they are
        not called by their symbols."""
        from drafter.compare.shown_notes import with_notes

        self._comparison, shown = comparison, with_notes(comparison)
        names = names or (source_words(shown.old), source_words(shown.new))
        self._names = names
        texts = zip(self.view.views, self.view.captions, (shown.old, shown.new), names, strict=True)
        for view, caption, text, name in texts:
            view.set_resolution(text)
            view.setAccessibleName(name)
            caption.setText(name)
        self.view.show_comparison(shown)
        self.setWindowTitle(f"{names[0]} → {names[1]} — Drafter")
        self._enable(True)
        self.view.views[1].setFocus()

    def exchange(self) -> None:
        """Make the earlier text the later one."""
        from drafter.workflow import compare

        if self._comparison is not None:
            swapped = compare(self._comparison.new, self._comparison.old)
            self.show_comparison(swapped, (self._names[1], self._names[0]))

    # Writing

    def ask_export(self) -> None:
        """Ask for a name and write the comparison: PDF, Word table, page or picture."""
        comparison = self._comparison
        if comparison is None:
            return
        stem = (comparison.new.masthead.symbol or "two files").replace("/", "_")
        path = ask_comparison_file(self, self._settings.folder("export"), stem)
        if path is None:
            return
        try:
            write_comparison(comparison, path)
        except DrafterError as error:
            self.message.say(str(error), details=traceback.format_exc(), problem=True)
        else:
            self._settings.set_folder("export", path)
            self.message.say(self.tr("Wrote %s to %s.") % (path.name, path.parent))

    # Looks

    def _read_as_one(self) -> None:
        self.view.show_reading(not self.view.is_reading)

    def set_zoom(self, factor: float) -> None:
        """Set the texts larger or smaller by a factor; 0 for the normal size."""
        self._zoom = min(3.0, max(0.5, self._zoom * factor)) if factor else 1.0
        self.view.dress(self._theme, self._zoom * self._fit)

    def resizeEvent(self, event: object) -> None:
        """Set the texts as large as their columns allow, once the size has settled."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._later.start()

    def _fit_texts(self) -> None:
        self._fit = fitting(self.view.column_width(self.width()), text_style(self._theme))
        self.set_zoom(1.0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Two files may be dropped."""
        if sum(url.isLocalFile() for url in event.mimeData().urls()) == 2:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Compare the two files that were dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.open_files(Path(names[0]), Path(names[1])))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size."""
        self._settings.set("compare_geometry", self.saveGeometry())
        super().closeEvent(event)


def ask_two_files(window: QWidget, settings: Settings) -> tuple[Path, Path] | None:
    """Ask for the earlier and the later file: both at once, or one after the other."""
    titles = (
        QCoreApplication.translate("two_files", "Choose the earlier file, or both"),
        QCoreApplication.translate("two_files", "Choose the later file"),
    )
    found: list[Path] = []
    for title in titles:
        if len(found) < 2:
            names, _ = QFileDialog.getOpenFileNames(
                window, title, settings.folder("open"), readable_files()
            )
            if not names:
                return None
            found += map(Path, names)
            settings.set_folder("open", found[-1])
    return found[0], found[1]
