"""Changes gathered one upon the other into one."""

from __future__ import annotations

from drafter.model import Change, Group, RemoveNote, Resolution, apply


class Steps:
    """What a command of several changes does, each fitting what the ones before it made."""

    def __init__(self, resolution: Resolution) -> None:
        self._first = self.now = resolution
        """The resolution after the steps so far."""
        self._changes: list[Change] = []

    def do(self, change: Change | None) -> None:
        """One more step, if there is one; DoesNotFit where it is not what the change expects."""
        if change is not None:
            self.now = apply(self.now, change)
            self._changes.append(change)

    def drop_orphans(self) -> None:
        """Take away the footnotes that lost their last cue in these steps."""
        if self.now.notes and (lost := _cited(self._first) - _cited(self.now)):
            for note in self.now.notes:
                if note.id in lost:
                    self.do(RemoveNote(self.now.notes.index(note), note))

    def change(self) -> Change | None:
        """All steps as one change; None where there are none."""
        if not self._changes:
            return None
        return self._changes[0] if len(self._changes) == 1 else Group(tuple(self._changes))


def _cited(resolution: Resolution) -> set[str | None]:
    return {cue.note for p in resolution.paragraphs for cue in p.text.cues}
