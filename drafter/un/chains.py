"""Also and further: what follows from the order of paragraphs.

A run is consecutive paragraphs with the identical opening phrase; its places are bare, also,
further, bare, also, further … In preambular paragraphs the word stands behind ("Recalling also"),
in operative ones before ("Also requests"). For *Requests, Urges, Encourages, Calls upon, Invites*
the addressee must be identical too. Source: DOMAIN rule 3 (96.5 % of 6,265 preambular, 86.8 % of
1,560 operative places).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.un.dates import SPACE
from drafter.un.openings import OpeningKind, opening

Word = Literal["", "also", "further"]
PLACES: tuple[Word, Word, Word] = ("", "also", "further")
ADDRESSED = frozenset({"requests", "urges", "encourages", "calls upon", "invites"})
"""Opening phrases whose runs need the same addressee."""

_WS = f"{SPACE}+"
_BEFORE = re.compile(rf"(?P<word>also|further){_WS}(?=\w)", re.IGNORECASE)
_BEHIND = re.compile(rf"{_WS}(?P<word>also|further)\b", re.IGNORECASE)
_HAVING = re.compile(rf"having{_WS}(?P<word>also|further){_WS}", re.IGNORECASE)
_OWN = re.compile(
    rf"(?P<verb>(?:re-?)?affirming|recognizing|recalling|underlining|emphasizing|stressing){_WS}"
    rf"(?=its\b|their\b)",
    re.IGNORECASE,
)
"""Preambular verbs that open with and without what is the organ's own: "Reaffirming its respect"
continues a run of "Reaffirming" and takes "Reaffirming also its respect" (78/210, 80/213; their
operative "Reaffirms its commitment" begins a run of its own)."""
_STOP = re.compile(rf"[;:]|{_WS}to{_WS}(?=\w)")
_INSERT = re.compile(
    rf",{_WS}(?:within|in|as|with|upon|where|when|including|through|while|on|at|by|under|for|"
    rf"pursuant|consistent|taking|without|subject|if|inter|bearing|also|further|especially|"
    rf"particularly|using|from|based|drawing|working|acting)\b"
    rf"|{_WS}within{_WS}(?:its|their|his|the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A paragraph's place in a run of equal openings."""

    phrase: str
    """The opening phrase, lower case, single spaces, without also and further."""
    word: Word
    """Which word stands there now."""
    at: tuple[int, int]
    """Range of that word with one space beside it, half-open code points; where no word stands,
    the empty range where one would go."""
    addressee: str
    """Who is addressed, lower case, for the openings that have one; else ""."""
    kind: OpeningKind


@dataclass(frozen=True, slots=True)
class Mend:
    """What a paragraph's opening should be by its place in the run."""

    index: int
    """Of the paragraph in the sequence given."""
    expected: Word
    found: Word
    start: int
    """Half-open range to replace, in code points …"""
    end: int
    after: str
    """… by this."""


@lru_cache(maxsize=8192)
def link_of(string: str, kind: OpeningKind) -> Link | None:
    """The opening of a paragraph as a link of a run; None where it opens with no known phrase."""
    span = opening(string, kind)
    if span is None:
        return None
    start, end = span
    ahead = _BEFORE.match(string, start)
    own = _OWN.match(string, ahead.end() if ahead else start) if kind == "preambular" else None
    if own:
        end = own.end("verb")
    words = string[start:end]
    if kind == "operative":
        match = _BEFORE.match(words)
        if match:
            at = (start, start + match.end())
            bare = words[match.end() :]
        else:
            behind = _last(words)
            at = (start + behind.start(), start + behind.end()) if behind else (start, start)
            bare = words[: behind.start()] + words[behind.end() :] if behind else words
            match = behind
    else:
        match = _HAVING.match(words) or _BEFORE.match(words) or _last(words)
        if match:
            inside = match.re is _HAVING
            a, b = (match.start("word"), match.end()) if inside else match.span()
            at = (start + a, start + b)
            bare = words[:a] + words[b:]
        else:
            having = re.match(rf"having{_WS}", words, re.IGNORECASE)
            place = start + having.end() if having else end
            at = (place, place)
            bare = words
    phrase = re.sub(f"{SPACE}+", " ", bare).strip().lower()
    word: Word = "" if match is None else "also" if match["word"].lower() == "also" else "further"
    addressee = _addressee(string[end:]) if phrase in ADDRESSED else ""
    return Link(phrase, word, at, addressee, kind)


