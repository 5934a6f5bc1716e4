"""Lists of resolutions: ascending by number or by date, nothing twice, "and" before the last.

Sources: DOMAIN, "What changes each cycle" (lists ascend); Editorial Manual (no serial comma).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.case import Case, Passage
from drafter.model import Finding
from drafter.un.citations import Citation
from drafter.un.symbols import parse_symbol

NAMES = ("list-order", "doubled-citation", "list-comma", "list-and")
_CLOSED = re.compile(
    r"\s*(?:[;.]|$|,(?!\s+(?:its|resolutions?|decisions?|the|[A-Z]))|(?:on|concerning|entitled)\b)"
)
"""What follows the last of a list; behind a comma it may go on with another organ's."""
_SERIAL = re.compile(r",(?=\s+and\s+$)")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on every list of citations."""
    rows: dict[int, list[Citation]] = {}
    for one in case.cited(passage):
        if one.list_id is not None and one.kind == "resolution":
            rows.setdefault(one.list_id, []).append(one)
    for row in rows.values():
        yield from _row(case, passage.id, passage.string, row)


def _row(case: Case, target: str, string: str, row: list[Citation]) -> Iterator[Finding]:
    seen: set[str] = set()
    for one in row:
        if one.symbol in seen:
            yield case.finding(
                "doubled-citation", "warning", target, *one.number,
                f"{string[slice(*one.number)]} stands twice in this list.", "DOMAIN (lists)",
            )  # fmt: skip
        seen.add(one.symbol)
    for first, second in pairwise(row):
        a, b = parse_symbol(first.symbol), parse_symbol(second.symbol)
        plain = first.descriptor is None and second.descriptor is None
        by_date = first.date and second.date and first.date <= second.date
        if a and b and a.organ == b.organ and a.order > b.order and plain and not by_date:
            yield case.finding(
                "list-order", "note", target, *second.number,
                f"{b.short} comes before {a.short}: lists of resolutions ascend.",
                "DOMAIN, “What changes each cycle” (lists ascend)",
            )  # fmt: skip
    if len(row) > 2:
        *_, before, last = row
        between = string[before.end : last.start]
        if between.strip() == "," and _CLOSED.match(string, (last.date_range or last.number)[1]):
            yield case.finding(
                "list-and", "note", target, before.end, last.start,
                "The last of a list is joined with “and”.", "Editorial Manual (lists)", " and ",
            )  # fmt: skip
        serial = _SERIAL.search(between)
        if serial and before.descriptor is None and last.number[0] == last.start:
            at = before.end + serial.start()
            yield case.finding(
                "list-comma", "warning", target, at, at + 1,
                "No comma stands before the “and” of a list.",
                "Editorial Manual (no serial comma)", "",
            )  # fmt: skip
