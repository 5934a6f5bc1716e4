"""Words that extraction parted or glued (``domain/repairs.json``: E-03, E-28 to E-35, E-38)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.model import Question, Repair
from drafter.read.language import language_of
from drafter.read.lines import Line
from drafter.read.mending import Mended, Mender
from drafter.read.traced import Traced
from drafter.text.word_list import lower_words

_SPACES = re.compile(r"[ \t]{2,}|\t")
_BEFORE_SIGN = re.compile(r"(?<=[\w”’)]) +(?=[,;:](?:\s|$)|\.$)")
_SPACED_HYPHEN = re.compile(
    r"(?<=[A-Za-z]{2})(?<!\band)(?<!\bor) -(?=[A-Za-z]{2})"
    r"|(?<=[a-z]{2})- (?!(?:and|or|to|nor|but|as)\b)(?=[a-z]{2,})"
)
_GLUED_SYMBOL = re.compile(r"(?<=[a-z]{3})(?=\d{1,3}/\d{1,4}\b)")
_NUMBER = re.compile(r"[\w/().-]{1,12}[.)]")
_ZERO_WIDTH = re.compile(r"[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_PAIR = re.compile(r"(?<![\w’'-])(?P<a>[A-Za-z]{1,14}) (?P<b>[a-z]{1,14})(?![\w’'-])")
_PIECES = frozenset("istbcdeg")
"""Letters that are no words but ends of words."""


class Words:
    """Mends the paragraphs of one text, whose own words are evidence."""

    def __init__(self, string: str) -> None:
        self._counts = Counter(re.findall(r"[a-z]+", string.lower()))
        self._english = language_of(string) in (None, "English")

    def mend(self, traced: Traced) -> Mended:
        """A paragraph with its words whole and single spaces between them."""
        mender = Mender(traced)
        for pattern, new, rule in (
            (_ZERO_WIDTH, "", "invisible-mark"),
            (_SPACES, " ", "double-space"),
            (_SPACED_HYPHEN, "-", "spaced-hyphen"),
            (_BEFORE_SIGN, "", "space-before-punct"),
            (_GLUED_SYMBOL, " ", "missing-space"),
        ):
            at = 0
            while not mender.full and (match := pattern.search(mender.traced.string, at)):
                if rule == "double-space" and _NUMBER.fullmatch(
                    mender.traced.string[: match.start()]
                ):
                    at = match.end()  # the tab behind a typed number is its own
                    continue
                mender.replace(match.start(), match.end(), new, rule)
                at = match.start() + len(new)
        if self._english:  # of other languages no words are known
            self._split_words(mender)
        return mender.done()

    def whole(self, traced: Traced) -> Mended:
        """A paragraph with its words whole, and nothing else mended."""
        mender = Mender(traced)
        if self._english:
            self._split_words(mender)
        return mender.done()

    def _split_words(self, mender: Mender) -> None:
        at = 0
        while not mender.full and (match := _PAIR.search(mender.traced.string, at)):
            a, b = match["a"], match["b"]
            joined = (a + b).lower()
            verdict = self._verdict(a.lower(), b, joined)
            if verdict == "join":
                mender.replace(match.end("a"), match.start("b"), "", "split-word")
                at = match.start()
                continue
            if verdict == "ask":
                mender.questions.append(
                    Question("", "split-word", f"Is “{a} {b}” one word, “{a}{b}”?", a + b)
                )
            at = match.start("b")

    def _verdict(self, a: str, b: str, joined: str) -> str:
        """join, ask or "" for two neighbouring words."""
        odd_a, odd_b = self._odd(a), self._odd(b)
        if not (odd_a or odd_b):
            return ""
        if self._counts.get(joined, 0) or joined in lower_words():
            return "join"
        if odd_a and odd_b and len(a) > 1 and len(b) > 1 and min(len(a), len(b)) < 4:
            return "ask"
        return ""

    def _odd(self, word: str) -> bool:
        """A fragment: no word that is known, and no word of this text otherwise."""
        return _fragment(word) and (len(word) == 1 or self._counts.get(word, 0) < 2)


def _bare_words(string: str) -> set[str]:
    string = string.lower()
    for sign in ",;:.":
        string = string.replace(sign, " ")
    return set(string.split())


def _fragment(word: str) -> bool:
    """Whether a word may be a piece of one, by itself."""
    if len(word) == 1:
        return word in _PIECES
    return word.isalpha() and word.isascii() and word not in lower_words()


def with_whole_words(
    lines: Sequence[Line],
) -> tuple[list[Line], tuple[Repair, ...], tuple[Question, ...]]:
    """Lines of a format that has no other damage, and what was mended and is asked."""
    rows = [_bare_words(line.text.string) for line in lines]
    odd = set(filter(_fragment, set[str]().union(*rows)))
    if not odd:
        return list(lines), (), ()
    words = Words("\n".join(line.text.string for line in lines))
    found: list[Line] = []
    repairs: list[Repair] = []
    questions: list[Question] = []
    for line, row in zip(lines, rows, strict=True):
        if odd.isdisjoint(row):
            found.append(line)
            continue
        done = words.whole(Traced.of(line))
        if done.repairs:
            line = replace(line, text=done.traced.text, spans=done.traced.spans)
            repairs += [Repair(line.block, *repair) for repair in done.repairs]
        questions += [replace(question, target=line.block) for question in done.questions]
        found.append(line)
    return found, tuple(repairs), tuple(questions)
