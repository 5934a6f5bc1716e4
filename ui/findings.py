"""What the checks say about the draft as it is now, kept in step with typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.model import Change, Finding, ReplaceText, Resolution
from ui.session import Session
from ui.settings import Settings
from ui.words import first_cue

if TYPE_CHECKING:
    from drafter.check import Checked
    from drafter.un.catalogue import Catalogue

PAUSE = 150
"""Milliseconds without a change after which the draft is checked anew."""
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the id it is remembered by."""

    id: str
    finding: Finding


class Findings(QObject):
    """The findings on a session's draft; what was dismissed or switched off is left out."""

    changed = Signal()
    chosen = Signal(object)
    """The Finding the person looks at, or None."""

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._settings = session, settings
        self._all: tuple[Found, ...] = ()
        self._checked: Checked | None = None
        """The last run, so that the next reads again only what changed."""
        self.known = False
        """Whether the text was checked at all since it was opened."""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.check_now)
        session.base_changed.connect(self._load)
        session.cycle_changed.connect(self._timer.start)
        session.draft_changed.connect(self._follow)
        if session.loaded:
            self._load()

    # What is known

    @property
    def open(self) -> tuple[Found, ...]:
        """Those a person has not dismissed, in the order of the text."""
        gone = self._session.dismissed
        return tuple(one for one in self._all if one.id not in gone)

    @property
    def dismissed(self) -> int:
        """How many of those that stand in the text were dismissed."""
        return len(self._all) - len(self.open)

    def count(self, severity: str) -> int:
        """How many are open of a severity."""
        return sum(one.finding.severity == severity for one in self.open)

    # What a person does

    def fix(self, one: Found) -> bool:
        """Do what the finding proposes, as one step of undo."""
        if one.finding.fix is None:
            return False
        done = self._session.do(one.finding.fix, self.tr("Fix"))
        self.check_now()
        return done

    def alike(self, one: Found) -> tuple[Found, ...]:
        """The open findings of the same rule that may be fixed together with this one."""
        from drafter.check import SAFE

        rule = one.finding.rule
        if rule not in SAFE or one.finding.fix is None:
            return (one,)
        return tuple(f for f in self.open if f.finding.rule == rule and f.finding.fix is not None)

    def fix_alike(self, one: Found) -> int:
        """Fix all of the same rule as one step of undo; how many."""
        from drafter.check import fix_together

        found = [f.finding for f in self.alike(one)]
        change = fix_together(self._session.draft, found)
        done = self._session.do(change, self.tr("Fix all of a kind"))
        self.check_now()
        return len(found) if done else 0

    def near(self, place: tuple[int, int], step: int, last: Found | None) -> Found | None:
        """The next open finding (step 1) or the one before (-1) from a place in the draft, a
        paragraph's position and an offset in it; from the end on it begins anew. ``last`` was
        looked at last: of several at one place the others come after it."""
        placed = [(self.place(f.finding), f) for f in self.open]
        rows = sorted(
            (((where[0], where[1]), f) for where, f in placed if where is not None),
            key=lambda row: row[0],
        )
        ids = [f.id for at, f in rows if at == place]
        if last is not None and last.id in ids:
            here = next(i for i, (_, f) in enumerate(rows) if f.id == last.id)
            return rows[(here + step) % len(rows)][1]
        if step > 0:
            return next((f for at, f in rows if at > place), rows[0][1] if rows else None)
        return next((f for at, f in reversed(rows) if at < place), rows[-1][1] if rows else None)

    def at(self, place: tuple[int, int]) -> Found | None:
        """The open finding whose words a place of the draft touches."""
        for one in self.open:
            where = self.place(one.finding)
            if where and where[0] == place[0] and where[1] <= place[1] <= where[2]:
                return one
        return None

    def place(self, finding: Finding) -> tuple[int, int, int] | None:
        """Position of a finding's paragraph and its range in it; one on a footnote stands at the
        note's first cue, one on the masthead nowhere."""
        draft = self._session.draft
        if finding.target in draft.positions:
            return draft.positions[finding.target], finding.start, finding.end
        where = first_cue(draft, finding.target)
        return (draft.positions[where[0]], max(0, where[1] - 1), where[1]) if where else None

    def dismiss(self, one: Found) -> None:
        """Leave it be; it is not shown again in this draft."""
        self._session.set_dismissed(self._session.dismissed | {one.id})
        self.changed.emit()

    def show_dismissed(self) -> None:
        """Show again what was dismissed."""
        self._session.set_dismissed(frozenset())
        self.changed.emit()

    def set_rule(self, rule: str, on: bool) -> None:
        """Switch a rule on or off, for every draft."""
        self._settings.set_rule(rule, on)
        self.check_now()

    # Working it out

    def settle(self) -> None:
        """Check at once what waits for a pause in typing."""
        if self._timer.isActive():
            self.check_now()

    def check_now(self) -> None:
        """Check the draft anew, in the background."""
        self._timer.stop()
        if not self._session.loaded:
            return
        draft, cycle = self._session.draft, self._session.cycle
        off = self._settings.rules_off()

        before = self._checked

        def work() -> tuple[Resolution, Checked, tuple[Found, ...]]:
            from drafter.check import Checked, check_again, finding_id

            checked = check_again(before or Checked(), draft, cycle, _catalogue(), off)
            found = (Found(finding_id(draft, one), one) for one in checked.findings)
            return draft, checked, tuple(found)

        self._session.jobs.start("check", self.tr("Checking…"), work, self._take)

    def _take(self, result: tuple[Resolution, Checked, tuple[Found, ...]]) -> None:
        draft, self._checked, found = result
        if draft is not self._session.draft:
            return  # typing went on; the next result is on its way
        first, self.known = not self.known, True
        before = {one.id: one for one in self._all}
        # Those that say the same as before are the same objects: the panel looks at no other.
        found = tuple(before[one.id] if before.get(one.id) == one else one for one in found)
        if first or found != self._all:
            self._all = found
            self.changed.emit()

    def _load(self) -> None:
        self._all, self._checked, self.known = (), None, False
        self.changed.emit()
        self._timer.start()

    def _follow(self, change: Change) -> None:
        """Keep to their words those that a change does not touch, until the next check."""
        kept = tuple(carried(self._all, change, self._session.draft))
        if kept != self._all:
            self._all = kept
            self.changed.emit()
        self._timer.start()


