"""What to export: the clean text, the tracked one, or both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Export:
    """What was asked for."""

    clean: Path | None
    tracked: Path | None
    author: str


class ExportDialog(QDialog):
    """Asks which files to write, where, and under whose name the changes stand."""

    def __init__(
        self,
        folder: str,
        stem: str,
        author: str,
        parent: QWidget | None = None,
        *,
        errors: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.clean = QCheckBox(self.tr("&Clean draft (Word)"))
        self.clean.setChecked(True)
        self.clean.setToolTip(self.tr("The new text in the layout of United Nations documents"))
        self.tracked = QCheckBox(self.tr("&Tracked draft (Word)"))
        self.tracked.setChecked(True)
        self.tracked.setToolTip(
            self.tr("Last cycle's official file with every change in Track Changes")
        )
        self.folder = QLineEdit(folder)
        self.folder.setToolTip(self.tr("The folder the files go to"))
        choose = QPushButton(self.tr("C&hoose…"))
        choose.setToolTip(self.tr("Choose the folder"))
        choose.clicked.connect(self._choose)
        self.name = QLineEdit(stem)
        self.name.setToolTip(self.tr("Name of the files, without the ending"))
        self.author = QLineEdit(author)
        self.author.setToolTip(self.tr("Under whose name the tracked changes stand"))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        form = QFormLayout()
        label = QLabel(self.tr("&Folder"))
        label.setBuddy(self.folder)
        form.addRow(label, row)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Author of the changes"), self.author)
        self._files = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.clean)
        column.addWidget(self.tracked)
        column.addLayout(form)
        column.addWidget(self._files)
        self.errors = QLabel()
        self.errors.setWordWrap(True)
        self.errors.setText(_errors(errors))
        self.errors.setVisible(errors > 0)
        column.addWidget(self.errors)
        column.addWidget(self._buttons)
        for signal in (self.clean.toggled, self.tracked.toggled):
            signal.connect(self._say)
        for line in (self.folder, self.name):
            line.textChanged.connect(self._say)
        self.setMinimumWidth(520)
        self._say()

    def export(self) -> Export:
        """What was asked for."""
        folder, name = Path(self.folder.text()), self.name.text().strip() or "draft"
        return Export(
            folder / f"{name}.docx" if self.clean.isChecked() else None,
            folder / f"{name} tracked.docx" if self.tracked.isChecked() else None,
            self.author.text().strip(),
        )

    def _say(self) -> None:
        wanted = self.export()
        there = [p for p in (wanted.clean, wanted.tracked) if p is not None]
        lines = [
            f"{p.name}{self.tr('  (is there already and is replaced)') if p.exists() else ''}"
            for p in there
        ]
        self._files.setText("\n".join(lines))
        self._export.setEnabled(bool(there) and Path(self.folder.text()).is_dir())

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)


def _errors(count: int) -> str:
    """What is still open; it is said and stops nobody."""
    if count == 1:
        return "✕ The checks find 1 error that is open (F12 shows it)."
    return f"✕ The checks find {count} errors that are open (F12 shows them)."
