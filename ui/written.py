"""When a file was written, in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


def last_written(path: Path) -> str:
    """The day a file was written, or the time where that was today."""
    try:
        moment = dt.datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return "?"
    today = moment.date() == dt.date.today()
    return f"{moment:%H:%M}" if today else f"{moment.day} {moment:%B %Y}"
