"""Make the pictures of the documentation from the sample the program ships.

    python tools/screenshots.py [OLD NEW] [--size 1440x900 2560x1440] [--theme light dark]
                                [--scale 1] [--out docs/screenshots]

With files of one's own, OLD is last cycle's text and NEW the draft; nothing of them should be
committed. Without a screen it draws all the same. PNGs are named after what they show, theme and,
where it is not the usual one, size.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
SIZE = "1440x900"
IN_DARK = ("suggestions", "accepted", "window")
"""What is also shown in the dark theme."""
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.compare.two_files import CompareWindow
    from ui.export_dialog import ExportDialog
    from ui.main_window import MainWindow


def arguments() -> argparse.Namespace:
    found = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    found.add_argument("files", nargs="*", type=Path)
    found.add_argument("--size", nargs="*", default=[SIZE])
    found.add_argument("--theme", nargs="*", default=["light", "dark"])
    found.add_argument("--scale", type=float, default=1.0)
    found.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    return found.parse_args()


Scene = tuple[str, Callable[[], object]]
"""Name of a picture, and what is done before it is taken; where that gives another window than the
main one, the picture is of it."""


def sample() -> tuple[Path, Path]:
    """Last cycle's text and this cycle's of the sample."""
    from drafter.resources import sample_folder

    return next(sample_folder().glob("*.docx")), next(sample_folder().glob("*.txt"))


def drafting(window: MainWindow, old: Path) -> Iterator[Scene]:
    """This cycle's draft from last cycle's text: what is suggested, and what it makes of it."""
    from drafter.workflow import open_draft

    session = window.session
    yield (
        "suggestions",
        lambda: session.load(open_draft(old, dt.date(2025, 10, 6)), None, unsaved=False),
    )

    def some_accepted() -> None:
        for rule in ("stage", "predecessor", "successor", "recalled-clause"):
            for confidence in ("certain", "likely"):
                session.accept_all(rule, confidence)
        session.settle()
        window.message.dismiss()
        window.editor.setFocus()

    yield "accepted", some_accepted

    def checks() -> None:
        window.actions_["panel_checks"].trigger()

    def find() -> None:
        window.actions_["panel_suggestions"].trigger()
        window.actions_["replace"].trigger()
        words = window.centre.find_bar.words
        words.setText("deltas")
        words.textEdited.emit(words.text())

    def export() -> ExportDialog:
        from ui.export_dialog import ExportDialog

        window.centre.find_bar.close_bar()
        dialog = ExportDialog(
            window.settings,
            window.files.stem(),
            session.comparison,
            window.theme,
            window,
            suggestions=len(session.suggestions),
        )
        dialog.folder.blockSignals(True)  # it need not exist here
        dialog.folder.setText("Documents")
        dialog.show()
        return dialog

    yield "checks", checks
    yield "find", find
    yield "export", export


def comparing(window: MainWindow, old: Path, new: Path) -> Iterator[Scene]:
    """Two texts side by side."""
    from drafter.draft import Draft
    from drafter.workflow import open_any
    from ui.compare.pane import ComparePane

    pane = window.findChild(ComparePane)
    assert pane is not None

    def changes() -> None:
        window.session.load(Draft(open_any(new), open_any(old)), None)
        pane.step(1, "split" if pane.scene.changes(frozenset({"split"})) else "")

    def only_changes() -> None:
        pane.bar.setValue(0)
        pane.status.only_changes.setChecked(True)

    def as_one() -> None:
        pane.status.only_changes.setChecked(False)
        pane.show_reading(True)

    yield "window", changes
    for kind in ("moved", "merged"):
        if pane.scene.changes(frozenset({kind})):
            yield kind, lambda kind=kind: pane.step(1, kind)
    yield "only-changes", only_changes
    yield "as-one-text", as_one

    def two_files() -> CompareWindow:
        from ui.windows import compare_window

        beside = compare_window(window.settings, window.theme, window)
        beside.resize(window.size())
        beside.show_comparison(window.session.comparison)
        return beside

    yield "two-files", two_files


def small(shot: QImage) -> QImage:
    """A picture in 256 colours, a third of the bytes: its commonest, and of the others one of each
    shade, so that what is small keeps its hue."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    counts = Counter(memoryview(shot.constBits()).cast("I"))
    colours = [colour for colour, _ in counts.most_common()]
    shades = {colour & 0xF0F0F0: colour for colour in reversed(colours[64:])}
    table = [*colours[:64], *sorted(shades.values(), key=counts.__getitem__)[-192:]]
    flags = Qt.ImageConversionFlag.ThresholdDither
    return shot.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def shoot(options: argparse.Namespace, home: Path) -> None:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.app import application
    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.settings import Settings

    application()
    options.out.mkdir(parents=True, exist_ok=True)
    for theme in options.theme:
        for size in options.size:
            session = Session(synchronous=True)
            window = MainWindow(session, Settings(home / f"{theme}{size}.ini"))
            window.resize(*map(int, size.split("x")))
            window.show()
            window.set_theme(theme)
            old, new = options.files[:2] if options.files else sample()
            for name, act in chain(drafting(window, old), comparing(window, old, new)):
                shown = act()
                if theme == "dark" and name not in IN_DARK:
                    continue
                QApplication.processEvents()
                suffix = "" if size == SIZE else f"-{size}"
                path = options.out / f"{name}-{theme}{suffix}.png"
                other = shown if isinstance(shown, QWidget) else None
                shot = (other or window).grab().toImage()
                small(shot.convertToFormat(QImage.Format.Format_RGB32)).save(str(path), "PNG", 0)
                print(path)
                if other is not None:
                    other.close()
            session.mark_saved(home / "closed.resolution")
            window.close()


def main() -> None:
    options = arguments()
    os.environ.setdefault("QT_SCALE_FACTOR", str(options.scale))
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        shoot(options, Path(home))


if __name__ == "__main__":
    main()
