"""Footnote cues that extraction left as characters: raised, glued to a word, or detached from it.

Source: ``domain/repairs.json`` E-06 to E-08, E-20, E-24, E-36 to E-38. A digit is a cue only if it
is an existing or the next expected note; what is doubtful is asked, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.model import Cue, Question
from drafter.read.lines import Line
from drafter.read.mending import Mended, Mender
from drafter.read.traced import Traced

_SUPERSCRIPT = re.compile(r"(?P<space>\s?)(?P<marks>[¹²³⁰⁴-⁹]+(?:[,⁾]\s?[¹²³⁰⁴-⁹]+)*)")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GLUED = re.compile(
    r"(?:(?<=[A-Za-z”’)])|(?<=[A-Za-z”’)\d][,;.:]))(?P<number>\d{1,2})(?=[\s,;.:)]|$)"
)
_AFTER_YEAR = re.compile(r"(?:(?<=[–-])|(?<=[a-z] ))(?:19|20)\d\d(?P<number>\d)(?=[\s,;.:)]|$)")
_SPACED_COMMA = re.compile(r"(?<=[A-Za-z”)]) (?P<sign>[,;])(?P<number>\d{1,2})(?=\s|$)")
_DETACHED = re.compile(r"(?<=[a-z”)][,;.:]|[a-z”)][a-z”)])\s(?P<number>\d{1,2})(?=$|\s+[a-z])")
_FIGURES = re.compile(r"\d+|[¹²³⁰⁴-⁹]+")
_PLAIN = (
    (_SPACED_COMMA, "space-before-punct", 2),
    (_DETACHED, "detached-cue", 1),
    (_GLUED, "glued-cue", 0),
    (_AFTER_YEAR, "glued-cue", 0),
)
"""Pattern, rule, and how far before the figures it begins."""
_NEAR = 60
"""Characters before a figure that say whether it is a cue."""
_COUNTED = re.compile(
    r"(?:paragraphs?|articles?|goals?|rules?|chapters?|annex(?:es)?|sections?|resolutions?|items?|"
    r"targets?|pillars?|parts?|No\.|no\.|para\.|paras\.|vol\.|pp?\.|to|of|than|about|and|the|"
    r"from|between|at|by|in|on|table|phase|volume|appendix|decisions?|protocol)$",
    re.IGNORECASE,
)


def has_raised(string: str) -> bool:
    """Whether a text holds raised figures."""
    return _SUPERSCRIPT.search(string) is not None


class CueFinder:
    """Walks the paragraphs of a text in order; knows which notes there are and which came."""

    def __init__(self, notes: Sequence[str], *, raised: bool) -> None:
        """``raised``: the text prints its cues as raised figures, so no other digit is one."""
        self._notes = frozenset(notes)
        self._raised = raised
        self._last = 0

    def find(self, traced: Traced) -> Mended:
        """A paragraph with its cues as cues."""
        mender = Mender(traced)
        at = 0
        while not mender.full and (found := self._next(mender.traced.string, at)) is not None:
            match, rule, number = found
            at = self._take(mender, match, rule, number)
        return mender.done()

    def with_proposals(
        self, questions: Iterable[Question], lines: Sequence[Line]
    ) -> list[Question]:
        """Questions about stale cues, each with the note that the same words call elsewhere."""
        return [_proposed(question, lines) for question in questions]

    def _next(self, string: str, at: int) -> tuple[re.Match[str], str, str] | None:
        """The next cue from an offset on: its match, rule and number."""
        for figures in _FIGURES.finditer(string, at):
            start = figures.start()
            if not figures[0].isdecimal():
                match = _SUPERSCRIPT.match(string, max(at, start - 1))
                match = match or _SUPERSCRIPT.match(string, start)
                if match is not None:
                    return match, "unicode-superscript", match["marks"].translate(_DIGITS)
            for pattern, rule, back in () if self._raised else _PLAIN:
                match = pattern.match(string, start - back) if start - back >= at else None
                if match and self._plausible(string, match, rule, pattern is _AFTER_YEAR):
                    return match, rule, match["number"]
        return None

    def _plausible(self, string: str, match: re.Match[str], rule: str, after_year: bool) -> bool:
        number = int(match["number"])
        near = string[max(0, match.start() - _NEAR) : match.start()]
        before = near.rstrip(" ,;.:")
        if number == 0 or (self._notes and match["number"] not in self._notes):
            return False
        if "/" in near.split(" ")[-1] and near[-1:] in (".", ":"):
            return False  # "A/72/L.1"
        if after_year:
            return number == self._last + 1 and match["number"] in self._notes
        if rule == "detached-cue":
            # Only the next one expected, and only where that note is there.
            return (
                number == self._last + 1
                and match["number"] in self._notes
                and not _COUNTED.search(before)
            )
        if before[-1:].isdigit():
            # "2015,3": behind a year only the next note, at the paragraph's end (E-24).
            return number == self._last + 1 and match.end() == len(string)
        return number <= self._last + 1

    def _take(self, mender: Mender, match: re.Match[str], rule: str, number: str) -> int:
        numbers = re.findall(r"\d+", number)
        start = match.start()
        if rule == "space-before-punct":
            mender.replace(start, match.end(), match["sign"], rule)
            start += 1
        else:
            if rule == "glued-cue":
                start = match.start("number")
            mender.replace(start, match.end(), "", rule)
        text = mender.traced.text
        cues: list[Cue] = []
        for one in numbers:
            if self._notes and one not in self._notes:
                cues.append(Cue(start, None, one))
                mender.questions.append(
                    Question(
                        "",
                        "stale-cue",
                        f"The footnote mark {one} calls no note of this text; which note is meant?",
                        None,
                    )
                )
                continue
            self._last = max(self._last, int(one))
            known = one in self._notes
            cues.append(Cue(start, one if known else None, None if known else one))
        mender.traced = mender.traced.with_text(replace(text, cues=(*text.cues, *cues)))
        return start


def _proposed(question: Question, lines: Sequence[Line]) -> Question:
    """The note of the cue elsewhere that stands behind the longest run of the same words."""
    if question.rule != "stale-cue":
        return question
    own = next((line for line in lines if line.block == question.target), None)
    cue = next((c for c in own.text.cues if c.note is None), None) if own else None
    if own is None or cue is None:
        return question
    anchor = _words_before(own.text.string, cue.at)
    best, note = 1, None
    for line in lines:
        for other in line.text.cues:
            if other.note is None:
                continue
            same = 0
            words = _words_before(line.text.string, other.at)
            while same < min(len(anchor), len(words)) and anchor[-1 - same] == words[-1 - same]:
                same += 1
            if same > best:
                best, note = same, other.note
    return replace(question, proposal=note)


def _words_before(string: str, at: int) -> list[str]:
    return re.findall(r"[\w’-]+", string[:at].lower())[-12:]
