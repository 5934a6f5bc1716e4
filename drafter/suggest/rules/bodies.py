"""Bodies and States that have another name since: a dated table, always asked.

A recital may well name a body as it was then. Each row says where the new name comes from.
Source: DOMAIN "What changes each cycle", body succession (seed 004).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.model import Evidence, Suggestion
from drafter.suggest.case import Case
from drafter.suggest.reads import Reads, words
from drafter.un.dates import SPACE


@dataclass(frozen=True, slots=True)
class Succession:
    """A name and the one that took its place."""

    old: str
    new: str
    since: dt.date
    source: str
    """Symbol of the text that made or records the change."""


SUCCESSIONS = (
    Succession(
        "Counter-Terrorism Implementation Task Force",
        "United Nations Global Counter-Terrorism Coordination Compact",
        dt.date(2018, 12, 6), "A/RES/75/291",
    ),
    Succession(
        "Department of Political Affairs", "Department of Political and Peacebuilding Affairs",
        dt.date(2019, 1, 1), "A/RES/72/262 C",
    ),
    Succession(
        "Department of Peacekeeping Operations", "Department of Peace Operations",
        dt.date(2019, 1, 1), "A/RES/72/262 C",
    ),
    Succession(
        "Department of Field Support", "Department of Operational Support",
        dt.date(2019, 1, 1), "A/RES/72/266 B",
    ),
    Succession(
        "Department of Public Information", "Department of Global Communications",
        dt.date(2019, 1, 1), "A/RES/73/102 B",
    ),
    Succession(
        "United Nations Development Fund for Women",
        "United Nations Entity for Gender Equality and the Empowerment of Women (UN-Women)",
        dt.date(2010, 7, 2), "A/RES/64/289",
    ),
    Succession("Turkey", "Türkiye", dt.date(2022, 6, 1), "A/RES/77/1"),
    Succession("Swaziland", "Eswatini", dt.date(2018, 5, 30), "A/RES/73/1"),
    Succession(
        "the former Yugoslav Republic of Macedonia", "North Macedonia",
        dt.date(2019, 2, 14), "A/RES/74/1",
    ),
)  # fmt: skip


def _pattern(name: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\-", "[-‑]") for word in name.split())
    return re.compile(rf"(?<!\w){f'{SPACE}+'.join(words)}(?!\w)")


_PATTERNS = tuple((one, _pattern(one.old)) for one in SUCCESSIONS)


reads: Reads = words("|".join(re.escape(one.old.split()[-1]) for one in SUCCESSIONS))
"""The last words of the old names."""


def rule(case: Case) -> Iterable[Suggestion]:
    """Every mention of an old name whose new one was in use by the cycle's date."""
    for paragraph in case.body:
        string = paragraph.text.string
        for one, pattern in _PATTERNS:
            if one.since > case.cycle.date or one.old.split()[-1] not in string:
                continue
            for match in pattern.finditer(string):
                reason = f"It has had this name since {one.since.year}; a recital may keep the old."
                evidence = (Evidence(one.source, "", one.since, "table of bodies"),)
                made = case.replace(
                    "body", "ask", paragraph.id, match.start(), match.end(), one.new, reason,
                    evidence,
                )  # fmt: skip
                if made:
                    yield made
