"""Cross-references to paragraphs that are not there. Source: Editorial Manual (references)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import BODY, Case, matches
from drafter.model import Finding, Kind
from drafter.un.references import REFERENCE

NAMES = ("dead-reference",)


def check(case: Case) -> Iterator[Finding]:
    """Findings on paragraphs that are referred to and do not exist."""
    for row in case.bodies:
        last = 0
        for paragraph in row:
            number = case.numbers.get(paragraph.id, "").rstrip(".")
            if paragraph.kind is Kind.OPERATIVE and re.fullmatch(r"[0-9]{1,4}", number):
                last = max(last, int(number))
        if not last:
            continue
        for paragraph in row:
            if paragraph.kind not in BODY:
                continue
            for match in matches(REFERENCE, paragraph.text.string):
                for name in ("first", "second"):
                    if match[name] and int(match[name]) > last:
                        yield case.finding(
                            "dead-reference", "warning", paragraph.id, *match.span(name),
                            f"There is no paragraph {match[name]}; the last one is {last}.",
                            "Editorial Manual (references)",
                        )  # fmt: skip
