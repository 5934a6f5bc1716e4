"""Preferences: which rules a draft is held to. A window beside the work; it stops nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.check_words import check_words
from ui.findings import Findings
from ui.settings import Settings

RULE = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """A tick for every rule of the checks; what is unticked is held against no draft."""

    def __init__(
        self, findings: Findings, settings: Settings, parent: QWidget | None = None
    ) -> None:
        from drafter.check import rule_names

        super().__init__(parent)
        self._findings = findings
        self.setWindowTitle(self.tr("Rules of the checks"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.setToolTip(self.tr("Space switches a rule on or off"))
        off = settings.rules_off()
        for rule in sorted(rule_names(), key=lambda name: check_words(name).strip("“").lower()):
            item = QListWidgetItem(check_words(rule), self.list)
            item.setData(RULE, rule)
            item.setToolTip(rule)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Unchecked if rule in off else Qt.CheckState.Checked
            item.setCheckState(state)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._switched)
        said = QLabel(self.tr("A draft is held to what is ticked. This holds for every draft."))
        said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(420, 520)

    def _switched(self, item: QListWidgetItem) -> None:
        self._findings.set_rule(item.data(RULE), item.checkState() == Qt.CheckState.Checked)
