"""When Python looks for memory to give back: in a pause, not between a key and its letter.

Looking through all that a text of a thousand paragraphs holds takes it 80 ms, and it would do so
whenever enough has come and gone.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.session import Session

_PAUSE = 5_000
"""Milliseconds without a change that are a pause."""
_CLOSED = 500
"""Milliseconds after a window is gone until the memory it took is given back."""
_RARELY = 1_000
"""Of so many looks through what is new, one goes through everything: hours of typing."""


def collect_in_pauses(session: Session) -> None:
    """Have all that refers to itself collected when the draft rests, and hardly ever else."""
    gc.set_threshold(*gc.get_threshold()[:2], _RARELY)
    pause = QTimer(session, singleShot=True, interval=_PAUSE)
    pause.timeout.connect(lambda: gc.collect())
    session.draft_changed.connect(lambda _: pause.start())


def collect_soon() -> None:
    """Have it collected shortly: a window closed, and its parts refer to each other."""
    if (app := QApplication.instance()) is not None:
        QTimer.singleShot(_CLOSED, app, lambda: gc.collect())
