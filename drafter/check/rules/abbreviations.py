"""Abbreviations are spelled out.

Source: Editorial Manual; DOMAIN rule 6. What the text itself introduces in brackets, and what
official texts keep (AIDS, UN-Women), is left alone; full names come from ``data``, each with a
text that gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding, Kind
from drafter.un.dates import SPACE

NAMES = ("abbreviation", "unexplained-abbreviation")
SOURCE = "Editorial Manual; DOMAIN rule 6"

_INTRODUCED = re.compile(r"\((?:the |“)?([A-Z][\w\-/]*[A-Z][\w\-/]*?s?)”?\)")
_UNKNOWN = re.compile(r"(?<![\w/.\-–’'(“])[A-Z]{4,}(?:-[A-Z]{2,})?s?(?![\w/\-–’'])")
_ROMAN = re.compile(r"[IVXLCM]+")
_THE = re.compile(rf"\bthe{SPACE}+(?:[\w\-]+{SPACE}+)?$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    rf"{SPACE}+(?:[“\"]|[A-Z]|system|entit|standards|resolution|member|reform|development|"
    r"peacekeeping|mission|field|country|agenc|bod|staff|official|headquarters|secretariat|"
    r"norms|polic|agenda|report|programme|fund)"
)


@cache
def _known() -> dict[str, tuple[str, str, str]]:
    """Full name, manner ("spell", "the", "keep") and source, by abbreviation."""
    return {row[0]: (row[1], row[2], row[3]) for row in table("abbreviations")}


@cache
def _kept_phrases() -> tuple[str, ...]:
    return tuple(name for name in _known() if " " in name)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((n for n, row in _known().items() if row[1] != "keep"), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w/.\-–(“])(?P<name>{'|'.join(map(re.escape, names))})"
        r"(?P<own>[’']s)?(?![\w/\-–]|[’']\w|\.\w)"
    )


def check(case: Case) -> Iterator[Finding]:
    """Findings on abbreviations in the title and the body."""
    introduced: set[str] = set()
    for _, string in case.texts:
        introduced |= {match[1] for match in _INTRODUCED.finditer(string)}
    seen: set[str] = set()
    titles = case.resolution.of_kind(Kind.TITLE, section=None)
    for paragraph in (*titles, *case.body):
        target, string = paragraph.id, paragraph.text.string
        quotes = quoted(string)
        cited = tuple((one.start, one.end) for one in case.citations.get(target, ()))
        for match in matches(_pattern(), string):
            name = match["name"]
            if any(string.startswith(phrase, match.start()) for phrase in _kept_phrases()):
                continue
            if name in introduced or in_ranges(match.start(), (*quotes, *cited)):
                continue
            yield _spelled(case, target, string, match)
        for match in matches(_UNKNOWN, string):
            name = match[0].rstrip("s")
            if (
                name in seen or name in introduced or match[0] in introduced
                or name in _known() or match[0] in _known() or _ROMAN.fullmatch(name)
                or in_ranges(match.start(), (*quotes, *cited)) or string.isupper()
            ):  # fmt: skip
                continue
            seen.add(name)
            yield case.finding(
                "unexplained-abbreviation", "note", target, *match.span(),
                f"“{match[0]}” is not explained in this text; give its full name at the first "
                "mention.", SOURCE,
            )  # fmt: skip


def _spelled(case: Case, target: str, string: str, match: re.Match[str]) -> Finding:
    full, manner, source = _known()[match["name"]]
    words = full
    if match["own"]:
        words = re.sub(r"(?= \()|$", "’s", full, count=1)
    before = string[: match.start()]
    attributive = bool(_NOUN_BEHIND.match(string, match.end())) and not match["own"]
    if manner == "the" and not _THE.search(before) and not attributive:
        words = f"the {words}"
    if not before.strip():
        words = words[0].upper() + words[1:]
    return case.finding(
        "abbreviation", "warning", target, *match.span(),
        f"“{match['name']}” is spelled out: {full} ({source}).", SOURCE, words,
    )  # fmt: skip
