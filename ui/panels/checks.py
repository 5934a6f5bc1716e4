"""What an editor at the Secretariat would mark in the draft: to fix or to dismiss, one by one."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.model import Resolution
from drafter.text.whole_words import whole_words
from ui.check_words import SEVERITY, check_words, source_said
from ui.findings import SEVERITIES, Findings, Found
from ui.panels.details import Details
from ui.panels.tree import ITEM, CardTree, next_after
from ui.session import Session
from ui.words import shortened, target_words, words_of

Card = tuple[str, str, str, str]
"""Sign, label, what was, what comes."""


class ChecksPanel(QWidget):
    """The open findings by severity, and the one that is looked at with its message and source."""

    count_changed = Signal(int)
    go_wanted = Signal(object)
    """The Finding whose words the person wants to work on."""
    rules_wanted = Signal()
    """The person wants to see which rules are on."""

    def __init__(self, session: Session, findings: Findings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._findings = session, findings
        self.setObjectName("checksPanel")
        self.tree = CardTree("FDA")
        self.tree.setAccessibleName(self.tr("Checks"))
        self.tree.setToolTip(
            self.tr("F fixes, A fixes all of the kind, D dismisses, Enter goes to the words")
        )
        self.tree.currentItemChanged.connect(self._look)
        self.tree.pressed_key.connect(self._key)
        self.tree.itemDoubleClicked.connect(lambda *_: self._key("Enter"))
        self._message = Details()
        self._fix = QPushButton(self.tr("Fix"))
        self._fix.setObjectName("accept")
        self._fix.setToolTip(self.tr("Do what is proposed (F)"))
        self._fix.clicked.connect(self.fix_current)
        self._alike = QPushButton()
        self._alike.setToolTip(self.tr("Fix every finding of this rule as one step (A)"))
        self._alike.clicked.connect(self.fix_alike)
        self._dismiss = QPushButton(self.tr("Dismiss"))
        self._dismiss.setToolTip(self.tr("Leave it as it is; it is not shown again (D)"))
        self._dismiss.clicked.connect(self.dismiss_current)
        self._off = QPushButton(self.tr("Switch this rule off"))
        self._off.setFlat(True)
        self._off.setToolTip(self.tr("Do not hold any draft to this rule"))
        self._off.clicked.connect(self.switch_off)
        self._again = QPushButton()
        self._again.setFlat(True)
        self._again.setToolTip(self.tr("Show what was dismissed in this draft again"))
        self._again.clicked.connect(findings.show_dismissed)
        self._rules = QPushButton(self.tr("Rules…"))
        self._rules.setFlat(True)
        self._rules.setToolTip(self.tr("Choose which rules the draft is held to"))
        self._rules.clicked.connect(self.rules_wanted)
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 12, 12, 12)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._found: list[Found] = []
        self._known: list[tuple[str, Card]] = []
        """Id of each finding that is shown, and what is read of it."""
        self._items: list[QTreeWidgetItem] = []
        self._names: dict[str, str] = {}
        findings.changed.connect(self.refresh)
        session.base_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self._detail = QWidget()
        self._detail.setObjectName("detail")
        buttons = QHBoxLayout()
        buttons.addWidget(self._fix)
        buttons.addWidget(self._alike)
        buttons.addWidget(self._dismiss)
        buttons.addStretch(1)
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(12, 8, 12, 10)
        below.addWidget(self._message)
        below.addLayout(buttons)
        below.addWidget(self._off, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 4)
        foot.addWidget(self._again)
        foot.addStretch(1)
        foot.addWidget(self._rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        column.addWidget(self._detail)
        column.addLayout(foot)

    # What is shown

    def refresh(self) -> None:
        """Show what is open now; the one after the last looked at becomes current."""
        open_ = self._findings.open
        found = [o for severity in SEVERITIES for o in open_ if o.finding.severity == severity]
        if self._moved(found):
            return
        cards = self._cards(found)
        before = self._known
        self._known = [(one.id, card) for one, card in zip(found, cards, strict=True)]
        self._found = found
        last = self.current()
        had_keys = self.takes_keys.hasFocus()
        self._fill(found, cards)
        self._items = list(self.tree.cards())
        self._select_after(last.id if last else None, [key for key, _ in before])
        self._say_counts()
        if had_keys:
            # Not to a button: Enter would press it, and F and D would be lost.
            self.takes_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, found: list[Found]) -> bool:
        """Take up findings of which typing moved a few and changed what is read of none; False
        where that is not all. Asking Qt for each is what would be felt at every key."""
        names, draft = self._session.labels, self._session.draft
        if not found or len(found) != len(self._found) or names is not self._names:
            return False
        moved = [i for i, (a, b) in enumerate(zip(self._found, found, strict=True)) if a is not b]
        if any(self._known[i] != (found[i].id, _card(found[i], names, draft)) for i in moved):
            return False
        current = self.tree.currentItem()
        self._found = found
        for i in moved:
            self._items[i].setData(0, ITEM, found[i])
            if self._items[i] is current:
                self._look()
        return True

    def _cards(self, found: list[Found]) -> list[Card]:
        """What is read of each; of those that are the same as before it is known."""
        names, draft = self._session.labels, self._session.draft
        known: dict[int, Card] = {}
        if names is self._names:
            pairs = zip(self._found, self._known, strict=True)
            known = {id(one): card for one, (_, card) in pairs}
        self._names = names
        return [known.get(id(one)) or _card(one, names, draft) for one in found]

    def _fill(self, found: list[Found], cards: list[Card]) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        for severity in SEVERITIES:
            sign, words, meaning = SEVERITY[severity]
            rows = [
                (one, card)
                for one, card in zip(found, cards, strict=True)
                if one.finding.severity == severity
            ]
            if not rows:
                continue
            heading = self.tree.heading(self.tr(words), len(rows))
            heading.setToolTip(0, f"{sign} {meaning}")
            for one, card in rows:
                finding = one.finding
                spoken = f"{severity}: {card[1]}, {check_words(finding.rule)}. {finding.message}"
                self.tree.card(heading, one, card, spoken, finding.message)
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _select_after(self, last: str | None, before: list[str]) -> None:
        following = next_after(last, before, [one.id for one in self.shown()])
        if following is None or not self.select(following):
            self._look()

    @property
    def takes_keys(self) -> QWidget:
        """What the keys go to: the list, or what stands in its place where none is open."""
        return self._empty if self.tree.isHidden() else self.tree

    def shown(self) -> list[Found]:
        """The findings in the order they are shown."""
        return [item.data(0, ITEM) for item in self.tree.cards()]

    def current(self) -> Found | None:
        """The one that is looked at."""
        found = self.tree.current_value()
        return found if isinstance(found, Found) else None

    def select(self, finding_id: str) -> bool:
        """Look at a finding."""
        for item in self.tree.cards():
            if item.data(0, ITEM).id == finding_id:
                if (heading := item.parent()) is not None:
                    self.tree.scrollToItem(heading)
                self.tree.setCurrentItem(item)
                self._look()
                return True
        return False

    def _look(self, *_: object) -> None:
        one = self.current()
        self._detail.setVisible(one is not None)
        if one is not None:
            self._message.say(_details(one, self._session.draft))
            self._fix.setEnabled(one.finding.fix is not None)
            alike = len(self._findings.alike(one))
            self._alike.setVisible(alike > 1)
            self._alike.setText(self.tr("Fix all %d") % alike)
        self._findings.chosen.emit(one.finding if one else None)

    def _say_counts(self) -> None:
        count = len(self._findings.open)
        dismissed = self._findings.dismissed
        self.tree.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._again.setVisible(dismissed > 0)
        self._again.setText(self.tr("Show %d dismissed") % dismissed)
        if not self._session.loaded or not self._findings.known:
            self._empty.setText("")
        else:
            self._empty.setText(self.tr("The checks find nothing. Wording and policy are yours."))
        self.count_changed.emit(count)

    # What a person does

    def _key(self, key: str) -> None:
        if key == "F":
            self.fix_current()
        elif key == "A":
            self.fix_alike()
        elif key == "D":
            self.dismiss_current()
        elif (one := self.current()) is not None:
            self.go_wanted.emit(one.finding)

    def fix_current(self) -> None:
        """Do what the one that is looked at proposes."""
        if (one := self.current()) is None:
            return
        if one.finding.fix is None:
            self._session.status.emit(self.tr("This one is yours to decide: Enter goes there."))
            return
        self._findings.fix(one)

    def fix_alike(self) -> None:
        """Do what is proposed for every finding of the rule that is looked at."""
        if (one := self.current()) is None:
            return
        if len(self._findings.alike(one)) < 2:
            self.fix_current()
            return
        count = self._findings.fix_alike(one)
        said = self.tr("%d fixed; undo takes all of them back.")
        self._session.status.emit(said % count)

    def dismiss_current(self) -> None:
        """Leave the one that is looked at as it is."""
        if (one := self.current()) is not None:
            self._findings.dismiss(one)

    def switch_off(self) -> None:
        """Hold no draft to the rule of the one that is looked at."""
        if (one := self.current()) is not None:
            rule = one.finding.rule
            self._findings.set_rule(rule, False)
            said = self.tr("“%s” is switched off; Rules… switches it on again.")
            self._session.status.emit(said % check_words(rule))


def _card(one: Found, names: dict[str, str], draft: Resolution) -> Card:
    """Sign, label, what was and what comes: for a fix its words, else the rule's name."""
    finding = one.finding
    words = ""
    if finding.target in draft.positions or finding.target in draft.notes_by_id:
        string = draft.text_of(finding.target).string
        start, end = whole_words(string, finding.start, finding.end)
        words = string[start:end]
    quoted = f" “{shortened(words, 60)}”" if words.strip() else ""
    label = target_words(finding.target, names)
    return SEVERITY[finding.severity][0], label, "", f"{check_words(finding.rule)}{quoted}"


def _details(one: Found, draft: Resolution) -> str:
    finding = one.finding
    parts = [f"<p style='margin:0 0 4px 0'>{escape(finding.message)}</p>"]
    if finding.fix is not None:
        before, after = words_of(finding.fix, draft)
        if before or after:
            was = f"<s>{escape(shortened(before, 90))}</s> → " if before else ""
            comes = escape(shortened(after, 90)) or f"<i>{escape('taken out')}</i>"
            parts.append(f"<p style='margin:0 0 4px 0'>{was}{comes}</p>")
    sign, _, meaning = SEVERITY[finding.severity]
    parts.append(f"<p style='margin:2px 0'>{sign} {escape(meaning)}</p>")
    parts.append(f"<p style='margin:0'><i>{escape(source_said(finding.source))}</i></p>")
    return "".join(parts)
