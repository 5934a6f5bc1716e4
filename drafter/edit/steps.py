"""Changes gathered one upon the other into one."""

from __future__ import annotations

from drafter.model import Change, Group, Resolution, apply


class Steps:
    """What a command of several changes does, each fitting what the ones before it made."""

    def __init__(self, resolution: Resolution) -> None:
        self.now = resolution
        """The resolution after the steps so far."""
        self._changes: list[Change] = []

    def do(self, change: Change) -> None:
        """One more step; DoesNotFit where it is not what the change expects."""
        self.now = apply(self.now, change)
        self._changes.append(change)

    def change(self) -> Change | None:
        """All steps as one change; None where there are none."""
        if not self._changes:
            return None
        return self._changes[0] if len(self._changes) == 1 else Group(tuple(self._changes))
