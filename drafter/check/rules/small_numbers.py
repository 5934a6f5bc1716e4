"""Numbers: below ten in words, from ten on in figures; "per cent".

Source: Editorial Manual; DOMAIN rules 9 and 10; measured on the official texts the project is
tested on: no count from ten on in words, 33 in figures. Only where a plain count stands before its
noun: never in dates, percentages, symbols, references or measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("small-number", "large-number", "per-cent")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NOUN = (
    rf"(?:Member{SPACE}+)?(?:States|countries|members|years|months|weeks|days|sessions|meetings|"
    r"reports|persons|experts|regions|languages|organizations|consecutive|additional|new|other)\b"
)
_COUNT = re.compile(rf"(?P<count>[1-9])(?<![\w.,/$€£%–\-(].){SPACE}+(?={_NOUN})")
_THESE = re.compile(
    rf"\b(?:its|their|our|the|these|those|all){SPACE}+(?P<count>[2-9]){SPACE}+"
    r"(?!(?:dollar|euro|cent|point|degree|hour|minute|second|metre|kilometre|hectare|gram|kilogram|"
    r"ton|tonne|litre)s\b|(?:per|million|billion|trillion|thousand|hundred|dozen)\b)"
    r"(?=(?:[a-z]+ ){0,2}[a-z]{3,}s\b)"
)
"""“its 3 dimensions”, “the 4 regional meetings”."""
_FIGURES = tuple(f"{figure}{space}" for figure in range(2, 10) for space in (" ", "\xa0"))
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_LARGE = {word: 10 + i for i, word in enumerate(_TEENS)} | {
    f"{ten}{unit}": 20 + 10 * i + j
    for i, ten in enumerate(_TENS)
    for j, unit in enumerate(("", *(f"-{word}" for word in _WORDS)))
}
_IN_WORDS = re.compile(
    rf"(?<![\w\-–])(?P<count>{'|'.join(sorted(_LARGE, key=len, reverse=True))}){SPACE}+(?={_NOUN})"
)
_IN_WORDS_SIGNS = ("ten ", "ten\xa0", "eleven", "twelve", "teen", *_TENS)
_PERCENT = re.compile(rf"(?<=\d){SPACE}*%(?!\d)")
_REFERENCE = re.compile(
    rf"(?:paragraphs?|paras?\.|articles?|Goals?|targets?|items?|chapters?|sections?|rules?|pillars?|"
    rf"principles?|phases?|No\.|nos\.|and|to|or|least|than|of|under|over|aged|age){SPACE}+$",
    re.IGNORECASE,
)


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on small numbers in figures."""
    if not passage.body:
        return
    string = passage.string
    for match in matches(_PERCENT, string, "%"):
        yield case.finding(
            "per-cent", "warning", passage.id, *match.span(), "Editors write “per cent”.",
            "DOMAIN rule 9 (1,389 of 1,390)", " per cent",
        )  # fmt: skip
    counts = {match.start("count"): match for match in matches(_THESE, string, *_FIGURES)}
    counts |= {match.start("count"): match for match in matches(_COUNT, string)}
    for start, match in sorted(counts.items()):
        if _REFERENCE.search(string[max(0, start - 24) : start]) or in_ranges(
            start, quoted(string)
        ):
            continue
        word = _WORDS[int(match["count"]) - 1]
        yield case.finding(
            "small-number", "note", passage.id, *match.span("count"),
            "Numbers below ten are written in words.", "Editorial Manual; DOMAIN rule 10", word,
        )  # fmt: skip
    for match in matches(_IN_WORDS, string, *_IN_WORDS_SIGNS):
        if not in_ranges(match.start(), quoted(string)):
            yield case.finding(
                "large-number", "note", passage.id, *match.span("count"),
                "Numbers from ten on are written in figures.",
                "Editorial Manual; DOMAIN rule 10; measured, 33 of 33", str(_LARGE[match["count"]]),
            )  # fmt: skip
