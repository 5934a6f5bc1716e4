"""What others did in a file: tracked changes and comments, with who and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Did = Literal["insertion", "deletion"]


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked insertion or deletion (a move is one of each)."""

    target: str
    """Id of the paragraph or footnote, or "masthead" where it stands in none."""
    did: Did
    author: str
    date: str
    """As the file states it (ISO 8601); "" where it does not."""
    start: int
    """Half-open range in the text as it was read; empty where the words are not part of it."""
    end: int
    text: str
    """The words inserted or deleted; a line feed for the end of a paragraph."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin."""

    target: str
    author: str
    date: str
    at: int
    """Offset in the text as it was read."""
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text with its tracked changes shown."""

    text: str
    by: Revision | None = None


def marked_up(string: str, revisions: Iterable[Revision]) -> Iterator[Marked]:
    """A text in pieces, with what was deleted in its place (a paragraph's revisions alone)."""
    at = 0
    for revision in sorted(revisions, key=lambda r: (r.start, r.end)):
        start = max(at, min(revision.start, len(string)))
        end = max(start, min(revision.end, len(string)))
        if start > at:
            yield Marked(string[at:start])
        yield Marked(string[start:end] or revision.text, revision)
        at = end
    if at < len(string):
        yield Marked(string[at:])
