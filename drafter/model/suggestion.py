"""What the program proposes (Suggestion) and what it would mark (Finding)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from drafter.model.changes import Change

Confidence = Literal["certain", "likely", "ask"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a suggestion rests on."""

    symbol: str
    """"A/RES/70/177"."""
    title: str = ""
    date: dt.date | None = None
    """Of adoption."""
    where: str = ""
    """Which catalogue or text it was found in."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One edit that last cycle's text needs for this cycle.

    ``certain``: arithmetic that the text itself supports; ``likely``: the catalogue knows the one
    successor; ``ask``: a person must look. Certain and likely ones never overlap.
    """

    id: str
    """Stable for the same rule, target and words, so that what was skipped stays skipped."""
    rule: str
    confidence: Confidence
    change: Change
    """One change; a Group where the edit takes several (its first is the one shown)."""
    reason: str
    """One sentence."""
    evidence: tuple[Evidence, ...] = ()
    group: str | None = None
    """Alternatives and tick-boxes share one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an editor at the Secretariat would mark."""

    rule: str
    severity: Severity
    target: str
    """Id of a paragraph or footnote, or "masthead.date" and its like."""
    start: int
    end: int
    message: str
    source: str
    """Where the rule comes from (DOMAIN rule, Editorial Manual, a symbol)."""
    fix: Change | None = None
    """None where a person must decide."""
