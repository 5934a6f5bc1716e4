"""Endings: preambular ",", operative ";", the last operative ".", a lead-in ":".

Source: DOMAIN rule 2 (measured). Errors are only what no official text does: a paragraph that
opens as one of its kind, stands before another such, and ends in the wrong mark or in none. Where
a text is built in a way of its own (a declaration in sentences, a list it quotes) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.check.case import BODY, Case
from drafter.model import Finding, Kind, Paragraph
from drafter.model.suggestion import Severity
from drafter.un.openings import OpeningKind, opening

NAMES = ("preambular-ending", "operative-ending", "last-ending", "lead-in-ending",
         "subparagraph-ending")  # fmt: skip
SOURCE = "DOMAIN rule 2 (measured on official texts)"

_UNSEEN = " \t\n\r\u00a0\u200b\u200e\u200f"
_SPARED = re.compile(
    r"[,;:.][”’\"')\]]+$"  # a quotation with a mark of its own
    r"|\b(?:and|or)$"
    r"|[,;:.]\s?(?:\d{1,3}|[a-z*])$"  # a footnote mark that was read as text
    r"|[…–—]$"
)
_TAIL = 16
"""Code points that are enough to see how a text ends."""
_MESSAGES = {
    "preambular-ending": (",", "A preambular paragraph ends in a comma."),
    "operative-ending": (";", "An operative paragraph ends in a semicolon."),
    "last-ending": (".", "The last operative paragraph ends in a full stop."),
    "lead-in-ending": (":", "What leads in to sub-paragraphs ends in a colon."),
    "subparagraph-ending": (";", "A sub-paragraph ends in a semicolon."),
}
_MOST = 3
"""More errors than this in one text show that it is built in a way of its own …"""
_SHARE = 5
"""… where they are more than a fifth of its paragraphs."""


def check(case: Case) -> Iterator[Finding]:
    """Findings on the last mark of every paragraph."""
    for row in case.bodies:
        body = [p for p in row if p.kind is not Kind.CLOSING]
        if _prose(body):
            continue
        final = max((i for i, p in enumerate(body) if p.kind in BODY), default=-1)
        operatives = any(p.kind is Kind.OPERATIVE for p in body)
        found = [
            one for i in range(final + 1) if (one := _ending(case, body, i, i == final, operatives))
        ]
        errors = sum(one.severity == "error" for one in found)
        many = errors > _MOST and errors * _SHARE > len(body)
        yield from (replace(one, severity="warning") if many else one for one in found)


def _prose(body: Sequence[Paragraph]) -> bool:
    """Whether the numbered paragraphs are sentences, as in a declaration: more of them end in a
    stop than in a semicolon."""
    numbered = [p.text.string.rstrip() for p in body if p.kind is Kind.OPERATIVE]
    stops = sum(string.endswith((".", ".”")) for string in numbered)
    return stops > 2 and stops > sum(string.endswith((";", ";”")) for string in numbered)


def _ending(
    case: Case, body: Sequence[Paragraph], index: int, last: bool, operatives: bool
) -> Finding | None:
    paragraph = body[index]
    following = body[index + 1] if index + 1 < len(body) else None
    string = paragraph.text.string.rstrip(_UNSEEN)
    if paragraph.kind not in BODY or not string or _SPARED.search(string[-_TAIL:]):
        return None
    if following is not None and following.kind is Kind.SUBPARAGRAPH and (
        paragraph.kind is not Kind.SUBPARAGRAPH or following.level > paragraph.level
    ):  # fmt: skip
        leads = paragraph.kind is not Kind.SUBPARAGRAPH and string[-1] in ",;."
        return _found(case, "lead-in-ending", "warning", paragraph, string) if leads else None
    if paragraph.kind is Kind.PREAMBULAR:
        return _preambular(case, paragraph, following, string)
    if not operatives:
        return None
    if last:
        # Where a table, a quotation or a list follows, the sentence may go on in it.
        return _last(case, paragraph, string) if following is None else None
    if following is None or following.id in case.sequences.fresh:
        return None  # another text begins, or goes on
    if paragraph.kind is Kind.SUBPARAGRAPH:
        return _subparagraph(case, body, index, string)
    if following.kind is Kind.OPERATIVE:
        if not _opens(paragraph):
            return None
        usual = _opens(following)
        if string[-1] == "," or string[-1].isalnum():
            severity = "error" if usual else "warning"
            return _found(case, "operative-ending", severity, paragraph, string)
        if string[-1] == "." and usual:
            return _found(case, "operative-ending", "warning", paragraph, string)
    return None


def _preambular(
    case: Case, paragraph: Paragraph, following: Paragraph | None, string: str
) -> Finding | None:
    if following is None or not _opens(paragraph) or not _opens(following):
        return None
    if string[-1] in ";." or string[-1].isalnum():
        # The last one may be words that lead to what follows.
        severity = "error" if following.kind is Kind.PREAMBULAR else "warning"
        return _found(case, "preambular-ending", severity, paragraph, string)
    return None


def _last(case: Case, paragraph: Paragraph, string: str) -> Finding | None:
    behind = case.resolution.paragraphs[case.resolution.positions[paragraph.id] + 1 :]
    ends = all(p.kind is Kind.CLOSING or "ANNEX" in p.section for p in behind[:2])
    sure = paragraph.kind is Kind.OPERATIVE and _opens(paragraph)
    listed = paragraph.kind is Kind.SUBPARAGRAPH
    if string[-1] in ",;" or (string[-1].isalnum() and (sure or listed)):
        return _found(
            case, "last-ending", "error" if sure and ends else "warning", paragraph, string
        )
    return None


def _subparagraph(case: Case, body: Sequence[Paragraph], index: int, string: str) -> Finding | None:
    """One without a mark; none where its neighbours have none either (a list of names)."""
    if not string[-1].isalnum():
        return None
    beside = [body[i] for i in (index - 1, index + 1) if 0 <= i < len(body)]
    marked = any(
        p.kind is Kind.SUBPARAGRAPH and p.text.string.rstrip(_UNSEEN).endswith((";", ".", ","))
        for p in beside
    )
    return _found(case, "subparagraph-ending", "warning", body[index], string) if marked else None


def _opens(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens as one of its kind: what does not may be a heading or a list."""
    if paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return False
    kind: OpeningKind = "preambular" if paragraph.kind is Kind.PREAMBULAR else "operative"
    return opening(paragraph.text.string, kind) is not None


def _found(case: Case, rule: str, severity: Severity, paragraph: Paragraph, string: str) -> Finding:
    """Of the last mark; where there is none, of the last letter, which the mark comes behind."""
    mark, message = _MESSAGES[rule]
    end = len(string)
    fix = string[-1] + mark if string[-1].isalnum() else mark
    return case.finding(rule, severity, paragraph.id, end - 1, end, message, SOURCE, fix)
