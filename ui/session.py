"""One draft at work: last cycle's text, the draft with its history, and what is known about them.

Widgets hold no state of their own about the draft. They call ``do``, ``undo``, ``accept`` and the
like and listen to the signals. Comparison and suggestions are worked out in the background.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.comparisons import Comparisons
from ui.jobs import Jobs
from ui.kept import KeptFinder

if TYPE_CHECKING:
    from drafter.draft import Draft, Version
    from drafter.edit.corrections import Correction
    from drafter.edit.history import History
    from drafter.model import Change, Comparison, Cycle, Resolution, Suggestion

TYPING_PAUSE = 150
"""Milliseconds without a change after which the comparison is worked out anew."""


class Session(QObject):
    """Holds a draft and tells what becomes of it."""

    loading = Signal()
    """Another draft is about to be loaded: time to make room for it, while nothing is shown yet."""
    base_changed = Signal()
    """Another draft was loaded: base, draft, cycle, everything."""
    draft_changed = Signal(object)
    """The Change that was just applied."""
    comparison_changed = Signal()
    suggestions_changed = Signal()
    cycle_changed = Signal()
    saved_changed = Signal()
    """``path`` or ``dirty`` changed."""
    status = Signal(str)
    problem = Signal(str, str)
    """A sentence for a person, and details to copy ("" where there are none)."""
    show_requested = Signal(str)
    """Id of a paragraph or footnote of the draft that a panel wants to be seen."""
    base_corrected = Signal()
    """A misreading in last cycle's text was put right, or the correction taken back."""
    suggestion_chosen = Signal(object)
    """The Suggestion the person looks at, or None."""

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self, synchronous=synchronous)
        self.jobs.failed.connect(self.problem)
        self.cycle: Cycle | None = None
        self.comparison: Comparison | None = None
        self.suggestions: tuple[Suggestion, ...] = ()
        """Those that are open: neither accepted, nor skipped, nor overtaken."""
        self.skipped: frozenset[str] = frozenset()
        self.dismissed: frozenset[str] = frozenset()
        """Ids of the findings that were dismissed."""
        self.words: frozenset[str] = frozenset()
        """Words that are taken for well spelt in this draft."""
        self.versions: tuple[Version, ...] = ()
        """Named states of the text, the earliest first."""
        self.path: Path | None = None
        self.loaded = False
        self._saved: Draft | None = None
        """What lies on the disk, or was begun with and need not be saved; None where nothing."""
        self._offered: tuple[Suggestion, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._timer.timeout.connect(self.compare_now)
        self._comparer = Comparisons()
        self._finder = KeptFinder()
        self._labels: dict[str, str] = {}
        self._labelled: Resolution | None = None
        self._loaded: Resolution | None = None
        self._before: tuple[Change, ...] | None = None
        self._since = 0
        """Steps of the history that ``_loaded`` has already."""

    # What is at work

    @cached_property
    def history(self) -> History:
        """What was done to the draft. Made when wanted: the start page needs no model."""
        from drafter.edit.history import History
        from drafter.model import Resolution

        return History(Resolution())

    @property
    def base(self) -> Resolution:
        """Last cycle's text."""
        return self.history.base

    @property
    def draft(self) -> Resolution:
        """The draft as it is now."""
        return self.history.now

    @property
    def labels(self) -> dict[str, str]:
        """Label of every paragraph and note of the draft, by id."""
        from drafter.model import labels
        from ui.editor.document import what_differs

        if self._labelled is None or any(what_differs(self._labelled, self.draft)):
            self._labels = labels(self.draft)
        self._labelled = self.draft
        return self._labels

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """All that was found for last cycle's text, open or not."""
        return self._offered

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        return self.loaded and self.snapshot() != self._saved

    @property
    def foreign(self) -> bool:
        """Whether the draft was written elsewhere: none of it was made from last cycle's text."""
        return self.base is not self.draft and not any(p.origin for p in self.draft.paragraphs)

    def snapshot(self) -> Draft:
        """All that is saved."""
        from drafter.draft import Draft

        skipped, dismissed = tuple(sorted(self.skipped)), tuple(sorted(self.dismissed))
        words = tuple(sorted(self.words))
        return Draft(self.draft, self.base, self.cycle, skipped, self.versions, dismissed, words)

    def begin(self, base: Resolution, cycle: Cycle | None) -> None:
        """Start this cycle's draft from last cycle's text."""
        from drafter.draft import begin

        self.load(begin(base, cycle), None)

    def load(self, draft: Draft, path: Path | None, *, unsaved: bool = False) -> None:
        """Take up a draft; ``unsaved`` where it comes from a recovery copy."""
        from drafter.draft import begin
        from drafter.edit.history import History

        self.loading.emit()
        self.jobs.cancel()
        self.jobs.after_painting()
        self._timer.stop()
        self.history = History(draft.text, draft.base)
        self.cycle, self.path = draft.cycle, path
        self.skipped, self.versions = frozenset(draft.skipped), draft.versions
        self.dismissed, self.words = frozenset(draft.dismissed), frozenset(draft.words)
        self.comparison, self.suggestions, self._offered = None, (), ()
        self.loaded = True
        self._saved = None if unsaved else self.snapshot()
        begun = begin(self.base).text
        self._loaded, self._since = draft.text, 0
        self._before = () if begun == draft.text else None
        self.base_changed.emit()
        self.compare_now()
        self.suggest_now()
        self.suggestions_changed.emit()

    def mark_saved(self, path: Path, saved: Draft | None = None) -> None:
        """The draft lies in ``path``: as it is now, or as it was when saving was asked for."""
        self.path, self._saved = path, saved or self.snapshot()
        self.saved_changed.emit()

    def set_cycle(self, cycle: Cycle) -> None:
        """Draft for this cycle from now on; what is open is worked out anew."""
        self.cycle = cycle
        self.cycle_changed.emit()
        self.saved_changed.emit()
        self.suggest_now()

    # What a person does

    def do(
        self,
        change: Change | None,
        name: str,
        typed_at: float | None = None,
        *,
        follow: bool = True,
    ) -> bool:
        """Apply a change as a step of undo, with the references to paragraphs that ``follow`` it;
        False where there is none or it does not fit."""
        if change is None:
            return False
        from drafter.edit.references import Followed, followed
        from drafter.model import DoesNotFit

        try:
            whole = followed(self.draft, change) if follow else Followed(change)
            self.history.do(whole.change, name, typed_at=typed_at)
        except DoesNotFit:
            self.status.emit(self.tr("That no longer fits the text."))
            return False
        self._changed(whole.change)
        if whole.said:
            self.status.emit(self.tr("References follow: paragraph %s") % ", ".join(whole.said))
        return True

    def correct(self, correction: Correction | None, name: str) -> bool:
        """Put a misreading right, in last cycle's text and in the draft, as one step of undo."""
        if correction is None:
            return False
        from drafter.model import DoesNotFit

        try:
            self.history.do(correction.draft, name, correction=correction.base)
        except DoesNotFit:
            self.status.emit(self.tr("That no longer fits the text."))
            return False
        self._corrected(correction.draft)
        return True

    def remember(
        self, words: frozenset[str] | None = None, versions: tuple[Version, ...] | None = None
    ) -> None:
        """Keep other well-spelt words or named versions with the draft."""
        self.words = self.words if words is None else words
        self.versions = self.versions if versions is None else versions
        self.saved_changed.emit()

    def set_dismissed(self, ids: frozenset[str]) -> None:
        """Remember which findings were dismissed."""
        self.dismissed = ids
        self.saved_changed.emit()

    def undo(self) -> bool:
        """Take the last step back."""
        name, base = self.history.can_undo, self.base
        change = self.history.undo()
        if change is None:
            return False
        if self.base is not base:
            self._corrected(change)
        else:
            self._changed(change)
            self._carry()
        self.status.emit(self.tr("Undone: %s") % name)
        return True

    def redo(self) -> bool:
        """Do the step again that was undone last."""
        name, base = self.history.can_redo, self.base
        change = self.history.redo()
        if change is None:
            return False
        self._corrected(change) if self.base is not base else self._changed(change)
        self.status.emit(self.tr("Done again: %s") % name)
        return True

    def accept(self, suggestion: Suggestion) -> bool:
        """Put a suggestion into the draft, as a step of its own."""
        from ui.carry import without_alternatives

        before = self.suggestions
        self.suggestions = without_alternatives(before, suggestion)
        if self.do(suggestion.change, self.tr("Accept suggestion")):
            self.suggestions_changed.emit()
            return True
        self.suggestions = before
        return False

    def skip(self, suggestion: Suggestion) -> None:
        """Leave a suggestion out; it is not offered again in this draft."""
        self.skipped |= {suggestion.id}
        self.suggestions = tuple(s for s in self.suggestions if s.id != suggestion.id)
        self.suggestions_changed.emit()
        self.saved_changed.emit()

    def offer_skipped_again(self) -> None:
        """Offer what was skipped once more."""
        if self.skipped:
            self.skipped = frozenset()
            self._carry()
            self.saved_changed.emit()

    def accept_all(self, rule: str | None = None, confidence: str | None = None) -> int:
        """Accept the open suggestions of a rule or a confidence, each its own step of undo; of
        alternatives the first."""
        wanted = [
            s.id
            for s in self.suggestions
            if (rule is None or s.rule == rule)
            and (confidence is None or s.confidence == confidence)
        ]
        count = 0
        for suggestion_id in wanted:
            found = next((s for s in self.suggestions if s.id == suggestion_id), None)
            if found is not None:
                count += self.accept(found)
        return count

    # What is worked out

    def compare_now(self) -> None:
        """Work the comparison out anew."""
        self._timer.stop()
        old, new, comparer = self.base, self.draft, self._comparer

        def work() -> Comparison:
            return comparer.compare(old, new)

        self.jobs.start("compare", self.tr("Comparing…"), work, self._compared)

    def suggest_now(self) -> None:
        """Work the suggestions out anew."""
        base, cycle, finder = self.base, self.cycle, self._finder
        self._offered = ()
        if cycle is None or self.foreign:
            self._carry()
            return

        def work() -> tuple[Suggestion, ...]:
            from drafter.draft import begin

            return finder.find(begin(base, cycle).text, cycle)

        self.jobs.start("suggest", self.tr("Looking for what needs updating…"), work, self._offer)

    def settle(self) -> None:
        """Do at once what waits for a pause in typing."""
        if self._timer.isActive():
            self.compare_now()

    def _changed(self, change: Change) -> None:
        from ui.carry import carried, ticked_again

        still = carried(self.suggestions, change)
        pending = ticked_again(self.draft, self.cycle, self.suggestions, still)
        self.draft_changed.emit(change)
        if pending != self.suggestions:
            self.suggestions = pending
            self.suggestions_changed.emit()
        self.saved_changed.emit()
        self._timer.start()

    def _corrected(self, change: Change) -> None:
        """Last cycle's text is another: what was known about it is worked out anew."""
        self.comparison = None
        self._start_over()
        self.base_corrected.emit()
        self._changed(change)
        self.compare_now()
        self.suggest_now()

    def _start_over(self) -> None:
        """Take the draft as it is for the one that was loaded: what was done to it before is told
        by comparing."""
        self._loaded, self._before = self.draft, None
        self._since = len(self.history.changes)

    def _compared(self, comparison: Comparison) -> None:
        if comparison.old is self.base and comparison.new is self.draft:
            self.comparison = comparison
            if self._before is None and self._offered:
                self._carry()
            self.comparison_changed.emit()

    def _offer(self, found: tuple[Suggestion, ...]) -> None:
        self._offered = found
        self._carry()

    def _done_before(self) -> tuple[Change, ...]:
        """What was done to last cycle's text before this draft was loaded."""
        if self._before is None and self.comparison is not None and self._loaded is not None:
            known = self.comparison.new is self._loaded
            found = self.comparison if known else Comparisons().compare(self.base, self._loaded)
            from ui.carry import between

            self._before = tuple(between(found))
        return self._before or ()

    def _carry(self) -> None:
        """Carry all that was found for last cycle's text to the draft as it is."""
        if len(self.history.changes) < self._since:
            self._start_over()
        from ui.carry import carried, ticked_again

        offered = open_ = [s for s in self._offered if s.id not in self.skipped]
        for change in (*self._done_before(), *self.history.changes[self._since :]):
            open_ = list(carried(open_, change))
        self.suggestions = ticked_again(self.draft, self.cycle, offered, open_)
        self.suggestions_changed.emit()
