""" "Upon request", not "upon their request". Source: DOMAIN rule 8 (427 to 288)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, matches
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("upon-request",)
_PHRASE = re.compile(
    rf"\bupon{SPACE}+(?P<whose>their|its){SPACE}+requests?(?=[,;.:]|{SPACE}+(?!of\b|for\b|to\b))",
    re.IGNORECASE,
)


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each "upon their request"."""
    if not passage.body:
        return
    string = passage.string
    for match in matches(_PHRASE, string, "pon"):
        upon = string[match.start() : match.start() + 4]
        yield case.finding(
            "upon-request", "note", passage.id, match.start(), match.end(),
            "Editors write “upon request”.", "DOMAIN rule 8 (427 against 288, measured)",
            f"{upon} request",
        )  # fmt: skip
