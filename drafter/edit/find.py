"""Find and replace in a draft: paragraphs, title and footnotes, by words or regular expression.

An expression a person types may be wrong, or take for ever on an innocent text: the first is said
in a sentence, the second is stopped after ``TIME``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from time import perf_counter
from typing import Any

import regex

from drafter.model import Change, Group, Kind, Range, Resolution, Text, reword

TIME = 0.2
"""Seconds a search through a whole draft may take."""
MOST = 10_000
"""Matches of a search: more are no use to anybody."""

_TOO_LONG = "This expression takes too long; make it simpler."
_ALIKE = {
    " ": "[ \u00a0\u202f]", "'": "['‘’]", "’": "['‘’]", '"': '["“”]', "-": "[-\u2010\u2011]",
}  # fmt: skip
"""What a typed character finds besides itself: nobody types a no-break space to find one."""


class BadQuery(ValueError):
    """What is wrong with a query, in one sentence."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    expression: bool = False
    """Whether ``words`` is a regular expression."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where something was found."""

    target: str
    """Id of a paragraph or footnote."""
    start: int
    """Half-open range of code points of its text, never empty."""
    end: int


class Search:
    """A query at work. Texts that have not changed since the last time are not read again.

    Every method that searches raises ``BadQuery`` where an expression takes too long.
    """

    def __init__(self, query: Query) -> None:
        """Raises BadQuery for an expression that is none."""
        self.query = query
        self._known: dict[str, tuple[Text, tuple[Match, ...]]] = {}
        self.by_target: dict[str, tuple[Match, ...]] = {}
        """What was found last, by text; the same object where a text has not changed."""
        try:
            self._pattern: Any = regex.compile(_expression(query), _flags(query))
        except (regex.error, RecursionError, OverflowError, MemoryError) as error:
            said = str(error).split(" at position")[0]
            raise BadQuery(f"This is no regular expression: {said}.") from None

    def matches(self, resolution: Resolution) -> tuple[Match, ...]:
        """All that is found, in the order of reading; a footnote follows the paragraph that
        cites it first, one without a cue stands at the end."""
        self.by_target = {}
        if not self.query.words:
            return ()
        known, self._known = self._known, {}
        left, found = TIME, list[Match]()
        for target, text in _texts(resolution):
            before = known.get(target)
            if before is None or before[0] is not text:
                started = perf_counter()
                ranges = self._ranges(text.string, left)
                before = (text, tuple(Match(target, start, end) for start, end in ranges))
                left -= perf_counter() - started
            self._known[target] = before
            if not before[1]:
                continue
            self.by_target[target] = before[1]
            found += before[1]
            if len(found) > MOST:
                raise BadQuery(f"This stands in more than {MOST:,} places; look for more of it.")
        return tuple(found)

    def replacement(self, resolution: Resolution, match: Match, new: str) -> Change | None:
        """The change that puts ``new`` in the place of a match, keeping emphasis and cues; None
        where nothing would change. In an expression ``\\1`` stands for what its first brackets
        found; BadQuery where there are no such brackets."""
        string = resolution.text_of(match.target).string
        words = self._expanded(string, match, new)
        if words == string[match.start : match.end]:
            return None
        return reword(resolution, match.target, match.start, match.end, words)

    def replace_all(self, resolution: Resolution, new: str) -> tuple[Change | None, int]:
        """One change that replaces every match, and how many those are."""
        changes: list[Change] = []
        for _, found in groupby(self.matches(resolution), key=lambda match: match.target):
            # From the end, so that the places of those before stay what they are.
            for match in reversed(list(found)):
                change = self.replacement(resolution, match, new)
                if change is not None:
                    changes.append(change)
        return (Group(tuple(changes)) if changes else None), len(changes)

    def _ranges(self, string: str, left: float) -> Iterator[Range]:
        try:
            for found in self._pattern.finditer(string, timeout=max(left, 0.001)):
                if found.end() > found.start():
                    yield found.start(), found.end()
        except TimeoutError:
            raise BadQuery(_TOO_LONG) from None

    def _expanded(self, string: str, match: Match, new: str) -> str:
        if not self.query.expression:
            return new
        try:
            found = self._pattern.match(string, match.start, timeout=TIME)
            return found.expand(new) if found and found.end() == match.end else new
        except TimeoutError:
            raise BadQuery(_TOO_LONG) from None
        except (regex.error, IndexError, ValueError) as error:
            raise BadQuery(f"The replacement does not fit the expression: {error}.") from None


def next_match(
    found: Iterable[Match], resolution: Resolution, target: str, at: int, *, backwards: bool = False
) -> int:
    """Index of the match at or behind a place (before it, if ``backwards``), round the end of the
    text; -1 where there is none."""
    order = {key: i for i, (key, _) in enumerate(_texts(resolution))}
    here = (order.get(target, 0), at)
    keys = [(order[match.target], match.start, match.end) for match in found]
    if not keys:
        return -1
    if backwards:
        return max((i for i, key in enumerate(keys) if (key[0], key[2]) <= here), default=-1) % len(
            keys
        )
    return next((i for i, key in enumerate(keys) if key[:2] >= here), 0)


def _texts(resolution: Resolution) -> Iterator[tuple[str, Text]]:
    """Every text by id, in the order of reading."""
    said: set[str] = set()
    for paragraph in resolution.paragraphs:
        if paragraph.kind is not Kind.OPAQUE:
            yield paragraph.id, paragraph.text
        for cue in paragraph.text.cues:
            note = resolution.notes_by_id.get(cue.note or "")
            if note is not None and note.id not in said:
                said.add(note.id)
                yield note.id, note.text
    for note in resolution.notes:
        if note.id not in said:
            yield note.id, note.text


def _expression(query: Query) -> str:
    words = query.words
    if not query.expression:
        words = "".join(_ALIKE.get(c) or regex.escape(c) for c in words)
    return rf"(?<!\w)(?:{words})(?!\w)" if query.whole_words else words


def _flags(query: Query) -> int:
    return 0 if query.match_case else int(regex.IGNORECASE)
