"""Full names of bodies and texts, from a table with a source for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding, Kind

NAMES = ("body-name",)
_ROW = re.compile(r"(?:\(\?<.*?\))?(?:\(\?:(\w+)\|(\w+)|(\w+))")
"""The word that a pattern begins with, behind what may not stand before it."""


@cache
def _names() -> dict[str, tuple[tuple[re.Pattern[str], str, str], ...]]:
    """Pattern, full name and source of the rows that begin with a word, by that word."""
    names: dict[str, tuple[tuple[re.Pattern[str], str, str], ...]] = {}
    for pattern, full, source in table("bodies"):
        begins = _ROW.match(pattern)
        assert begins is not None, pattern
        one = (re.compile(pattern.replace(" ", "[ ]")), full, source)
        for word in filter(None, begins.groups()):
            names[word] = (*names.get(word, ()), one)
    return names


@cache
def _words() -> re.Pattern[str]:
    """The words that a row begins with."""
    return re.compile(rf"(?:{'|'.join(_names())})\b")


def _found(string: str) -> Iterator[tuple[int, int, str, str]]:
    """Range, full name and source of every name in a text, none within another."""
    end = 0
    for word in matches(_words(), string):
        start = word.start()
        if start < end or string[start - 1 : start].isalnum():
            continue
        for pattern, full, source in _names()[word[0]]:
            match = pattern.match(string, start)
            if match is not None:
                end = match.end()
                yield start, end, full, source
                break


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on names that are not given in full or wrongly."""
    plain = passage.string.replace("\xa0", " ").replace("‑", "-")
    quotes = quoted(passage.string)
    for start, end, full, source in _found(plain):
        introduced = plain[start - 1 : start] == "("  # a short form that the text introduces
        elsewhere = source.startswith("Official texts") and (
            case.organ not in (*EDITED_ALIKE, "S") or passage.kind is Kind.PLAIN
        )
        if plain[start:end] == full or introduced or elsewhere or in_ranges(start, quotes):
            continue
        yield case.finding(
            "body-name", "warning", passage.id, start, end, f"The full name is “{full.strip()}”.",
            source, full,
        )  # fmt: skip
