"""A draft: this cycle's text, last cycle's it was made from, and what the person decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from drafter.model import Cycle, Resolution


@dataclass(frozen=True, slots=True)
class Version:
    """A named state of the text: "zero draft", "Rev.1"."""

    name: str
    saved: dt.datetime
    text: Resolution


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a saved draft holds."""

    text: Resolution
    """The draft as it is now."""
    base: Resolution | None = None
    """Last cycle's text, with the file it was read from."""
    cycle: Cycle | None = None
    skipped: tuple[str, ...] = ()
    """Ids of the suggestions that were skipped."""
    versions: tuple[Version, ...] = ()
    dismissed: tuple[str, ...] = ()
    """Ids of the findings that were dismissed (``drafter.check.finding_id``)."""
    words: tuple[str, ...] = ()
    """Words that are taken for well spelt in this draft."""


def begin(base: Resolution, cycle: Cycle | None = None) -> Draft:
    """A new draft that starts as last cycle's text; each paragraph knows what it came from."""
    paragraphs = tuple(replace(p, origin=p.id) for p in base.paragraphs)
    return Draft(replace(base, paragraphs=paragraphs), base, cycle)
