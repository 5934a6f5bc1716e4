"""What was found for last cycle's text, kept for the next time."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.model import Cycle, Resolution, Suggestion
    from drafter.suggest import Found


class KeptFinder:
    """Keeps what was found for last cycle's text: after a correction only the rules that read
    what was corrected run again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: Found | None = None

    def find(self, text: Resolution, cycle: Cycle) -> tuple[Suggestion, ...]:
        """All suggestions for a text, in its order."""
        from drafter.suggest import find_updates
        from drafter.un import catalogue

        with self._lock:
            self._found = find_updates(text, cycle, catalogue.load(), before=self._found)
            return self._found.suggestions
