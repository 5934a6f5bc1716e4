"""Undo and redo: one history of changes for typing, structure, suggestions, notes, masthead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.edit.sourced import corrected
from drafter.model import Change, ReplaceText, Resolution, apply, invert

PAUSE = 2.0
"""Seconds without a key after which typing is a step of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo."""

    change: Change
    name: str
    """What the menu says after "Undo": "Typing", "Accept suggestion"."""
    typed_at: float | None = None
    """When the last key of a run of typing was pressed, in seconds of any steady clock."""
    correction: Change | None = None
    """What the step corrected in last cycle's text, where that had been misread."""
    base: Resolution | None = None
    """Last cycle's text before that."""


class History:
    """The draft as it is now, with all that was done to it.

    ``base`` is last cycle's text: nothing changes it but a correction of how it was read, which is
    a step like any other. ``do`` raises ``DoesNotFit`` and alters nothing where the change does
    not fit.
    """

    def __init__(
        self, resolution: Resolution, base: Resolution | None = None, *, limit: int = 10_000
    ) -> None:
        self.now = resolution
        self.base = resolution if base is None else base
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._limit = limit

    @property
    def can_undo(self) -> str | None:
        """Name of the step that undo would take back, or None."""
        return self._done[-1].name if self._done else None

    @property
    def can_redo(self) -> str | None:
        """Name of the step that redo would do again, or None."""
        return self._undone[-1].name if self._undone else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was done and not undone, in order, one a step."""
        return tuple(step.change for step in self._done)

    def do(
        self,
        change: Change,
        name: str,
        *,
        typed_at: float | None = None,
        correction: Change | None = None,
    ) -> Resolution:
        """Apply a change as one step; typing within a pause and a word joins the step before."""
        base = self.base
        after = base if correction is None else corrected(base, correction)
        self.now, self.base = apply(self.now, change), after
        self._undone.clear()
        last = self._done[-1] if self._done else None
        merged = (
            _joined(last.change, change)
            if last
            and typed_at is not None
            and last.typed_at is not None
            and typed_at - last.typed_at <= PAUSE
            else None
        )
        if merged is not None:
            self._done[-1] = Step(merged, name, typed_at)
        else:
            self._done.append(Step(change, name, typed_at, correction, base))
            del self._done[: -self._limit]
        return self.now

    def undo(self) -> Change | None:
        """Take the last step back; the change that did it, or None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        back = invert(step.change)
        self.now = apply(self.now, back)
        if step.correction is not None and step.base is not None:
            self.base = step.base
        self._undone.append(step)
        return back

    def redo(self) -> Change | None:
        """Do the step again that was undone last; its change, or None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self.now = apply(self.now, step.change)
        if step.correction is not None:
            self.base = corrected(self.base, step.correction)
        self._done.append(replace(step, typed_at=None))
        return step.change


def _joined(last: Change, new: Change) -> Change | None:
    """Two bits of typing as one, or None where a word ends between them or they do not touch."""
    if not isinstance(last, ReplaceText) or not isinstance(new, ReplaceText):
        return None
    if last.target != new.target:
        return None
    typed = new.start == last.start + len(last.after) and not new.before
    if typed and not (last.after.string[-1:].isspace() and not new.after.string[:1].isspace()):
        return ReplaceText(last.target, last.start, last.before, last.after + new.after)
    backspaced = not new.after and not last.after and new.start + len(new.before) == last.start
    if backspaced:
        return ReplaceText(last.target, new.start, new.before + last.before, last.after)
    return None
