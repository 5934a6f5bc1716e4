"""Numbers of operative paragraphs: none out of order, none left from negotiation.

Source: Editorial Manual (paragraphs are numbered consecutively); DOMAIN, "Negotiation words".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, Kind, Paragraph

NAMES = ("number-out-of-order", "negotiation-number")


def check(case: Case) -> Iterator[Finding]:
    """Findings on typed numbers."""
    for row in case.bodies:
        expected, fresh = 1, True
        for paragraph in row:
            typed = (paragraph.typed_label or "").strip().rstrip(".")
            if typed and re.search(r"\b(?:bis|ter|quater|alt)\b", typed, re.IGNORECASE):
                yield _found(case, "negotiation-number", "warning", paragraph,
                             f"“{typed}” is a number from negotiation; number the paragraphs anew "
                             "before the text is submitted.")  # fmt: skip
                continue
            if paragraph.kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
                fresh = True
            if paragraph.kind is not Kind.OPERATIVE:
                continue
            if typed == "1" and fresh:
                expected = 1
            fresh = False
            if re.fullmatch(r"[0-9]{1,4}", typed) and int(typed) != expected:
                yield _found(
                    case,
                    "number-out-of-order",
                    "error",
                    paragraph,
                    f"The number {typed} is out of order; here comes {expected}.",
                )
                expected = int(typed)
            expected += 1


def _found(case: Case, rule: str, severity: str, paragraph: Paragraph, message: str) -> Finding:
    level = "error" if severity == "error" else "warning"
    return case.finding(rule, level, paragraph.id, 0, 0, message, "Editorial Manual (numbering)")
