"""Numbers of operative paragraphs: none out of order, none left from negotiation.

Source: Editorial Manual (paragraphs are numbered consecutively); DOMAIN, "Negotiation words".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, Paragraph
from drafter.model.suggestion import Severity
from drafter.un.openings import opening

NAMES = ("number-out-of-order", "negotiation-number")
_NEGOTIATED = re.compile(r"\b(?:bis|ter|quater|alt)\b", re.IGNORECASE)
_MOST = 2
"""More jumps than this in one text show that it is numbered in a way of its own."""


def check(case: Case) -> Iterator[Finding]:
    """Findings on the numbers of operative paragraphs."""
    for paragraph in case.body:
        typed = (paragraph.typed_label or "").strip().rstrip(".")
        if typed and _NEGOTIATED.search(typed):
            yield _found(case, "negotiation-number", "warning", paragraph,
                         f"“{typed}” is a number from negotiation; number the paragraphs anew "
                         "before the text is submitted.")  # fmt: skip
    jumps = case.sequences.jumps
    for jump in jumps:
        if not _opens(jump.paragraph):
            continue  # a row of a table, an item of a list that the text quotes
        usual = jump.previous is None or _opens(jump.previous)
        sure = len(jumps) <= _MOST and not jump.apart and usual
        yield _found(
            case, "number-out-of-order", "error" if sure else "warning", jump.paragraph,
            f"The number {jump.number} is out of order; here comes {jump.expected}.",
        )  # fmt: skip


def _opens(paragraph: Paragraph) -> bool:
    return opening(paragraph.text.string, "operative") is not None


def _found(
    case: Case, rule: str, severity: Severity, paragraph: Paragraph, message: str
) -> Finding:
    return case.finding(rule, severity, paragraph.id, 0, 0, message, "Editorial Manual (numbering)")
