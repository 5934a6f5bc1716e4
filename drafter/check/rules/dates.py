"""Dates and ranges: "12 January 2026", an en dash between years and numbers.

Source: Editorial Manual; DOMAIN rule 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import MONTHS, SPACE

NAMES = ("date-form", "range-dash")
SOURCE = "Editorial Manual; DOMAIN rule 10"
_MONTH = "|".join(MONTHS)
_ORDINAL = re.compile(rf"(?P<day>\d(?<!\w.)\d?)(?:st|nd|rd|th){SPACE}+(?P<month>{_MONTH})\b")
_AMERICAN = re.compile(
    rf"(?P<month>{_MONTH}){SPACE}+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{SPACE}+(?P<year>\d{{4}})\b"
)
_SHORT = re.compile(
    rf"(?P<month>Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?(?={SPACE}+(?:19|20)\d\d\b)"
)
_FROM = re.compile(rf"\b(?:{_MONTH}){SPACE}+\d{{1,2}}{SPACE}*(?:[-–—]|to|and){SPACE}*$")
"""The beginning of a range: "June 19 – July 2, 1975" is written anew by a person."""
_RANGE = re.compile(r"(?P<from>(?:19|20)\d\d)(?<![\d/\-.]\d{4})-(?P<to>(?:19|20)\d\d)(?![\d/\-])")
_NUMBERS = re.compile(
    rf"\b(?:paragraphs|paras\.|articles|pages|pp\.|vols\.|sections|rules|principles){SPACE}+"
    r"(?P<from>\d{1,3})-(?P<to>\d{1,3})(?![\d/\-])",
    re.IGNORECASE,
)
_DASHES = tuple(f"-{figure}" for figure in range(10))


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on the form of dates and of ranges of years."""
    target, string = passage.id, passage.string
    quotes = quoted(string)
    for match in matches(_AMERICAN, string):
        if in_ranges(match.start(), quotes):
            continue
        ranged = _FROM.search(string[max(0, match.start() - 24) : match.start()])
        fix = None if ranged else f"{int(match['day'])} {match['month']} {match['year']}"
        yield case.finding("date-form", "warning", target, *match.span(),
                           "A date is written day, month, year.", SOURCE, fix)  # fmt: skip
    for match in matches(_ORDINAL, string):
        if in_ranges(match.start(), quotes):
            continue
        fix = f"{int(match['day'])} {match['month']}"
        yield case.finding("date-form", "warning", target, *match.span(),
                           "The day of a date is a plain number.", SOURCE, fix)  # fmt: skip
    for match in matches(_SHORT, string) if passage.body else ():
        if not in_ranges(match.start(), quotes):
            month = next(name for name in MONTHS if name.startswith(match["month"]))
            yield case.finding("date-form", "warning", target, *match.span(),
                               "The month of a date is written out.", SOURCE, month)  # fmt: skip
    for match in matches(_RANGE, string):
        inside_citation = any(one.start <= match.start() < one.end for one in case.cited(passage))
        if not inside_citation and not in_ranges(match.start(), quotes):
            yield case.finding(
                "range-dash", "note", target, *match.span(),
                "A range of years takes an en dash.", SOURCE, f"{match['from']}–{match['to']}",
            )  # fmt: skip
    for match in matches(_NUMBERS, string, *_DASHES):
        if not in_ranges(match.start(), quotes):
            yield case.finding(
                "range-dash", "note", target, match.start("from"), match.end(),
                "A range of numbers takes an en dash.", SOURCE, f"{match['from']}–{match['to']}",
            )  # fmt: skip