def expected_words(links: Sequence[Link | None]) -> tuple[Word | None, ...]:
    """The word each place of a sequence should have; None where there is no opening.

    None in the sequence (a heading, a paragraph without an opening) breaks a run.
    """
    found: list[Word | None] = []
    count = 0
    previous: Link | None = None
    for link in links:
        if link is None:
            found.append(None)
        else:
            count = count + 1 if previous is not None and same_run(previous, link) else 0
            found.append(PLACES[count % 3])
        previous = link
    return tuple(found)


def same_run(first: Link, second: Link) -> bool:
    """Whether two neighbours belong to one run."""
    return (first.phrase, first.addressee, first.kind) == (
        second.phrase, second.addressee, second.kind,
    )  # fmt: skip


def mends(paragraphs: Sequence[tuple[OpeningKind, str] | None]) -> tuple[Mend, ...]:
    """Where also and further do not follow from the order, and what would.

    Paragraphs in order, sub-paragraphs left out (they do not break a run), None for what breaks
    one.
    """
    links = [link_of(one[1], one[0]) if one else None for one in paragraphs]
    found: list[Mend] = []
    for index, (link, expected) in enumerate(zip(links, expected_words(links), strict=True)):
        paragraph = paragraphs[index]
        if link is None or expected is None or paragraph is None or link.word == expected:
            continue
        start, end, after = rewrite(paragraph[1], link, expected)
        found.append(Mend(index, expected, link.word, start, end, after))
    return tuple(found)


def rewrite(string: str, link: Link, word: Word) -> tuple[int, int, str]:
    """The replacement (start, end, new string) that gives an opening this word.

    It always replaces something, so that a new word takes the italics of what it joins.
    """
    start, end, new = _rewrite(string, link, word)
    if start == end and start > 0:
        return start - 1, end, string[start - 1] + new
    return start, end, new


def _rewrite(string: str, link: Link, word: Word) -> tuple[int, int, str]:
    start, end = link.at
    old = string[start:end]
    if link.kind == "operative" and not old[:1].isspace():
        first = string[end : end + 1]
        if not word:
            return start, end + 1, first.upper()
        if old:
            return start, end, f"{word.capitalize()} "
        return start, end + 1, f"{word.capitalize()} {first.lower()}"
    if old and not old[:1].isspace():
        if old[:1].isupper():
            verb = re.match(r"\w+ing\b", string[end:])
            if word and verb:  # "Further noting" becomes "Noting also", as DOMAIN rule 3 has it
                return start, end + verb.end(), f"{verb[0].capitalize()} {word}"
            if word:
                return start, end, f"{word.capitalize()} "
            return start, end + 1, string[end : end + 1].upper()
        return start, end, f"{word} " if word else ""
    if not old and string[start - 1 : start].isspace():
        return start, end, f"{word} " if word else ""
    return start, end, f" {word}" if word else ""


def _last(words: str) -> re.Match[str] | None:
    found = None
    for match in _BEHIND.finditer(words):
        found = match
    return found


def _addressee(rest: str) -> str:
    """Who is addressed: what stands before "to", without what is set off by commas."""
    ends = [match.start() for match in (_STOP.search(rest), _INSERT.search(rest)) if match]
    words = rest[: min(ends)] if ends else rest
    return re.sub(f"{SPACE}+", " ", words).strip(" ,").lower()
