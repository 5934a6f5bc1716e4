"""Spelling and hyphenation from a table. Source: DOMAIN rule 9 (measured); Editorial Manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.check.tables import table
from drafter.model import Finding

NAMES = ("spelling", "doubled-word")
_SMALL_WORDS = (
    "the", "of", "to", "and", "in", "for", "a", "an", "is", "by", "with", "on", "its",
)  # fmt: skip
_DOUBLED = re.compile(rf"\b(?P<word>{'|'.join(_SMALL_WORDS)})\s+(?P=word)(?![\w\-‑])")
_TWICE = (*(f"{word} {word}" for word in _SMALL_WORDS), "  ", "\n")
"""What is quick to see that it is not there."""

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
def _patterns() -> dict[str, re.Pattern[str]]:
    """The entries that begin with a word, longest first, by that word."""
    entries: dict[str, list[str]] = {}
    for entry in sorted(_words(), key=len, reverse=True):
        first = _FIRST.match(entry)
        assert first is not None, entry
        for letter in {entry[0], entry[0].upper()}:
            row = entries.setdefault(letter + first[0][1:], [])
            row.append(letter + re.escape(entry[1:]))
    return {
        first: re.compile(rf"(?<![\w\-‑])(?:{'|'.join(row)})(?![\w\-‑])")
        for first, row in entries.items()
    }


_FIRST = re.compile(r"\w+")


def _small(word: str) -> str:
    return word[0].lower() + word[1:]


def _found(string: str) -> Iterator[re.Match[str]]:
    """Every entry in a text, the longest at each place, none within another."""
    patterns, end = _patterns(), 0
    for word in _FIRST.finditer(string):
        pattern = patterns.get(word[0])
        if pattern is not None and word.start() >= end:
            match = pattern.match(string, word.start())
            if match is not None:
                yield match
                end = match.end()


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on spellings that editors change, and on doubled words."""
    target, string = passage.id, passage.string
    quotes = quoted(string)
    plain = string.replace("\xa0", " ")
    for match in _found(plain):
        found = match[0]
        right = _words().get(found)
        if right is None:
            right = _words()[_small(found)]
            if not _begins(plain, match.start()):
                continue  # a capital in mid-sentence: a name
            right = (right[0][0].upper() + right[0][1:], right[1])
        if right[0] == "Member States" and _OTHERS.search(plain[: match.start()]):
            right = ("member States", "Editorial Manual (capitals)")
        if right[0] == found or in_ranges(match.start(), quotes):
            continue
        yield case.finding("spelling", "warning", target, *match.span(),
                           f"Editors write “{right[0]}”.", right[1], right[0])  # fmt: skip
    for match in matches(_DOUBLED, plain, *_TWICE):
        if not in_ranges(match.start(), quotes):
            yield case.finding("doubled-word", "warning", target, *match.span(),
                               "This word stands twice.", "Editorial Manual",
                               match["word"])  # fmt: skip


def _begins(string: str, at: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = string[max(0, at - 24) : at].rstrip(" (“\t")
    return (before[-1] in ".:;") if before else at <= 24
