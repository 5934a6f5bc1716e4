"""Libraries that several threads need, loaded so that each gets them whole."""

from __future__ import annotations

import threading
from importlib import import_module

_CIRCULAR = ("rapidfuzz.distance", "rapidfuzz.fuzz", "rapidfuzz.process", "jinja2.sandbox")
_ONE_AT_A_TIME = threading.Lock()


def load() -> None:
    """Import rapidfuzz and jinja2, whose modules import each other in circles: of two threads that
    import them at once, Python hands one a module that is half made (measured: one program in
    twenty that began to compare and to look for suggestions at the same time)."""
    with _ONE_AT_A_TIME:
        for name in _CIRCULAR:
            import_module(name)
