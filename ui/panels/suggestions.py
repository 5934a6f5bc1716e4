"""What last cycle's text needs for this cycle: to accept or skip, one by one or all of a kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.edit.rewording import with_words, words_of
from drafter.model import Suggestion
from ui.panels.cards import CardDelegate
from ui.panels.details import Details
from ui.panels.suggestion_words import card_of, details_of
from ui.panels.tree import ITEM, CardTree, next_after
from ui.session import Session
from ui.words import CONFIDENCE, edit_of, rule_words


class _Words(QPlainTextEdit):
    """The words of a suggestion, to be edited before they go in."""

    done = Signal(bool)
    """Whether they are to go in; False where one thought better of it."""

    def show_all(self, width: int) -> None:
        """Show, at ``width`` pixels, as many lines as the words need, five at most."""
        metrics = self.fontMetrics()
        lines = 1 + metrics.horizontalAdvance(self.toPlainText()) // max(1, width)
        self.setFixedHeight(metrics.lineSpacing() * min(lines, 5) + 20)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts them in, Esc leaves them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit(False)
        else:
            super().keyPressEvent(event)


class SuggestionsPanel(QWidget):
    """The open suggestions by kind, and the one that is looked at with its reason and evidence."""

    count_changed = Signal(int)
    evidence_wanted = Signal(str)
    """The symbol of a resolution that a suggestion rests on."""
    draft_wanted = Signal()
    """None is left, and the keys are wanted in the draft."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("suggestionsPanel")
        self.tree = CardTree("ASE")
        self.tree.setAccessibleName(self.tr("Suggestions"))
        self.tree.setToolTip(self.tr("A accepts, S skips, E edits first, arrow keys go on"))
        self.tree.currentItemChanged.connect(self._look)
        self.tree.pressed_key.connect(self._key)
        self._all = QPushButton()
        self._all.setObjectName("acceptAll")
        self._all.setToolTip(self.tr("Accept every suggestion that is certain or likely"))
        self._all.clicked.connect(self.accept_safe)
        self._told = QLabel()
        self._told.setObjectName("told")
        self._told.setWordWrap(True)
        self._told.setContentsMargins(12, 0, 12, 2)
        self._told.setTextFormat(Qt.TextFormat.RichText)
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._told.linkActivated.connect(lambda _: session.offer_skipped_again())
        self.details = Details()
        self.details.label.setObjectName("reason")
        self.details.label.linkActivated.connect(self.evidence_wanted)
        self._accept = QPushButton(self.tr("&Accept"))
        self._accept.setObjectName("accept")
        self._accept.setToolTip(self.tr("Put this into the draft (A)"))
        self._accept.clicked.connect(self.accept_current)
        self._skip = QPushButton(self.tr("&Skip"))
        self._skip.setToolTip(self.tr("Leave this out; it is not offered again (S)"))
        self._skip.clicked.connect(self.skip_current)
        self._edit = QPushButton(self.tr("Edit"))
        self._edit.setToolTip(self.tr("Change the words before they go in (E)"))
        self._edit.clicked.connect(self.edit_current)
        self.words = _Words()
        self.words.setAccessibleName(self.tr("The words that go in"))
        self.words.setToolTip(self.tr("Enter puts the words into the draft, Esc leaves them"))
        self.words.setTabChangesFocus(True)
        self.words.hide()
        self.words.done.connect(self._edited)
        self._kind = QPushButton()
        self._kind.clicked.connect(self.accept_kind)
        self._empty = QLabel()
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 12, 12, 12)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        session.suggestions_changed.connect(self.refresh)
        session.base_changed.connect(self.refresh)
        session.draft_changed.connect(self._labels_may_differ)
        self._names = session.labels
        self._cycle = session.cycle
        self.refresh()

    def _lay_out(self) -> None:
        self._detail = QWidget()
        self._detail.setObjectName("detail")
        buttons = QHBoxLayout()
        buttons.addWidget(self._accept)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._edit)
        buttons.addStretch(1)
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(12, 8, 12, 10)
        below.addWidget(self.details)
        below.addWidget(self.words)
        below.addLayout(buttons)
        below.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 10, 0)
        top.addWidget(self._all)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self._empty, 1)
        column.addWidget(self.tree, 1)
        column.addWidget(self._detail)

    # What is shown

    def refresh(self) -> None:
        """Show what is open now; the one after the last looked at becomes current, for another
        cycle the first."""
        names = self._names = self._session.labels
        stays, self._cycle = self._session.cycle == self._cycle, self._session.cycle
        by_rule: dict[str, list[Suggestion]] = {}
        for suggestion in self._session.suggestions:
            by_rule.setdefault(rule_words(suggestion.rule), []).append(suggestion)
        found = [one for same in by_rule.values() for one in same]
        cards = [card_of(one, names) for one in found]
        items = list(self.tree.cards())
        if [(one.id, card) for one, card in zip(found, cards, strict=True)] == [
            (item.data(0, ITEM).id, item.data(0, CardDelegate.CARD)) for item in items
        ]:
            # The same to look at: only where they are may have moved.
            for item, suggestion in zip(items, found, strict=True):
                item.setData(0, ITEM, suggestion)
            if items:
                self._session.suggestion_chosen.emit(self.current())
                self._say_found()
                return
        current = self.current()
        had_keys = self.takes_keys.hasFocus()
        before = [s.id for s in self.shown()]
        self.tree.blockSignals(True)
        self.tree.clear()
        for rule, same in by_rule.items():
            heading = self.tree.heading(rule, len(same))
            for suggestion in same:
                self._add(heading, suggestion, names)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        first = found[0].id if found else None
        self._select_after(current.id if current and stays else first, before)
        self._say_counts()
        if had_keys:
            # Not into the draft: the next A or S of a hand in full swing would be typed there.
            self.takes_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _labels_may_differ(self, *_: object) -> None:
        """A paragraph that came or went gives others another number, their cards too."""
        if self._session.labels is not self._names:
            self.refresh()

    def _add(self, heading: QTreeWidgetItem, suggestion: Suggestion, names: dict[str, str]) -> None:
        edit = edit_of(suggestion.change)
        meaning = CONFIDENCE[suggestion.confidence][1]
        card = card_of(suggestion, names)
        nothing = self.tr("nothing")
        spoken = (
            f"{card[1]}: {edit.before or nothing} → {edit.after or nothing}; "
            f"{suggestion.confidence}"
        )
        self.tree.card(heading, suggestion, card, spoken, f"{suggestion.reason}\n{meaning}")

    @property
    def takes_keys(self) -> QWidget:
        """What the keys go to: the list, or what stands in its place where none is open."""
        return self._empty if self.tree.isHidden() else self.tree

    def shown(self) -> list[Suggestion]:
        """The suggestions in the order they are shown."""
        return [item.data(0, ITEM) for item in self.tree.cards()]

    def current(self) -> Suggestion | None:
        """The one that is looked at."""
        found = self.tree.current_value()
        return found if isinstance(found, Suggestion) else None

    def select(self, suggestion_id: str) -> bool:
        """Look at a suggestion."""
        for item in self.tree.cards():
            if item.data(0, ITEM).id == suggestion_id:
                self.tree.setCurrentItem(item)
                return True
        return False

    def _select_after(self, last: str | None, before: list[str]) -> None:
        following = next_after(last, before, [one.id for one in self.shown()])
        if following is None or not self.select(following):
            self._look()

    def _look(self, *_: object) -> None:
        suggestion = self.current()
        self._detail.setVisible(suggestion is not None)
        self.words.hide()
        if suggestion is not None:
            self.details.say(details_of(suggestion))
            self._edit.setEnabled(words_of(suggestion.change) is not None)
            rule = rule_words(suggestion.rule)
            several = sum(rule_words(s.rule) == rule for s in self._session.suggestions)
            self._kind.setVisible(several > 1)
            self._kind.setText(self.tr("Accept all %d of this kind") % several)
            self._kind.setToolTip(self.tr("Accept every open suggestion under “%s”") % rule)
            QTimer.singleShot(0, self.tree, self._keep_in_sight)  # the list may be lower now
        self._session.suggestion_chosen.emit(suggestion)

    def _say_counts(self) -> None:
        open_ = self._session.suggestions
        safe = sum(s.confidence != "ask" for s in open_)
        self._all.setVisible(safe > 0)
        several = self.tr("Accept all %d certain and likely") % safe
        self._all.setText(several if safe > 1 else self.tr("Accept the one certain or likely"))
        self.tree.setVisible(bool(open_))
        self._empty.setVisible(not open_)
        if not self._session.loaded:
            text = ""
        elif self._session.foreign:
            text = self.tr("This draft was written elsewhere, so nothing is proposed for it.")
        elif self._session.cycle is None:
            text = self.tr(
                "Choose the cycle you draft for, and what the text needs is listed here."
            )
        elif self._session.jobs.pending("suggest"):
            text = self.tr("Looking for what needs updating…")
        else:
            text = self.tr(
                "Nothing is open. What the rest of the text should say is yours to write; Enter "
                "goes to the draft."
            )
        self._empty.setText(text)
        self._say_found()
        self.count_changed.emit(len(open_))

    def _say_found(self) -> None:
        """How much was found and, honestly, what is left to a person."""
        session, found = self._session, self._session.offered
        self._told.setVisible(bool(found))
        if not found:
            return
        from drafter.suggest import left_to_you  # not while the first text is opened

        skipped = sum(one.id in session.skipped for one in found)
        done = len(found) - len(session.suggestions) - skipped
        said = [self.tr("%d found") % len(found)]
        if done > 0:
            said.append(self.tr("%d settled") % done)
        if skipped:
            again = self.tr("offer again")
            said.append(self.tr("%d skipped") % skipped + f" (<a href='again'>{again}</a>)")
        left = left_to_you(session.draft, found)
        said.append(self.tr("the wording of %d paragraphs is yours") % left)
        self._told.setText(" · ".join(said))

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where none is open, Enter goes on to the draft."""
        if self.tree.isHidden() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.draft_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _key(self, key: str) -> None:
        if key == "S":
            self.skip_current()
        elif key == "E":
            self.edit_current()
        else:
            self.accept_current()

    def accept_current(self) -> None:
        """Put the one that is looked at into the draft, as it was edited."""
        if (suggestion := self.current()) is None:
            return
        if not self.words.isHidden():
            words = " ".join(self.words.toPlainText().split("\n"))
            known = words_of(suggestion.change) or ""
            if words != known.replace("\xa0", " "):
                suggestion = replace(suggestion, change=with_words(suggestion.change, words))
            self.words.hide()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.accept(suggestion)

    def edit_current(self) -> None:
        """Change the words of the one that is looked at before they go in."""
        suggestion = self.current()
        words = words_of(suggestion.change) if suggestion else None
        if words is None:
            self._session.status.emit(self.tr("This one brings no words to edit."))
            return
        self.words.setPlainText(words)
        self.words.show_all(self._detail.width() - 40)
        QTimer.singleShot(0, self.tree, self._keep_in_sight)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_sight(self) -> None:
        if (item := self.tree.currentItem()) is not None:
            self.tree.scrollToItem(item)

    def _edited(self, wanted: bool) -> None:
        if wanted:
            self.accept_current()
        else:
            self.words.hide()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def skip_current(self) -> None:
        """Leave the one that is looked at out."""
        if (suggestion := self.current()) is not None:
            self._session.skip(suggestion)

    def accept_kind(self) -> None:
        """Accept all of the kind that is looked at."""
        if (suggestion := self.current()) is not None:
            kind = rule_words(suggestion.rule)
            rules = {s.rule for s in self._session.suggestions if rule_words(s.rule) == kind}
            count = sum(self._session.accept_all(rule=rule) for rule in sorted(rules))
            self._session.status.emit(self.tr("%d accepted") % count)

    def accept_safe(self) -> None:
        """Accept all that is certain or likely."""
        count = self._session.accept_all(confidence="certain")
        count += self._session.accept_all(confidence="likely")
        self._session.status.emit(self.tr("%d accepted") % count)
