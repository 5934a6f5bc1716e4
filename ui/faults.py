"""Faults of the program: told in a sentence, noted in a local log, and the draft goes on.

The log holds where in the program it happened and the kind of fault; a message is cut short, for
it may quote a text. Nothing is ever sent anywhere.
"""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from logging import Logger

_SIZE = 256 * 1024
"""Bytes of a log before the next one is begun; two old ones are kept."""
_MESSAGE = 120
"""Characters of a fault's own message that are written down."""

Fault = tuple[type[BaseException], BaseException, TracebackType | None]


class Faults(QObject):
    """Takes every exception nobody caught; may be told of from any thread."""

    told = Signal(str, str)
    """A sentence for a person, and the details to copy."""

    def watch(self) -> None:
        """Take over what Python and Qt would only print."""
        sys.excepthook = lambda kind, error, where: self.take((kind, error, where))
        threading.excepthook = lambda found: self.take(
            (found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback)
        )
        qInstallMessageHandler(_note_of_qt)

    def take(self, fault: Fault) -> None:
        """Note a fault and tell it."""
        kind, error, where = fault
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        details = "".join(traceback.format_exception(kind, error, where))
        print(details, file=sys.stderr)
        note(described(fault))
        self.told.emit(
            self.tr("Something went wrong in the program (%s). Your draft is as it was; save it.")
            % kind.__name__,
            details,
        )


def described(fault: Fault) -> str:
    """A fault without what it may quote of a text: the kind, its message cut short, the places."""
    kind, error, where = fault
    message = " ".join(str(error).split())[:_MESSAGE]
    places = (f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(where))
    return "\n".join([f"{kind.__name__}: {message}", *places])


def log_folder() -> Path:
    """Where the log lies."""
    import platformdirs

    return platformdirs.user_log_path("drafter", appauthor=False, ensure_exists=True)


def note(words: str) -> None:
    """Write something to the log; what cannot be written is let go."""
    try:
        _logger().error(words)
    except OSError:
        pass


def _logger() -> Logger:
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("drafter.window")
    if not logger.handlers:
        file = log_folder() / "window.log"
        handler = RotatingFileHandler(
            file, maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
    return logger


def _note_of_qt(kind: QtMsgType, _context: object, message: str) -> None:
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        note(f"Qt: {message[:_MESSAGE]}")
    if kind != QtMsgType.QtDebugMsg:
        print(message, file=sys.stderr)