@cache
def _catalogue() -> Catalogue:
    """Opened once: the rules ask it at every pause in typing."""
    from drafter.un import catalogue

    return catalogue.load()


def open_errors(session: Session, settings: Settings) -> int:
    """How many errors are open in the draft as it is now, worked out at once."""
    from drafter.check import check_resolution, finding_id

    found = check_resolution(session.draft, session.cycle, _catalogue(), settings.rules_off())
    errors = [one for one in found if one.severity == "error"]
    return sum(finding_id(session.draft, one) not in session.dismissed for one in errors)


def carried(found: Iterable[Found], change: Change, draft: Resolution) -> Iterator[Found]:
    """Findings after a change: moved along in the paragraph that was typed in; what it touched,
    and what stands on a paragraph that is gone, is left out."""
    typed = isinstance(change, ReplaceText)
    for one in found:
        finding = one.finding
        if typed and change.target != finding.target:
            yield one  # words of one text are nothing to another
        elif typed:
            moved = len(change.after) - len(change.before)
            if change.start >= finding.end:
                yield one
            elif change.end <= finding.start:
                start, end = finding.start + moved, finding.end + moved
                # Its fix was for the words before; the next check brings a fresh one.
                yield Found(one.id, replace(finding, start=start, end=end, fix=None))
        elif finding.target.startswith("masthead.") or _stands(finding, draft):
            yield one


def _stands(finding: Finding, draft: Resolution) -> bool:
    if finding.target not in draft.positions and finding.target not in draft.notes_by_id:
        return False
    return finding.end <= len(draft.text_of(finding.target))
