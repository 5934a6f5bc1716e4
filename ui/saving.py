"""Writing the draft to its place while one types on, one file after the other.

What is written is the draft as it was when saving was asked for; what is typed meanwhile is not
saved, and the window says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.jobs import Jobs
from ui.session import Session

if TYPE_CHECKING:
    from drafter.draft import Draft, Place


class Saving(QObject):
    """Saves the draft of a session in the background."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = Jobs(self, synchronous=session.jobs.synchronous, threads=1)
        self._well = True

    def start(
        self,
        place: Place,
        over: bool,
        done: Callable[[Draft], None],
        failed: Callable[[Exception], None],
        *,
        taking: bool = False,
    ) -> bool:
        """Save to a place, ``over`` whatever lies there, ``taking`` it first, and call ``done``
        with what was saved when it lies on the disk; False where it is known already that it does
        not."""
        self.finish()
        session = self._session
        draft = session.snapshot()
        self._well = True

        def work() -> None:
            place.save(draft, over=over, taking=taking)

        def missed(error: Exception) -> None:
            self._well = False
            failed(error)

        self._jobs.start("save", "", work, lambda _: done(draft), missed)
        return self._well

    def finish(self) -> bool:
        """Wait until what is being saved lies on the disk and its end was told; whether it does."""
        self._jobs.finish()
        return self._well
