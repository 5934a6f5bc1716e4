"""The comparison of two texts, kept up to date as one of them is written."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.compare import Comparer
    from drafter.model import Comparison, Resolution


class Comparisons:
    """Keeps a comparison up to date; jobs that overlap wait for each other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._comparer: Comparer | None = None

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        """The comparison of two texts, from the last one where that is quicker."""
        from drafter.compare import Comparer

        with self._lock:
            if self._comparer is None or self._comparer.comparison.old is not old:
                self._comparer = Comparer(old, new)
                return self._comparer.comparison
            return self._comparer.update(new)
