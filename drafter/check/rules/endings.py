"""Endings: preambular ",", operative ";", the last operative ".", a lead-in ":".

Source: DOMAIN rule 2 (measured). Errors are only what no official text does: an operative or
preambular paragraph that ends in the wrong mark of these, or in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import BODY, Case
from drafter.model import Finding, Kind, Paragraph

NAMES = ("preambular-ending", "operative-ending", "last-ending", "lead-in-ending",
         "subparagraph-ending")  # fmt: skip
SOURCE = "DOMAIN rule 2 (measured on official texts)"

_MARK = re.compile(r"[,;:.]")
_CLOSERS = "”’\"')]"
_UNSEEN = " \t\n\r\u00a0\u200b\u200e\u200f"


def check(case: Case) -> Iterator[Finding]:
    """Findings on the last mark of every paragraph."""
    for row in case.bodies:
        body = [p for p in row if p.kind is not Kind.CLOSING]
        last = max((i for i, p in enumerate(body) if p.kind in BODY), default=-1)
        operatives = any(p.kind is Kind.OPERATIVE for p in body)
        if _prose(body):
            continue
        for index, paragraph in enumerate(body):
            if paragraph.kind in BODY and paragraph.text.string.strip():
                following = body[index + 1] if index + 1 < len(body) else None
                yield from _ending(case, paragraph, following, index == last, operatives)


def _prose(body: list[Paragraph]) -> bool:
    """Whether the numbered paragraphs are sentences, as in a declaration: more of them end in a
    stop than in a semicolon."""
    numbered = [p.text.string.rstrip() for p in body if p.kind is Kind.OPERATIVE]
    stops = sum(string.endswith((".", ".”")) for string in numbered)
    return stops > 2 and stops > sum(string.endswith((";", ";”")) for string in numbered)


def _ending(
    case: Case, paragraph: Paragraph, following: Paragraph | None, last: bool, operatives: bool
) -> Iterator[Finding]:
    string = paragraph.text.string
    end = len(string.rstrip(_UNSEEN))
    if not end:
        return
    mark = string[end - 1]
    if mark in "…–—" or (following is not None and following.kind is Kind.OPAQUE):
        return
    inside = mark in _CLOSERS and end > 1 and bool(_MARK.match(string[end - 2]))
    leads = (
        following is not None
        and following.kind is Kind.SUBPARAGRAPH
        and (paragraph.kind is not Kind.SUBPARAGRAPH or following.level > paragraph.level)
    )
    if leads:
        if mark in ",;." and paragraph.kind is not Kind.SUBPARAGRAPH:
            yield _found(case, "lead-in-ending", "warning", paragraph, end, ":",
                         "What leads in to sub-paragraphs ends in a colon.")  # fmt: skip
        return
    if inside:
        return
    if paragraph.kind is Kind.PREAMBULAR:
        if following is None or following.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            return
        # The last one may be no preambular paragraph but words that lead to what follows.
        level = "error" if following.kind is Kind.PREAMBULAR else "warning"
        if mark in ";.":
            yield _found(case, "preambular-ending", level, paragraph, end, ",",
                         "A preambular paragraph ends in a comma.")  # fmt: skip
        elif mark.isalnum():
            yield _missing(case, "preambular-ending", level, paragraph, end, ",",
                           "A preambular paragraph ends in a comma.")  # fmt: skip
        return
    if not operatives:
        return
    if last and following is not None:
        return  # a table, a quotation or a list follows that is no paragraph of its own
    if last:
        if mark in ",;":
            yield _found(case, "last-ending", "error", paragraph, end, ".",
                         "The last operative paragraph ends in a full stop.")  # fmt: skip
        elif mark.isalnum():
            yield _missing(case, "last-ending", "error", paragraph, end, ".",
                           "The last operative paragraph ends in a full stop.")  # fmt: skip
        return
    if following is None or following.kind not in BODY:
        return
    if paragraph.kind is Kind.OPERATIVE and following.kind is Kind.OPERATIVE:
        if mark in ",.":
            severity = "error" if mark == "," else "warning"
            yield _found(case, "operative-ending", severity, paragraph, end, ";",
                         "An operative paragraph ends in a semicolon.")  # fmt: skip
        elif mark.isalnum():
            yield _missing(case, "operative-ending", "error", paragraph, end, ";",
                           "An operative paragraph ends in a semicolon.")  # fmt: skip
    elif (
        paragraph.kind is Kind.SUBPARAGRAPH
        and mark.isalnum()
        and not re.search(r"\b(?:and|or)$", string[:end])
    ):
        yield _missing(case, "subparagraph-ending", "warning", paragraph, end, ";",
                       "A sub-paragraph ends in a semicolon.")  # fmt: skip


def _found(
    case: Case, rule: str, severity: str, paragraph: Paragraph, end: int, fix: str, message: str
) -> Finding:
    level = "error" if severity == "error" else "warning"
    return case.finding(rule, level, paragraph.id, end - 1, end, message, SOURCE, fix)


def _missing(
    case: Case, rule: str, severity: str, paragraph: Paragraph, end: int, mark: str, message: str
) -> Finding:
    level = "error" if severity == "error" else "warning"
    fix = paragraph.text.string[end - 1 : end] + mark
    return case.finding(rule, level, paragraph.id, end - 1, end, message, SOURCE, fix)
