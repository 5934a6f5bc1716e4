"""The cycle a text is drafted for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where and when the new text is tabled, and who adopts it."""

    organ: str
    """Code of the organ where it is tabled: "A", "A/C.3", "E", "E/CN.15", "A/HRC", "S"."""
    session: str
    """Session there: "80", "ES-11", for the Economic and Social Council the year."""
    date: dt.date
    """"Today": nothing adopted later is known."""
    adopting: str = ""
    """Code of the organ that adopts it in the end; "" is worked out from ``organ``."""
    adopting_session: str = ""
    """Its session then; "" is worked out from ``date``."""
    agenda_item: str | None = None
    submitters: tuple[str, ...] = ()
