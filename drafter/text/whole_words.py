"""Ranges widened to whole words, for showing what a person is to look at."""

from __future__ import annotations

from drafter.model import Range


def whole_words(string: str, start: int, end: int) -> Range:
    """The range of code points, where it is a place, a letter or holds only signs, with the words
    it stands in or between; words stay as they are."""
    start, end = max(0, min(start, len(string))), max(0, min(end, len(string)))
    if end - start > 1 and any(sign.isalnum() for sign in string[start:end]):
        return start, end
    while start > 0 and not string[start - 1].isspace():
        start -= 1
    while end < len(string) and not string[end].isspace():
        end += 1
    return start, end
