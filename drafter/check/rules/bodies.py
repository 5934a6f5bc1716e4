"""Full names of bodies and texts, from a table with a source for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding

NAMES = ("body-name",)


@cache
def _any() -> re.Pattern[str]:
    """What matches where any of the patterns may; most texts need no more."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in _patterns()))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(rf"\b{row[0].replace(' ', r'[ ]')}"), row[1], row[2])
        for row in table("bodies")
    )  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    """Findings on names that are not given in full or wrongly."""
    for target, string in case.texts:
        plain = string.replace("\xa0", " ").replace("‑", "-")
        if not matches(_any(), plain):
            continue
        quotes = quoted(string)
        taken: list[tuple[int, int]] = []
        for pattern, full, source in _patterns():
            for match in pattern.finditer(plain):
                at = match.span()
                if (
                    in_ranges(at[0], (*quotes, *taken))
                    or match[0] == full
                    or (
                        string[at[0] - 1 : at[0]] == "("  # a short form that the text introduces
                    )
                ):
                    continue
                taken.append(at)
                yield case.finding(
                    "body-name", "warning", target, *at, f"The full name is “{full.strip()}”.",
                    source, full,
                )  # fmt: skip
