"""What to export, where, and how; with the text as it will be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.model import Comparison, Group, Resolution
from drafter.workflow import ExportOptions
from drafter.write import StaleReference, stale_references
from ui.compare.reading import ReadingView
from ui.settings import Settings
from ui.theme import Theme

What = Literal["tracked", "clean", "pdf", "html", "text"]
_ENDINGS: dict[What, str] = {
    "tracked": " tracked.docx",
    "clean": ".docx",
    "pdf": ".pdf",
    "html": ".html",
    "text": ".txt",
}


@dataclass(frozen=True, slots=True)
class Export:
    """What was asked for."""

    files: tuple[tuple[What, Path], ...]
    author: str
    options: ExportOptions


_BLANK = re.compile(r"\b[A-Z][\w./]*/…")


class ExportDialog(QDialog):
    """Asks which files to write, where, and how changes and pages are set; remembers it all."""

    corrections_wanted = Signal(object)
    """A Change for the cross-references that mean another paragraph now."""

    def __init__(
        self,
        settings: Settings,
        stem: str,
        comparison: Comparison | None,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        errors: int = 0,
        suggestions: int = 0,
        blanks: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._comparison: Comparison | None = None
        self._stale: tuple[StaleReference, ...] = ()
        self.setWindowTitle(self.tr("Export"))
        self.folder = QLineEdit(settings.folder("export"))
        self.name = QLineEdit(stem)
        self.author = QLineEdit(str(settings.get("author", "") or ""))
        self.author.setPlaceholderText(self.tr("such as: Permanent Mission of Samoa"))
        self.warnings = QLabel(_warnings(errors, suggestions, blanks))
        self.references = QLabel()
        self.references.setWordWrap(True)
        self.correct = QPushButton(self.tr("C&orrect them"))
        self.correct.setToolTip(self.tr("Name the paragraphs by the numbers they have now"))
        self.preview = ReadingView(theme)
        self._put_choices()
        self._lay_out()
        self._connect()
        self._restore()
        self.set_comparison(comparison)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show what is written now, after a correction."""
        self._comparison = comparison
        self._stale = stale_references(comparison) if comparison is not None else ()
        self._say()

    def export(self) -> Export:
        """What was asked for."""
        folder, name = Path(self.folder.text()), self.name.text().strip() or "draft"
        return Export(
            tuple(
                (what, folder / f"{name}{_ENDINGS[what]}")
                for what, box in self.boxes.items()
                if box.isChecked()
            ),
            self.author.text().strip(),
            ExportOptions(
                self.moves.currentData(),
                self.numbers.currentData() == "follow",
                self.paper.currentData(),
                self.form.currentData() or None,
            ),
        )

    def accept(self) -> None:
        """Ask before anything is replaced; remember what was chosen."""
        there = [path.name for _, path in self.export().files if path.is_file()]
        if there and not self.may_replace(there):
            return
        settings = self._settings
        settings.set("author", self.author.text().strip())
        settings.set("export/what", " ".join(what for what, _ in self.export().files))
        for name, box in self._lists.items():
            settings.set(f"export/{name}", box.currentData())
        super().accept()

    def may_replace(self, names: list[str]) -> bool:
        """Whether a person agrees that files go."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Replace what is there already?"))
        box.setInformativeText("\n".join(names))
        replace = box.addButton(self.tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace

    # The parts

    def _put_choices(self) -> None:
        self.boxes: dict[What, QCheckBox] = {}
        for what, words, tip in (
            ("tracked", self.tr("&Tracked draft (Word)"),
             self.tr("Last cycle's official file with every change in Track Changes")),
            ("clean", self.tr("&Clean draft (Word)"),
             self.tr("The new text in the layout of United Nations documents")),
            ("pdf", self.tr("&PDF"), self.tr("The clean draft in pages")),
            ("html", self.tr("&Web page"), self.tr("The clean draft as one page for a browser")),
            ("text", self.tr("Plain te&xt"), self.tr("The words alone; reads back the same")),
        ):  # fmt: skip
            box = self.boxes[what] = QCheckBox(words)  # type: ignore[index]
            box.setToolTip(tip)
        self.moves = _choice(
            self.tr("How paragraphs that moved are shown"),
            (self.tr("As moves"), "move"),
            (self.tr("As deleted and inserted"), "delete"),
        )
        self.numbers = _choice(
            self.tr("How paragraphs behind a new one are numbered in the tracked draft"),
            (self.tr("Follow the order"), "follow"),
            (self.tr("Stay; what is new is bis, ter"), "bis"),
        )
        self.paper = _choice(
            self.tr("Paper of what is laid out anew; the official file keeps its own"),
            (self.tr("Letter, as the United Nations"), "letter"),
            ("A4", "a4"),
        )
        self.form = _choice(
            self.tr("Masthead and lines above the text of what is laid out anew"),
            (self.tr("As the text is"), ""),
            (self.tr("As a draft"), "draft"),
            (self.tr("As adopted"), "adopted"),
        )
        self._lists = {
            "moves": self.moves, "numbers": self.numbers, "paper": self.paper, "form": self.form,
        }  # fmt: skip

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("C&hoose…"))
        choose.setToolTip(self.tr("Choose the folder"))
        choose.clicked.connect(self._choose)
        self.folder.setToolTip(self.tr("The folder the files go to"))
        self.name.setToolTip(self.tr("Name of the files, without the ending"))
        self.author.setToolTip(self.tr("Under whose name the tracked changes stand"))
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(choose)
        form = QFormLayout()
        label = QLabel(self.tr("&Folder"))
        label.setBuddy(self.folder)
        form.addRow(label, where)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Author of the changes"), self.author)
        form.addRow(self.tr("&Moves"), self.moves)
        form.addRow(self.tr("N&umbers"), self.numbers)
        form.addRow(self.tr("Pap&er"), self.paper)
        form.addRow(self.tr("Lay&out"), self.form)
        left = QVBoxLayout()
        left.setSpacing(8)
        for box in self.boxes.values():
            left.addWidget(box)
        left.addSpacing(8)
        left.addLayout(form)
        left.addSpacing(8)
        self._files = QLabel()
        self._files.setWordWrap(True)
        self.warnings.setWordWrap(True)
        self.warnings.setVisible(bool(self.warnings.text()))
        left.addWidget(self._files)
        left.addStretch(1)
        left.addWidget(self.references)
        left.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.warnings)
        self._caption = QLabel()
        self._caption.setBuddy(self.preview)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.setFrameShape(QFrame.Shape.StyledPanel)
        right = QVBoxLayout()
        right.addWidget(self._caption)
        right.addWidget(self.preview, 1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("Expo&rt"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(self._buttons)
        window: QWidget | None = self.parentWidget()
        room = (window or self).size()
        self.resize(
            min(max(1040, room.width() * 3 // 5), 1400), min(max(640, room.height() * 2 // 3), 1000)
        )

    def _connect(self) -> None:
        self.correct.clicked.connect(self._correct)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for box in self.boxes.values():
            box.toggled.connect(self._say)
        self.numbers.currentIndexChanged.connect(self._say)
        for line in (self.folder, self.name):
            line.textChanged.connect(self._say)

    def _restore(self) -> None:
        settings = self._settings
        wanted = str(settings.get("export/what", "tracked clean") or "").split()
        for what, box in self.boxes.items():
            box.setChecked(what in wanted)
        for name, box in self._lists.items():
            box.setCurrentIndex(max(0, box.findData(settings.get(f"export/{name}", ""))))

    # What is said

    def _say(self) -> None:
        files = self.export().files
        tracked = self.boxes["tracked"].isChecked()
        lines = [
            f"{path.name}{self.tr('  (is there already)') if path.is_file() else ''}"
            for _, path in files
        ]
        self._files.setText("\n".join(lines))
        self._export.setEnabled(bool(files) and Path(self.folder.text()).is_dir())
        for widget in (self.author, self.moves, self.numbers):
            widget.setEnabled(tracked)
        for widget in (self.paper, self.form):
            widget.setEnabled(any(what != "tracked" for what, _ in files))
        stale = self._stale if self.numbers.currentData() == "follow" else ()
        self.references.setText("\n".join(f"! {one.sentence}" for one in stale))
        self.references.setVisible(bool(stale))
        self.correct.setVisible(any(one.change is not None for one in stale))
        self._show(tracked)

    def _correct(self) -> None:
        changes = [one.change for one in self._stale if one.change is not None]
        # from the end, so that each finds its place
        self.corrections_wanted.emit(Group(tuple(reversed(changes))))

    def _show(self, tracked: bool) -> None:
        comparison = self._comparison
        for widget in (self._caption, self.preview):
            widget.setVisible(comparison is not None)
        if comparison is None:
            return
        if tracked:
            self._caption.setText(self.tr("Preview: every change marked"))
            self.preview.show_comparison(comparison)
        else:
            self._caption.setText(self.tr("Preview: the clean text"))
            self.preview.show_plain(comparison.new)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)


def _choice(tip: str, *entries: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    box.setToolTip(tip)
    for words, value in entries:
        box.addItem(words, value)
        box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    return box


def blanks_of(draft: Resolution) -> tuple[str, ...]:
    """Symbols that an accepted suggestion left open, "A/80/…", in their order."""
    texts = (draft.text_of(one.id).string for one in (*draft.paragraphs, *draft.notes))
    found = (match[0] for string in texts for match in _BLANK.finditer(string))
    return tuple(dict.fromkeys(found))


def _warnings(errors: int, suggestions: int, blanks: tuple[str, ...]) -> str:
    """What is still open; it is said and stops nobody."""
    said: list[str] = []
    if errors:
        words = (
            _tr("✕ The checks find 1 error that is open (F12 shows it).")
            if errors == 1
            else _tr("✕ The checks find %d errors that are open (F12 shows them).") % errors
        )
        said.append(words)
    if suggestions:
        words = (
            _tr("! 1 suggestion is neither accepted nor skipped.")
            if suggestions == 1
            else _tr("! %d suggestions are neither accepted nor skipped.") % suggestions
        )
        said.append(words)
    if blanks:
        said.append(_tr("! Still to be filled in: %s") % ", ".join(blanks))
    return "\n".join(said)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ExportDialog", words)
