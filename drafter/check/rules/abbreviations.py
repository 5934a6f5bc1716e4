"""Abbreviations are spelled out.

Source: Editorial Manual; DOMAIN rule 6. What the text itself introduces in brackets, and what
official texts keep (AIDS, UN-Women), is left alone; full names come from ``data``, each with a
text that gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding, Kind
from drafter.un.dates import SPACE

NAMES = ("abbreviation",)
SOURCE = "Editorial Manual; DOMAIN rule 6"

_THE = re.compile(rf"\bthe{SPACE}+(?:[\w\-]+{SPACE}+)?$", re.IGNORECASE)
_NEAR = 60
"""Code points before a name in which its article stands."""
_NEXT = re.compile(rf"\bthe{SPACE}+$", re.IGNORECASE)
_FUNCTION_WORDS = (
    "a|after|also|an|and|are|as|at|be|because|before|between|but|by|can|could|do|does|during|for|from|"
    "had|has|have|if|in|into|is|it|may|might|must|needs?|nor|not|now|of|on|or|over|plays?|provides?|"
    "remains?|requires?|shall|should|since|so|soon|still|such|than|that|the|their|then|there|these|this|"
    "those|through|throughout|thus|to|towards?|under|until|upon|was|were|when|where|whether|which|"
    "while|who|whose|will|with|within|without|would"
)
_NO_NOUN = re.compile(rf"{SPACE}*(?:$|[^\w\s]|{SPACE}(?:{_FUNCTION_WORDS})\b)")
"""What follows a name that stands by itself, not before a noun."""
_NOUN_BEHIND = re.compile(
    rf"{SPACE}+(?:[“\"A-Z\d]|system|entit|standards|resolutions|members|reforms|missions|countries|"
    r"agenc|bodies|officials|norms|polic|reports|programmes|funds|guidelines|databases|safeguards|"
    rf"(?!(?:{_FUNCTION_WORDS})\b)[a-z]+(?<!s)(?<!ed)(?<!ly)(?<!ing)\b)"
)
"""A noun that the name stands before without "the"; no word that may be its verb."""
_OWNED = re.compile(
    rf"(?P<what>(?:{SPACE}+(?!(?:and|or|of|as|that|which|who|is|are|was|has|have)\b)[a-z][a-z\-]+)"
    rf"{{1,3}}?)(?=[;.]|,(?![^;.]{{0,60}}\b(?:and|or)\b)|$|{SPACE}+(?:in|to|for|on|with|by|within|at|from|under|through)\b)"
)
"""What belongs to a body, where it is plain how far that goes: "databases" in "INTERPOL’s databases
in this regard"; not in "its databases and tools"."""
_HEAVY = re.compile(r"\b(?:of|for) ")
_PART = re.compile(r"[\w/.\-–(“]")
"""What stands before a part of a longer name, of a symbol or of what is introduced."""
_TEXT = re.compile(r"Convention|Covenant|Declaration")
"""Names that cannot stand before a noun: "countering the financing of terrorism measures"; of those
with "the" only names of texts."""


@cache
def known_abbreviations() -> dict[str, tuple[str, str, str]]:
    """Full name, manner ("spell", "the", "keep") and source, by abbreviation."""
    return {row[0]: (row[1], row[2], row[3]) for row in table("abbreviations")}


@cache
def _kept_phrases() -> tuple[str, ...]:
    return tuple(name for name in known_abbreviations() if " " in name)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(
        (n for n, row in known_abbreviations().items() if row[1] != "keep"), key=len, reverse=True
    )
    return re.compile(
        rf"(?P<name>{'|'.join(map(re.escape, names))})"
        r"(?P<own>[’']s)?(?![\w/\-–]|[’']\w|\.\w)"
    )


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on abbreviations in the title and the body."""
    if not (passage.body or passage.kind is Kind.TITLE):
        return
    found = [
        match
        for match in matches(_pattern(), passage.string)
        if not (match.start() and _PART.match(passage.string, match.start() - 1))
    ]
    apart = left_alone(case, passage) if found else ()
    for match in found:
        if match["name"] in case.introduced or in_ranges(match.start(), apart):
            continue
        if case.own_body(match["name"]):
            continue
        if not any(passage.string.startswith(name, match.start()) for name in _kept_phrases()):
            yield _spelled(case, passage, match)


def left_alone(case: Case, passage: Passage) -> tuple[tuple[int, int], ...]:
    """Where no abbreviation is spelled out: in quotations and citations."""
    return (*quoted(passage.string), *((one.start, one.end) for one in case.cited(passage)))


def _spelled(case: Case, passage: Passage, match: re.Match[str]) -> Finding:
    full, _, source = known_abbreviations()[match["name"]]
    end, words = _fix(passage.string, match)
    return case.finding(
        "abbreviation", "warning", passage.id, match.start(), end,
        f"“{match['name']}” is spelled out: {full} ({source}).", SOURCE, words,
    )  # fmt: skip


def _fix(string: str, match: re.Match[str]) -> tuple[int, str | None]:
    """How far the words reach that are spelled out, and what they become.

    None where a person must write them: before a noun that the full name cannot stand before, and
    behind the full name itself.
    """
    full, manner, _ = known_abbreviations()[match["name"]]
    before = string[max(0, match.start() - _NEAR) : match.start()]
    article = "" if _THE.search(before) else "the "
    end = match.end()
    doubled = re.match(rf"{SPACE}+{full.split()[-1]}\b", string[end:], re.IGNORECASE)
    if doubled:  # "the ECOSOC council"
        end += doubled.end()
    alone = bool(_NO_NOUN.match(string, end))
    heavy = _HEAVY.search(full) if manner == "spell" else _TEXT.search(full)
    if before.rstrip().removesuffix("’s").endswith(full):
        return end, None
    if heavy and not (match["own"] or alone):
        return end, None
    owned = _OWNED.match(string, end) if match["own"] and _single(match["name"], manner) else None
    if owned and (article or _NEXT.search(before)):
        words, end = f"{article}{owned['what'].strip()} of the {full}", owned.end()
    elif match["own"] and alone:  # "NGO’s such as": no possessive
        plural = known_abbreviations().get(f"{match['name']}s")
        return end, plural[0] if plural else None
    elif match["own"]:
        mark = "’" if full.endswith("s") else "’s"
        words = f"{article if manner == 'the' else ''}{full}{mark}"
    else:
        with_article = manner == "the" and not _NOUN_BEHIND.match(string, end)
        words = f"{article if with_article else ''}{full}"
    if len(before) == match.start() and not before.strip():
        words = words[0].upper() + words[1:]
    return end, words


def _single(name: str, manner: str) -> bool:
    """Whether an abbreviation names one body, which "the" stands before."""
    return manner == "the" or name == "UN"
