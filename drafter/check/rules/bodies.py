"""Full names of bodies and texts, from a table with a source for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding, Kind

NAMES = ("body-name",)


@cache
def _names() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Pattern, full name and source of each row."""
    return tuple(
        (re.compile(row[0].replace(" ", "[ ]")), row[1], row[2]) for row in table("bodies")
    )


@cache
def _any() -> re.Pattern[str]:
    """What matches where one of the patterns does."""
    return re.compile(rf"\b(?:{'|'.join(pattern.pattern for pattern, _, _ in _names())})")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on names that are not given in full or wrongly."""
    plain = passage.string.replace("\xa0", " ").replace("‑", "-")
    for match in matches(_any(), plain):
        start, end = match.span()
        full, source = next(
            (full, source) for pattern, full, source in _names() if pattern.match(plain, start)
        )
        introduced = plain[start - 1 : start] == "("  # a short form that the text introduces
        elsewhere = source.startswith("Official texts") and (
            case.organ not in (*EDITED_ALIKE, "S") or passage.kind is Kind.PLAIN
        )
        if match[0] == full or introduced or elsewhere or in_ranges(start, quoted(passage.string)):
            continue
        yield case.finding(
            "body-name", "warning", passage.id, start, end, f"The full name is “{full.strip()}”.",
            source, full,
        )  # fmt: skip
