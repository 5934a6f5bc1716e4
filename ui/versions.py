"""Named versions of the draft: keep, compare, go back. A window beside the work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafter.draft.draft import Version
from drafter.draft.versions import next_name, renamed, with_version
from drafter.errors import DrafterError
from drafter.model import Resolution
from ui.session import Session
from ui.windows import size_within_screen
from ui.words import day

WHEN = Qt.ItemDataRole.UserRole
"""When a version was kept, in words."""


class _Dated(QStyledItemDelegate):
    """Shows when a version was kept at the right of its name."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The name, then the date."""
        super().paint(painter, option, index)
        area = option.rect.adjusted(0, 0, -10, 0)  # type: ignore[attr-defined]
        faint = option.palette.placeholderText().color()  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(faint)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, str(index.data(WHEN)))
        painter.restore()


class VersionsDialog(QDialog):
    """Lists the versions of a session's draft and does what can be done with them."""

    compare_wanted = Signal(object, str, object, str)
    """Two texts and what they are called."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: list[tuple[str, Resolution]] = []
        self.setWindowTitle(self.tr("Versions"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        session.saved_changed.connect(self.refresh)
        session.base_changed.connect(self._loaded)
        self.refresh()
        self.name.setText(next_name(session.versions))
        self.name.selectAll()
        size_within_screen(self, 520, 480)

    def _build(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the version"))
        self.name.setToolTip(self.tr("What this version is called: zero draft, Rev.1"))
        self.name.returnPressed.connect(self.keep)
        self.keep_button = self._button(
            self.tr("&Keep"), self.tr("Keep the draft as it is now under this name"), self.keep
        )
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setToolTip(self.tr("F2 gives a version another name"))
        self.list.setEditTriggers(
            QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.DoubleClicked
        )
        self.list.setItemDelegate(_Dated(self.list))
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(self._show_enabled)
        self.restore_button = self._button(
            self.tr("&Go back to it"),
            self.tr("Make the draft read as this version; one step of undo brings it back"),
            self.restore,
        )
        self.delete_button = self._button(
            self.tr("&Delete"), self.tr("Forget this version"), self.delete
        )
        self.old, self.new = QComboBox(), QComboBox()
        for box, name in ((self.old, self.tr("Compare")), (self.new, self.tr("with"))):
            box.setAccessibleName(name)
            box.setToolTip(self.tr("A version, last cycle’s text, the draft, or a file"))
            box.activated.connect(partial(self._chosen, box))
        self.compare_button = self._button(
            self.tr("&Compare"), self.tr("Show the two side by side"), self.compare
        )
        column = QVBoxLayout(self)
        said = QLabel(self.tr("Versions are kept with the draft, in its file."))
        said.setObjectName("faint")
        column.addWidget(said)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("The draft now, as")))
        row.addWidget(self.name, 1)
        row.addWidget(self.keep_button)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.restore_button)
        row.addWidget(self.delete_button)
        column.addLayout(row)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Compare"), self.old)
        form.addRow(self.tr("with"), self.new)
        column.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter in the name keeps a version, and the window stays
        buttons.addButton(self.compare_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    # What is shown

    def _loaded(self) -> None:
        self._files = []
        self.refresh()
        self.name.setText(next_name(self._session.versions))

    def refresh(self) -> None:
        """Follow the session."""
        shown = [(self._words(v), v.name) for v in self._session.versions]
        if [self.list.item(i).toolTip() for i in range(self.list.count())] != [
            words for words, _ in shown
        ]:
            here = self.list.currentRow()
            self.list.blockSignals(True)
            self.list.clear()
            for version in self._session.versions:
                item = QListWidgetItem(version.name, self.list)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(self._words(version))
                item.setData(WHEN, self._when(version))
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self._words(version))
            self.list.setCurrentRow(min(max(here, 0), self.list.count() - 1))
            self.list.blockSignals(False)
        self._fill()
        self._show_enabled()

    def _words(self, version: Version) -> str:
        return f"{version.name} · {self._when(version)}"

    def _when(self, version: Version) -> str:
        when = version.saved.astimezone()
        return f"{day(when.date())}, {when:%H:%M}"

    def _texts(self) -> list[tuple[str, Resolution]]:
        session = self._session
        return [
            (self.tr("Last cycle’s text"), session.base),
            *((self._words(v), v.text) for v in session.versions),
            (self.tr("The draft as it is now"), session.draft),
            *self._files,
        ]

    def _fill(self) -> None:
        names = [name for name, _ in self._texts()]
        last = len(self._session.versions)
        for box, start in ((self.old, last), (self.new, last + 1)):
            if [box.itemText(i) for i in range(box.count() - 1)] == names:
                continue
            box.clear()
            box.addItems([*names, self.tr("A file…")])
            box.setCurrentIndex(start)

    def _show_enabled(self, _row: int = 0) -> None:
        chosen = self.list.currentRow() >= 0
        self.restore_button.setEnabled(chosen)
        self.delete_button.setEnabled(chosen)

    # What is done

    def keep(self) -> None:
        """Keep the draft as it is now."""
        session = self._session
        now = dt.datetime.now().astimezone()
        kept = with_version(session.versions, self.name.text(), session.draft, now)
        session.remember(versions=kept)
        self.list.setCurrentRow(self.list.count() - 1)
        self.name.setText(next_name(kept))
        session.status.emit(self.tr("Kept as “%s”; it is saved with the draft") % kept[-1].name)

    def restore(self) -> None:
        """Make the draft read as the chosen version."""
        from drafter.edit.becoming import become

        version = self._session.versions[self.list.currentRow()]
        change = become(self._session.draft, version.text)
        if change is None:
            self._session.status.emit(self.tr("The draft reads so already"))
        elif self._session.do(change, self.tr("Go back to a version"), follow=False):
            self._session.status.emit(self.tr("The draft reads as “%s” now") % version.name)

    def delete(self) -> None:
        """Forget the chosen version."""
        row, versions = self.list.currentRow(), self._session.versions
        self._session.remember(versions=(*versions[:row], *versions[row + 1 :]))

    def _renamed(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if item.text() != self._session.versions[row].name:
            self._session.remember(versions=renamed(self._session.versions, row, item.text()))

    def _chosen(self, box: QComboBox, index: int) -> None:
        if index == box.count() - 1:
            self.add_file(box, self._ask_file())

    def _ask_file(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Compare with a file"))
        return Path(name) if name else None

    def add_file(self, box: QComboBox, path: Path | None) -> None:
        """Read a file and choose it in a box."""
        from drafter.workflow import open_any

        added = False
        try:
            if path is not None:
                self._files.append((path.name, open_any(path)))
                added = True
        except DrafterError as error:
            self._session.problem.emit(str(error), "")
        other = self.new if box is self.old else self.old
        there = other.currentIndex()
        self._fill()
        other.setCurrentIndex(there)
        last = len(self._texts()) - 1
        box.setCurrentIndex(last if added else len(self._session.versions) + 1)

    def compare(self) -> None:
        """Show the two chosen texts side by side."""
        texts = self._texts()
        (old_name, old), (new_name, new) = (
            texts[self.old.currentIndex()],
            texts[self.new.currentIndex()],
        )
        self.compare_wanted.emit(old, old_name, new, new_name)
