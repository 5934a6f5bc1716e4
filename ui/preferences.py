"""Preferences: what holds for every draft. They apply at once, and Cancel takes them back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.check_words import check_words
from ui.findings import Findings
from ui.settings import Settings
from ui.theme import TEXT_SIZE, text_font

RULE = Qt.ItemDataRole.UserRole
SAVE_EVERY = (0, 1, 5, 10)
"""Minutes between two savings of the draft itself; 0 for never."""
NAMES = (
    "author", "save_every", "templates", "theme", "safe_colours", "text_family", "text_size",
    "spelling", "rules_off",
)  # fmt: skip
"""What is set here, as it is called in the settings."""


class RulesList(QListWidget):
    """A tick for every rule of the checks; what is unticked is held against no draft."""

    def __init__(self, off: Iterable[str], parent: QWidget | None = None) -> None:
        from drafter.check import rule_names

        super().__init__(parent)
        self.setObjectName("rulesList")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName(self.tr("Rules"))
        self.setToolTip(self.tr("Space switches a rule on or off"))
        off = frozenset(off)
        for rule in sorted(rule_names(), key=lambda name: check_words(name).strip("“").lower()):
            item = QListWidgetItem(check_words(rule), self)
            item.setData(RULE, rule)
            item.setToolTip(rule)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Unchecked if rule in off else Qt.CheckState.Checked
            item.setCheckState(state)
        self.setCurrentRow(0)


class RulesDialog(QDialog):
    """The rules alone, in a window beside the work; it stops nobody."""

    def __init__(
        self, findings: Findings, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._findings = findings
        self.setWindowTitle(self.tr("Rules of the checks"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RulesList(settings.rules_off())
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


class Preferences(QDialog):
    """All of them. ``apply`` makes every window follow the settings."""

    def __init__(
        self, settings: Settings, apply: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._apply = settings, apply
        self._before = {name: settings.get(name) for name in NAMES}
        self.setWindowTitle(self.tr("Preferences"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._general(), self.tr("&General"))
        self.tabs.addTab(self._looks(), self.tr("&Text and colours"))
        self.tabs.addTab(self._checks(), self.tr("Chec&ks"))
        Button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(Button.Ok | Button.Cancel)
        buttons.button(Button.Ok).setToolTip(self.tr("Keep what was chosen"))
        buttons.button(Button.Cancel).setToolTip(self.tr("Put everything back as it was"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(540, 440)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the first field."""
        super().showEvent(event)
        self.author.setFocus()

    # The pages

    def _general(self) -> QWidget:
        page, form = _page()
        self.author = QLineEdit(str(self._settings.get("author", "") or ""))
        self.author.setPlaceholderText(self.tr("such as: Permanent Mission of Samoa"))
        self.author.setToolTip(self.tr("Under whose name the tracked changes stand"))
        self.author.textEdited.connect(lambda text: self._set("author", text.strip()))
        _row(form, self.tr("&Name for Track Changes"), self.author)
        self.save_every = QComboBox()
        for minutes in SAVE_EVERY:
            words = (
                self.tr("every %d minutes") % minutes if minutes > 1 else self.tr("every minute")
            )
            self.save_every.addItem(words if minutes else self.tr("only when I save it"), minutes)
        known = round(self._settings.number("save_every", 0))
        self.save_every.setCurrentIndex(max(0, self.save_every.findData(known)))
        self.save_every.setToolTip(self.tr("How often a draft that has a name is saved by itself"))
        self.save_every.currentIndexChanged.connect(
            lambda _: self._set("save_every", self.save_every.currentData())
        )
        _row(form, self.tr("&Save the draft"), self.save_every)
        _note(form, self.tr("A recovery copy is kept in any case, every two seconds."))
        self.templates = QLineEdit(str(self._settings.get("templates", "") or ""))
        self.templates.setPlaceholderText(self.tr("the usual folder"))
        self.templates.setToolTip(self.tr("The folder of your own wording; empty for the usual"))
        self.templates.editingFinished.connect(
            lambda: self._set("templates", self.templates.text().strip())
        )
        choose = QPushButton(self.tr("C&hoose…"))
        choose.setToolTip(self.tr("Choose the folder"))
        choose.clicked.connect(self._choose_templates)
        row = QHBoxLayout()
        row.addWidget(self.templates, 1)
        row.addWidget(choose)
        label = QLabel(self.tr("&Your templates"))
        label.setBuddy(self.templates)
        form.addRow(label, row)
        _note(form, self.tr("A folder your delegation shares is fine; so is none."))
        return page

    def _looks(self) -> QWidget:
        page, form = _page()
        self.theme = QComboBox()
        for value, words in (
            ("system", self.tr("as the system")),
            ("light", self.tr("light")),
            ("dark", self.tr("dark")),
        ):
            self.theme.addItem(words, value)
        known = str(self._settings.get("theme", "system"))
        self.theme.setCurrentIndex(max(0, self.theme.findData(known)))
        self.theme.setToolTip(self.tr("Light or dark paper"))
        self.theme.currentIndexChanged.connect(
            lambda _: self._set("theme", self.theme.currentData())
        )
        _row(form, self.tr("&Colours"), self.theme)
        self.safe = QCheckBox(self.tr("Safe for the colour-&blind"))
        self.safe.setToolTip(self.tr("Orange and blue instead of red and green"))
        self.safe.setChecked(self._settings.flag("safe_colours", False))
        self.safe.toggled.connect(lambda on: self._set("safe_colours", _word(on)))
        form.addRow("", self.safe)
        self.own_face = QCheckBox(self.tr("Set the texts in a &face of my own"))
        family = str(self._settings.get("text_family", "") or "")
        self.own_face.setToolTip(self.tr("Instead of Times, in which the United Nations sets them"))
        self.own_face.setChecked(bool(family))
        self.face = QFontComboBox()
        self.face.setToolTip(self.tr("The face of both texts"))
        self.face.setEnabled(bool(family))
        self.face.setCurrentFont(QFont(family) if family else text_font())
        self.own_face.toggled.connect(self.face.setEnabled)
        self.own_face.toggled.connect(lambda _: self._set_face())
        self.face.currentFontChanged.connect(lambda _: self._set_face())
        form.addRow("", self.own_face)
        _row(form, self.tr("F&ace"), self.face)
        self.points = QDoubleSpinBox()
        self.points.setRange(7, 36)
        self.points.setSingleStep(0.5)
        self.points.setDecimals(1)
        self.points.setSuffix(self.tr(" points"))
        self.points.setValue(self._settings.number("text_size", TEXT_SIZE))
        self.points.setToolTip(self.tr("Size of both texts; Ctrl++ and Ctrl+- zoom upon it"))
        self.points.valueChanged.connect(lambda points: self._set("text_size", points))
        _row(form, self.tr("Si&ze"), self.points)
        return page

    def _checks(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 14, 12, 8)
        self.spelling = QCheckBox(self.tr("Mark words that may be &misspelt"))
        self.spelling.setToolTip(self.tr("British English with -ize, as the United Nations write"))
        self.spelling.setChecked(self._settings.flag("spelling", True))
        self.spelling.toggled.connect(lambda on: self._set("spelling", _word(on)))
        column.addWidget(self.spelling)
        label = QLabel(self.tr("Every draft is &held to the rules that are ticked:"))
        column.addWidget(label)
        self.rules = RulesList(self._settings.rules_off())
        label.setBuddy(self.rules)
        self.rules.itemChanged.connect(self._switch_rule)
        column.addWidget(self.rules, 1)
        return page

    # What is chosen

    def _set(self, name: str, value: Any) -> None:
        self._settings.set(name, value)
        self._apply()

    def _set_face(self) -> None:
        own = self.own_face.isChecked()
        self._set("text_family", self.face.currentFont().family() if own else "")

    def _switch_rule(self, item: QListWidgetItem) -> None:
        self._settings.set_rule(item.data(RULE), item.checkState() == Qt.CheckState.Checked)
        self._apply()

    def _choose_templates(self) -> None:
        known = self.templates.text() or self._settings.folder("templates")
        folder = QFileDialog.getExistingDirectory(self, self.tr("Your templates"), known)
        if folder:
            self.templates.setText(folder)
            self._set("templates", folder)

    def reject(self) -> None:
        """Put everything back as it was."""
        for name, value in self._before.items():
            self._settings.put_back(name, value)
        self._apply()
        super().reject()


def use_templates(settings: Settings) -> None:
    """Look for a delegation's own templates where the person said, else where they usually lie."""
    from drafter.suggest.library import OWN_FOLDER

    folder = str(settings.get("templates", "") or "")
    if folder:
        os.environ[OWN_FOLDER] = folder
    else:
        os.environ.pop(OWN_FOLDER, None)


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(12, 18, 12, 8)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(10)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return page, form


def _row(form: QFormLayout, words: str, field: QWidget) -> None:
    field.setAccessibleName(words.replace("&", ""))
    form.addRow(words, field)


def _note(form: QFormLayout, words: str) -> None:
    note = QLabel(words)
    note.setObjectName("faint")
    note.setWordWrap(True)
    note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    form.addRow("", note)


def _word(on: bool) -> str:
    return "true" if on else "false"
