"""Only the last of a list takes "and": "…, to dig wells, to clean them, and to pay for both".

Measured on the official texts the project is tested on, each paragraph once: of infinitives that
follow each other directly no two are joined with "and", in 64 of 64 places that hold ", and to".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("doubled-and",)
_S = f"{SPACE}+"
_AND_TO = re.compile(
    rf"(?P<first>,{_S}and){_S}to{_S}[a-z]+{_S}[^,;:]{{1,160}},{_S}and{_S}to{_S}[a-z]+\b"
)


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each "and" that stands twice."""
    if not passage.body or case.organ not in EDITED_ALIKE:
        return
    string, quotes = passage.string, quoted(passage.string)
    for match in matches(_AND_TO, string):
        if not in_ranges(match.start(), quotes):
            yield case.finding(
                "doubled-and", "note", passage.id, *match.span("first"),
                "Only the last of a list is joined with “and”.",
                "Editorial Manual (lists); measured, 64 of 64", ",",
            )  # fmt: skip
