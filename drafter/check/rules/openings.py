"""Opening words in italics: exactly the opening verb phrase. Source: DOMAIN rule 1 (measured)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.check.case import Case
from drafter.model import Finding, Kind, Paragraph, Range, SetEmphasis, merge_ranges
from drafter.un.openings import OpeningKind, opening

NAMES = ("opening-italics", "opening-form", "opening-capitals")
_SHORTER = re.compile(r"[\s\xa0]*(?:its|their|the|in|with|and)\b")
"""Official files also italicize less where this follows: "*Reaffirming* its commitment"."""
_CHAIN = re.compile(r"[\s\xa0]+(?:also|further)\b")
_LONGEST = 60
"""Code points within which opening words end."""
SOURCE = "DOMAIN rule 1 (measured on 348 official files)"


def check(case: Case) -> Iterator[Finding]:
    """Findings on the italics of opening words; none where a text carries no italics at all."""
    for row in case.bodies:
        rows = [p for p in row if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
        usual = sum(opening(_lowered(p.text.string), _kind(p)) is not None for p in rows)
        if usual * 4 > len(rows) * 3:  # else sentences of a declaration
            for paragraph in rows:
                yield from _form(case, paragraph)
                yield from _capitals(case, paragraph)
        if sum(bool(p.text.emphasis) for p in rows) * 2 < len(rows):
            continue
        for paragraph in rows:
            found = _finding(case, paragraph)
            if found:
                yield found


def _kind(paragraph: Paragraph) -> OpeningKind:
    return "preambular" if paragraph.kind is Kind.PREAMBULAR else "operative"


def _form(case: Case, paragraph: Paragraph) -> Iterator[Finding]:
    """A preambular paragraph that opens like an operative one, or the other way round."""
    string = paragraph.text.string
    kind = _kind(paragraph)
    other: OpeningKind = "operative" if kind == "preambular" else "preambular"
    if opening(string, kind) is not None:
        return
    span = opening(string, other)
    if span is not None:
        form = "a participle (“Recalling”)" if kind == "preambular" else "a verb (“Requests”)"
        yield case.finding(
            "opening-form", "warning", paragraph.id, *span,
            f"This {kind} paragraph opens like one of the other kind; it takes {form}.",
            "DOMAIN rule 1 (opening verb phrases)",
        )  # fmt: skip


def _lowered(string: str) -> str:
    """The string, but its beginning in small letters, code point by code point."""
    some = string[1:_LONGEST]
    lower = some.lower()
    return string[:1] + lower + string[_LONGEST:] if len(lower) == len(some) else string


def _capitals(case: Case, paragraph: Paragraph) -> Iterator[Finding]:
    """ "Noting with deep concern", not "Noting with Deep Concern"."""
    string = paragraph.text.string
    lower = _lowered(string)
    span = opening(lower, _kind(paragraph))
    if span is None or string[slice(*span)] == lower[slice(*span)]:
        return
    first = next(i for i in range(*span) if string[i] != lower[i])
    yield case.finding(
        "opening-capitals", "warning", paragraph.id, first, span[1],
        f"Only the first of the opening words has a capital: “{lower[slice(*span)]}”.",
        "DOMAIN rule 1 (opening verb phrases)", lower[first : span[1]],
    )  # fmt: skip


def _finding(case: Case, paragraph: Paragraph) -> Finding | None:
    kind = _kind(paragraph)
    string = paragraph.text.string
    wanted = opening(string, kind)
    if wanted is None:
        return None
    has = _leading(string, paragraph.text.emphasis)
    if has is None:
        has = (wanted[0], wanted[0])
    elif string[slice(*has)].strip(" ,\xa0") == string[slice(*wanted)]:
        return None
    if has[1] > has[0] and _SHORTER.match(string[has[1] : wanted[1]]):
        return None
    bare = _CHAIN.sub("", string, count=1)
    alone = opening(bare, kind)
    if alone is not None and has == (alone[0], alone[1] + len(string) - len(bare)):
        return None  # "*Reaffirming also its respect*", as "*Reaffirming its respect*"
    rest = [r for r in paragraph.text.emphasis if r[0] >= max(has[1], wanted[1])]
    after = merge_ranges([wanted, *rest])
    if after == paragraph.text.emphasis:
        return None
    finding = case.finding(
        "opening-italics", "note", paragraph.id, min(has[0], wanted[0]), max(has[1], wanted[1]),
        f"The opening words “{string[slice(*wanted)]}”, and only they, are in italics.", SOURCE,
    )  # fmt: skip
    return replace(finding, fix=SetEmphasis(paragraph.id, paragraph.text.emphasis, after))


def _leading(string: str, emphasis: tuple[Range, ...]) -> Range | None:
    """The italics at the beginning, across roman spaces."""
    found: Range | None = None
    for start, end in emphasis:
        if found is None:
            if string[:start].strip():
                return None
            found = (start, end)
        elif not string[found[1] : start].strip():
            found = (found[0], end)
        else:
            break
    return found
