"""An abbreviation that neither the text nor the table explains. Source: DOMAIN rule 6."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, in_ranges, matches
from drafter.check.rules.abbreviations import SOURCE, known_abbreviations, left_alone
from drafter.model import Finding, Kind
from drafter.text.word_list import words

NAMES = ("unexplained-abbreviation",)
_UNKNOWN = re.compile(r"[A-Z](?<![\w/.\-–’'(“].)[A-Z]{3,}(?:-[A-Z]{2,})?s?(?![\w/\-–’'])")
_BEHIND = re.compile(r"\s*\([A-Z]")
"""Explained the other way round: "UNSWAG (United Nations Society for Water …)"."""
_ROMAN = re.compile(r"[IVXLCM]+")


def check(case: Case) -> Iterator[Finding]:
    """Findings on the first mention of each."""
    table, seen = known_abbreviations(), set(case.introduced)
    for passage in case.passages:
        found = matches(_UNKNOWN, passage.string)
        if not found or passage.string.isupper():
            continue
        if not (passage.body or passage.kind is Kind.TITLE):
            continue
        apart = left_alone(case, passage)
        for match in found:
            names = {match[0], match[0].rstrip("s")}
            if (
                names & (seen | table.keys())
                or any(_ROMAN.fullmatch(name) for name in names)
                or match[0].lower() in words()  # a word in capitals
                or _BEHIND.match(passage.string, match.end())
                or in_ranges(match.start(), apart)
            ):
                continue
            seen |= names
            yield case.finding(
                "unexplained-abbreviation", "note", passage.id, *match.span(),
                f"“{match[0]}” is not explained in this text; give its full name at the first "
                "mention.", SOURCE,
            )  # fmt: skip
