"""What a text says comes again every so many years: "on a four-year basis", "biennially"."""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"\bon an? (?P<basis>annual|\w+-year(?:ly)?) basis"
    r"|\bevery (?P<every>year|two|three|four|five|second|third|fourth|fifth)\b"
    r"|\b(?P<adverb>annual|biennial|triennial|quadrennial|quinquennial)(?:ly)?\b",
    re.IGNORECASE,
)
_YEARS = {
    "annual": 1, "year": 1, "two": 2, "second": 2, "biennial": 2, "three": 3, "third": 3,
    "triennial": 3, "four": 4, "fourth": 4, "quadrennial": 4, "five": 5, "fifth": 5,
    "quinquennial": 5,
}  # fmt: skip


def period(string: str) -> int | None:
    """Years after which what a paragraph speaks of comes again; None where it does not say."""
    found = _PERIOD.search(string)
    if found is None:
        return None
    word = next(filter(None, found.groups())).lower()
    return _YEARS.get(word.removesuffix("ly").removesuffix("-year"))


def on_a_basis(string: str) -> bool:
    """Whether it says outright that something comes again ("on a four-year basis", "every two
    years"), not only of a thing that it is an annual one."""
    found = _PERIOD.search(string)
    return found is not None and found["adverb"] is None


def next_after(last: int, now: int, every: int) -> int:
    """The first of a row of years or sessions, ``every`` apart from ``last`` on, after ``now``."""
    return last + every * max(1, -(-(now + 1 - last) // every))
