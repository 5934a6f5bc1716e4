"""Quotation marks are curly. Source: Editorial Manual; DOMAIN rule 11."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, matches
from drafter.model import Finding

NAMES = ("straight-quotes", "unclosed-quotes")
SOURCE = "Editorial Manual; DOMAIN rule 11"
_STRAIGHT = re.compile(r'"(?P<inside>[^"“”]{1,300})"')
_APOSTROPHE = re.compile(r"(?<=\w)'(?=(?:s|t|re|ve|ll|d)\b)|(?<=s)'(?=\s)")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on straight and on unclosed quotation marks."""
    target, string = passage.id, passage.string
    for match in matches(_STRAIGHT, string):
        yield case.finding(
            "straight-quotes", "note", target, *match.span(), "Quotation marks are curly.",
            SOURCE, f"“{match['inside']}”",
        )  # fmt: skip
    for match in matches(_APOSTROPHE, string):
        yield case.finding("straight-quotes", "note", target, *match.span(),
                           "An apostrophe is curly.", SOURCE, "’")  # fmt: skip
    opened = string.count("“") - string.count("”")
    # Of a quotation in several paragraphs each is opened, and only the last closed.
    if opened > 0 and not (string.startswith("“") and "”" not in string):
        at = string.rfind("“")
        yield case.finding("unclosed-quotes", "note", target, at, at + 1,
                           "This quotation is not closed.", SOURCE)  # fmt: skip
