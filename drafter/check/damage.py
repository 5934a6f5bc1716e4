"""Where a text was damaged before it was read: what reading mended or asks about is no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model import Finding, Question, Repair, Resolution, Text

_ABOUT_MARKS = ("cue-without-note", "cue-before-punctuation", "adjacent-cues", "note-without-cue")


class Damage:
    """What was damaged in a text, by paragraph and footnote."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._repairs: dict[str, list[Repair]] = {}
        self._questions: dict[str, list[Question]] = {}
        for repair in resolution.reading.repairs:
            self._repairs.setdefault(repair.target, []).append(repair)
        for question in resolution.reading.questions:
            self._questions.setdefault(question.target, []).append(question)

    def holds(self, one: Finding) -> bool:
        """Whether a finding is about what reading repaired, or about what it asks a person.

        A finding that reaches beyond the damage is about the text.
        """
        text = _text_of(self._resolution, one.target)
        if text is None:
            return False
        questions = self._questions.get(one.target, ())
        if one.rule in _ABOUT_MARKS and any(q.rule == "stale-cue" for q in questions):
            return True
        ranges = (
            *(
                span
                for repair in self._repairs.get(one.target, ())
                if _may_mar(repair, one)
                for span in _mended(text.string, repair)
            ),
            *(span for question in questions for span in _asked(text, question)),
        )
        return any(a <= one.start and one.end <= b for a, b in ranges)


def _may_mar(repair: Repair, one: Finding) -> bool:
    """Whether a repair can have made what a finding is about: marks of italics mar no words."""
    return repair.rule != "md-emphasis" or one.rule == "opening-italics"


def _text_of(resolution: Resolution, target: str) -> Text | None:
    if target in resolution.positions or target in resolution.notes_by_id:
        return resolution.text_of(target)
    return None


def _asked(text: Text, question: Question) -> Iterator[tuple[int, int]]:
    """The words a question is about; the whole text where that cannot be said."""
    string = text.string
    if question.rule == "stale-cue":
        lost = [cue.at for cue in text.cues if cue.note is None]
        yield from (_whole_words(string, max(0, at - 1), at) for at in lost)
        return
    word = question.proposal or ""
    splits = [f"{word[:i]} {word[i:]}" for i in range(1, len(word))]
    found = [(at, at + len(split)) for split in splits if (at := string.find(split)) >= 0]
    if found:
        yield from (_whole_words(string, *span) for span in found)
    elif word not in string:
        yield 0, len(string)


@lru_cache(maxsize=4096)
def _mended(string: str, repair: Repair) -> tuple[tuple[int, int], ...]:
    """Where a repair stands in the text as read, widened to whole words.

    A repair over a line break is recorded with the words around it, " / " for the break: then
    only the words beside the break are meant.
    """
    if not repair.after:
        return ()
    seam, size = 0, len(repair.after)
    _, broken, right = repair.before.partition(" / ")
    if broken and right[:6] in repair.after:
        seam, size = max(0, repair.after.find(right[:6]) - 1), 1
    return tuple(
        _whole_words(string, match.start() + seam, match.start() + seam + size)
        for match in re.finditer(f"(?={re.escape(repair.after)})", string)
    )


def _whole_words(string: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not string[start - 1].isspace():
        start -= 1
    while end < len(string) and not string[end].isspace():
        end += 1
    return start, end
