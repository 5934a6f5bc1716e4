"""References to paragraphs and annexes that are not there. Source: Editorial Manual."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import BODY, Case, matches
from drafter.model import Finding, Kind
from drafter.un.dates import SPACE
from drafter.un.references import REFERENCE

NAMES = ("dead-reference",)
_S = f"{SPACE}+"
_ANNEX = re.compile(rf"\bannex(?:es)?(?:{_S}[IVX]+)?{_S}to{_S}the{_S}present{_S}resolution\b")


def check(case: Case) -> Iterator[Finding]:
    """Findings on what is referred to and does not exist."""
    if not any("ANNEX" in p.section for p in case.resolution.paragraphs):
        for paragraph in case.body:
            for match in matches(_ANNEX, paragraph.text.string, "annex"):
                yield case.finding(
                    "dead-reference", "note", paragraph.id, *match.span(),
                    "This text has no annex.", "Editorial Manual (references)",
                )  # fmt: skip
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
            for match in matches(REFERENCE, paragraph.text.string, "paragraph"):
                for name in ("first", "second"):
                    if match[name] and int(match[name]) > last:
                        yield case.finding(
                            "dead-reference", "warning", paragraph.id, *match.span(name),
                            f"There is no paragraph {match[name]}; the last one is {last}.",
                            "Editorial Manual (references)",
                        )  # fmt: skip
