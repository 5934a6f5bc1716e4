"""The form of citations: "resolution 70/177", "resolution 2178 (2014)", "resolutions" for several.

Source: DOMAIN rule 4; the organ's name by DOMAIN rule 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un import organs
from drafter.un.citations import Citation
from drafter.un.symbols import parse_symbol

NAMES = ("citation-form",)
SOURCE = "DOMAIN rules 4 and 5"
_ORGANS = ("A", "S", "E", "A/HRC")
_NEAR = 40
"""Code points before a symbol that are read for what leads to it."""
_NOUN = re.compile(r"\bresolution$", re.IGNORECASE)
_CAPITAL = re.compile(
    r"(?<=[a-z,’] )R(?=esolutions?[\s\xa0]+(?:[AES]/|\d))|(?<=Council )R(?=esolutions?[\s\xa0])"
)
_TIGHT = re.compile(r"(?<=\d)\((?=(?:19|20)\d\d\)|[IVXLC]+\))")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on how resolutions are cited."""
    target, string, cited = passage.id, passage.string, case.cited(passage)
    for one in cited:
        if one.kind != "resolution" or one.organ not in _ORGANS:
            continue
        start, end = one.number
        if one.lead == "symbol":
            before = string[max(0, start - _NEAR) : start].rstrip()
            if not re.search(r"(?:document|see|contained in|symbol|\()$", before, re.I):
                yield _by_symbol(case, target, string, one, passage.kind is None)
        elif tight := _TIGHT.search(string[start:end]):
            at = start + tight.start()
            yield case.finding(
                "citation-form", "note", target, at, at + 1,
                "A space stands before the year or session in brackets.", SOURCE, " (",
            )  # fmt: skip
    for match in matches(_CAPITAL, string, "Resolution") if passage.body else ():
        if not in_ranges(match.start(), quoted(string)):
            yield case.finding(
                "citation-form", "warning", target, *match.span(),
                "“Resolution” before a number takes a small letter.", SOURCE, "r",
            )  # fmt: skip
    yield from _plurals(case, target, string, cited)


def _by_symbol(case: Case, target: str, string: str, one: Citation, in_note: bool) -> Finding:
    """A resolution is cited by its number, not by its document symbol."""
    start, end = one.number
    parsed = parse_symbol(one.symbol)
    short = parsed.short if parsed else one.symbol
    led = re.search(r"\bresolutions?\s+$", string[max(0, start - _NEAR) : start], re.IGNORECASE)
    if led:
        words = short
    elif in_note:
        style = organs.footnote_words(one.organ, case.document_organ or case.organ)
        words = f"{style if not string[:start].strip() else style[0].lower() + style[1:]} {short}"
    else:
        words = f"{organs.resolution_words(one.organ, case.organ)} {short}"
    return case.finding(
        "citation-form", "warning", target, start, end,
        f"A resolution is cited by its number: {short}.", SOURCE, words,
    )  # fmt: skip


def _plurals(
    case: Case, target: str, string: str, cited: tuple[Citation, ...]
) -> Iterator[Finding]:
    """One "resolution" before a list of several."""
    rows: dict[int, list[Citation]] = {}
    for one in cited:
        if one.list_id is not None and one.kind == "resolution":
            rows.setdefault(one.list_id, []).append(one)
    for row in rows.values():
        lead = row[0].lead_range
        if lead is None or len(row) < 2:
            continue
        plain = all(
            re.fullmatch(r"\s*,?\s*(?:and\s+)?", string[a.end : b.start]) for a, b in pairwise(row)
        )
        if plain and _NOUN.search(string[slice(*lead)]):
            at = lead[1] - 1
            yield case.finding(
                "citation-form", "warning", target, at, lead[1],
                "Several resolutions are “resolutions”.", SOURCE, "ns",
            )  # fmt: skip
