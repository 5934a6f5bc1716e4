"""Spelling and hyphenation from a table. Source: DOMAIN rule 9 (measured); Editorial Manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding

NAMES = ("spelling", "doubled-word")
_DOUBLED = re.compile(r"\b(?P<word>the|of|to|and|in|for|a|an|is|by|with|on|its)\s+(?P=word)\b")

_OTHERS = re.compile(r"\s(?!Member|Also|Further)(?:[A-Z]{2,}|[A-Z][a-z]+(?<!s)) $")
"""Of another organization: "Interpol member states"."""


@cache
def _words() -> dict[str, tuple[str, str]]:
    verbs = {
        f"{stem}is{end}": (f"{stem}iz{end}", "DOMAIN rule 9 (-ize, 10,361 of 10,361)")
        for (stem,) in table("ize")
        for end in ("e", "es", "ed", "ing", "ation", "ations")
    }
    return verbs | {row[0]: (row[1], row[2]) for row in table("spelling")}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    either = [word if word[0].isupper() else f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
              for word in words]  # fmt: skip
    return re.compile(rf"(?<![\w\-‑])(?:{'|'.join(either)})(?![\w\-‑])")


_LETTERS = re.compile(r"[a-z]+")


@cache
def _telling() -> frozenset[str]:
    """The longest word of every entry: where none of them stands, no entry does."""
    return frozenset(max(_LETTERS.findall(word.lower()), key=len) for word in _words())


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on spellings that editors change, and on doubled words."""
    target, string = passage.id, passage.string
    quotes = quoted(string)
    plain = string.replace("\xa0", " ")
    right_throughout = _telling().isdisjoint(_LETTERS.findall(plain.lower()))
    for match in () if right_throughout else matches(_pattern(), plain):
        found = match[0]
        right = _words().get(found)
        if right is None:
            lower = found[0].lower() + found[1:]
            right = _words()[lower]
            if not _begins(plain, match.start()):
                continue  # a capital in mid-sentence: a name
            right = (right[0][0].upper() + right[0][1:], right[1])
        if right[0] == "Member States" and _OTHERS.search(plain[: match.start()]):
            right = ("member States", "Editorial Manual (capitals)")
        if right[0] == found or in_ranges(match.start(), quotes):
            continue
        yield case.finding("spelling", "warning", target, *match.span(),
                           f"Editors write “{right[0]}”.", right[1], right[0])  # fmt: skip
    for match in matches(_DOUBLED, plain):
        if not in_ranges(match.start(), quotes):
            yield case.finding("doubled-word", "warning", target, *match.span(),
                               "This word stands twice.", "Editorial Manual",
                               match["word"])  # fmt: skip


def _begins(string: str, at: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = string[max(0, at - 24) : at].rstrip(" (“\t")
    return (before[-1] in ".:;") if before else at <= 24
