"""What a step of mending gives back."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Question
from drafter.read.traced import Traced

_MOST = 300
"""Repairs of one text by one step: a text with more is no damaged resolution but another kind of
file, and mending it would take for ever."""

_WORD = 60
"""Characters of a word that are told beside what was mended."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after a step: what it is now, what was done to it, what must be asked."""

    traced: Traced
    repairs: tuple[tuple[str, str, str], ...] = ()
    """Rule, before, after."""
    questions: tuple[Question, ...] = ()


class Mender:
    """A text being mended: edits from left to right, each recorded with a few words around it."""

    def __init__(self, traced: Traced) -> None:
        self.traced = traced
        self.repairs: list[tuple[str, str, str]] = []
        self.questions: list[Question] = []

    @property
    def full(self) -> bool:
        """Whether so much was mended that the rest is left as it is."""
        return len(self.repairs) >= _MOST

    def replace(self, start: int, end: int, new: str, rule: str) -> None:
        """Replace a range and record it."""
        old = self.traced.string
        self.traced = self.traced.splice(start, end, new)
        a, b = _word_start(old, start), _word_end(old, end)
        self.repairs.append((rule, old[a:b], old[a:start] + new + old[end:b]))

    def done(self) -> Mended:
        """The result."""
        return Mended(self.traced, tuple(self.repairs), tuple(self.questions))


def _word_start(string: str, at: int) -> int:
    end = max(0, at - _WORD)
    while at > end and not string[at - 1].isspace():
        at -= 1
    return at


def _word_end(string: str, at: int) -> int:
    end = min(len(string), at + _WORD)
    while at < end and not string[at].isspace():
        at += 1
    return at
