"""Quotation marks: curly, closed, single inside; a fragment's stop outside.

Source: Editorial Manual; DOMAIN rule 11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, matches
from drafter.model import Finding

NAMES = ("straight-quotes", "unclosed-quotes", "quote-stop", "inner-quotes")
SOURCE = "Editorial Manual; DOMAIN rule 11"
_STRAIGHT = re.compile(r'"(?P<inside>[^"“”]{1,300})"')
_STOP_INSIDE = re.compile(r"“(?P<first>\w)[^“”]*?(?P<end>(?P<mark>[.,])”)(?![.,;:])")
_INNER = re.compile(r"“[^“”]{1,300}(?P<inner>“(?P<words>[^“”]{1,200})”)(?=[^“”]{0,300}”)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=(?:s|t|re|ve|ll|d)\b)|(?<=s)'(?=\s)")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on straight and on unclosed quotation marks."""
    target, string = passage.id, passage.string
    for match in matches(_STRAIGHT, string, '"'):
        yield case.finding(
            "straight-quotes", "note", target, *match.span(), "Quotation marks are curly.",
            SOURCE, f"“{match['inside']}”",
        )  # fmt: skip
    for match in matches(_APOSTROPHE, string, "'"):
        yield case.finding("straight-quotes", "note", target, *match.span(),
                           "An apostrophe is curly.", SOURCE, "’")  # fmt: skip
    opened = string.count("“") - string.count("”")
    # Of a quotation in several paragraphs each is opened, and only the last closed.
    if opened > 0 and not (string.startswith("“") and "”" not in string):
        at = string.rfind("“")
        yield case.finding("unclosed-quotes", "note", target, at, at + 1,
                           "This quotation is not closed.", SOURCE)  # fmt: skip
    for match in matches(_STOP_INSIDE, string, "”"):
        # A whole sentence keeps its stop; no quotation keeps a comma.
        if match["mark"] == "," or match["first"].islower():
            yield case.finding(
                "quote-stop", "note", target, *match.span("end"),
                "The stop of a quoted fragment stands outside the quotation marks.", SOURCE,
                f"”{match['mark']}",
            )  # fmt: skip
    for match in matches(_INNER, string, "“"):
        yield case.finding(
            "inner-quotes", "note", target, *match.span("inner"),
            "Inside a quotation, quotation marks are single.", SOURCE, f"‘{match['words']}’",
        )  # fmt: skip
