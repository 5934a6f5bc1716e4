"""Titles: of a publication without quotation marks, of what is "entitled" within them.

Measured on the official texts the project is tested on, each paragraph once: the title of a
handbook, guide, manual, toolkit or global report stands in italics with capitals and without
quotation marks in 11 of 11 places; what follows "entitled" stands within them in 39 of 39.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.check.case import Case, Passage, matches
from drafter.model import Finding, ReplaceText, Text
from drafter.un.dates import SPACE

NAMES = ("title-quotes", "entitled-quotes")
_S = f"{SPACE}+"
_KIND = r"(?:Handbook|Guide|Manual|Toolkit|Tool[- ]?kit|Compendium|Guidebook|Training Module)"
_QUOTES = ("“", '"')
_AFTER = re.compile(
    rf"\b(?P<kind>(?:Practical{_S}|Training{_S}|Resource{_S}|Guidance{_S})?{_KIND})"
    rf"(?P<on>{_S}(?:on|for|to|of))?{_S}(?P<quote>[“\"](?P<title>[^“”\"]{{3,200}})[”\"])"
)
_WITHIN = re.compile(
    rf"(?P<quote>[“\"](?P<title>(?:[A-Z][\w’\-]*{_S}(?:(?:on|of|for|the|and|in|to|against|with){_S})*)*"
    rf"(?:{_KIND}|Programme|Initiative)(?:{_S}(?:on|for|to|of)\b[^“”\"]{{3,160}})?)[”\"])"
)
_NAMED = re.compile(
    rf"\b(?:entitled|titled|theme|themes|called|named|known{_S}as|termed|words?|terms?|subject|item|event|"
    rf"sub-?item|report|project|document)(?:{_S}of)?{_S}$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {
        "a", "against", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of",
        "on", "or", "per", "the", "to", "under", "upon", "via", "with",
    }
)  # fmt: skip
_ENTITLED = re.compile(rf"\bentitled{_S}(?=(?:[A-Z][\w’\-]*))(?P<title>[^,;.:“”()]{{3,120}})")


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on titles in the body."""
    if not passage.body:
        return
    string = passage.string
    for match in matches(_AFTER, string, *_QUOTES):
        if not match["on"] and not match["title"][:1].isupper():
            continue
        yield _bare(case, passage, match, match.start("kind"))
    for match in matches(_WITHIN, string, *_QUOTES):
        if not _NAMED.search(string[max(0, match.start() - 24) : match.start()]):
            yield _bare(case, passage, match, match.start())
    for match in matches(_ENTITLED, string, "entitled"):
        start = match.start("title")
        if _in_italics(case.resolution.text_of(passage.id), start):
            continue
        title = match["title"].rstrip()
        whole = all(word[:1].isupper() or word in _SMALL for word in title.split())
        yield case.finding(
            "entitled-quotes", "note", passage.id, start, start + len(title),
            "What is “entitled” stands in quotation marks.",
            "DOMAIN rule 4; measured, 39 of 39", f"“{title}”" if whole else None,
        )  # fmt: skip


def _bare(case: Case, passage: Passage, match: re.Match[str], at: int) -> Finding:
    """A title without its quotation marks, with capitals; a publication's in italics, where the
    paragraph has any."""
    start, end = match.span("quote")
    title = _capitals(match["title"].strip())
    found = case.finding(
        "title-quotes", "note", passage.id, start, end,
        "The title of a publication or the name of a programme takes capitals and no quotation "
        "marks.", "Editorial Manual (titles); measured, 11 of 11", title,
    )  # fmt: skip
    text = case.resolution.text_of(passage.id)
    published = re.search(_KIND, passage.string[at:end])
    if not (published and text.emphasis and isinstance(found.fix, ReplaceText)):
        return found
    after = found.fix.after
    words = text.slice(at, start) + after
    italic = replace(words, emphasis=((0, len(words.string)),))
    return replace(found, fix=ReplaceText(passage.id, at, text.slice(at, end), italic))


def _in_italics(text: Text, at: int) -> bool:
    return any(a <= at < b for a, b in text.emphasis)


def _capitals(title: str) -> str:
    """A title in capitals and small letters: "the Role of the Justice System"."""
    words = title.split(" ")
    first = [w if w.lower() in _SMALL else w[:1].upper() + w[1:] for w in words]
    return " ".join([first[0][:1].upper() + first[0][1:], *first[1:]])
