"""What is left over from negotiation: square brackets, "agreed ad ref", alternatives.

Source: DOMAIN, "Negotiation words".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding

NAMES = ("leftover-bracket", "leftover-attribution")
SOURCE = "DOMAIN, “Negotiation words”"
_BRACKETS = re.compile(r"\[[^\[\]]*\]|[\[\]]")
_MEANT = re.compile(r"\[(?:sic|…|\.\.\.|italics? (?:added|in original)|emphasis added)\]", re.I)
_SMALL = re.compile(r"\[[a-z’]{1,12}\]")
"""A word that whoever quotes put in: “[a] well”."""
_HINTS = ("ad ref", "delete", "placeholder", "tbc", "tbd", "xxx")
_ALTERNATIVE = re.compile(r"\d\s?(?:alt|bis|ter)\b", re.IGNORECASE)
"""What is quick to see that it is not there: most texts hold none of it."""
_ATTRIBUTION = re.compile(
    r"\(?\bagreed ad ref\b\.?\)?|\bad ref\b\.?|\((?:deleted?|placeholder|tbc|tbd)\)|"
    r"\b(?:PP|OP)\s?\d+\s?(?:alt|bis|ter)\b|\bTBC\b|\bTBD\b|XXX+",
    re.IGNORECASE,
)


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on brackets and attributions in the body."""
    if not passage.body:
        return
    string = passage.string
    for match in matches(_BRACKETS, string, "[", "]"):
        if _MEANT.fullmatch(match[0]) or (
            _SMALL.fullmatch(match[0]) and in_ranges(match.start(), quoted(string))
        ):
            continue
        yield case.finding(
            "leftover-bracket", "warning", passage.id, *match.span(),
            "Square brackets mark what is not agreed; settle it or take them out.", SOURCE,
        )  # fmt: skip
    lower = string.lower()
    if not (any(hint in lower for hint in _HINTS) or matches(_ALTERNATIVE, string)):
        return
    for match in matches(_ATTRIBUTION, string):
        if re.fullmatch(r"XXX+", match[0]) and re.search(r"\(X+\)", string):
            continue
        yield case.finding(
            "leftover-attribution", "warning", passage.id, *match.span(),
            "This is a remark from negotiation, not text.", SOURCE,
        )  # fmt: skip
