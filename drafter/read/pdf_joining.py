"""Printed lines of a PDF as running text: hyphens at the ends of lines, italics over several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model import Repair, Text
from drafter.read.pdf_page import Printed, put_together

_WORD = re.compile(r"\w+(?:-\w+)*")
_SPACED_HYPHEN = re.compile(r"(?P<a>\b[A-Za-z]{2,})(?P<gap> -)(?P<b>[A-Za-z]{2,})")
_SPACE = Text(" ")


@dataclass(slots=True)
class Joiner:
    """Printed lines as running text, with what was mended on the way."""

    text: Sequence[Printed] = ()
    """All lines of the running text, whose words are evidence."""
    words: frozenset[str] | None = None
    repairs: list[Repair] = field(default_factory=list[Repair])

    def joined(self, lines: Sequence[Printed], block: str) -> Text:
        """A paragraph.

        A hyphen at the end of a line is kept (in official texts it is part of the word), but for a
        word that the same file writes without one and never with.
        """
        pieces: list[Text] = []
        string = ""
        for line in lines:
            if string.endswith(("-", "\u2011")) and string[-2:-1].isalpha():
                if plain := self._without_hyphen(string, line.text.string):
                    self.repairs.append(Repair(block, "line-end-hyphen", *plain))
                    pieces[-1] = pieces[-1].slice(0, len(pieces[-1]) - 1)
            elif string and not string.endswith(("/", " ")):
                pieces.append(_SPACE)
            pieces.append(line.text)
            string = line.text.string or string
        whole = put_together(pieces)
        while " -" in whole.string and (match := _SPACED_HYPHEN.search(whole.string)):
            before = match["a"] + match["gap"] + match["b"]
            self.repairs.append(Repair(block, "spaced-hyphen", before, before.replace(" ", "")))
            start, end = match.span("gap")
            whole = whole.splice(start, end, whole.reworded(start, end, "-"))
        return _italics_over_spaces(whole)

    def _without_hyphen(self, string: str, following: str) -> tuple[str, str] | None:
        head = re.search(r"\w+$", string[:-1])
        tail = re.match(r"[^\W\d]+", following)
        if head is None or tail is None or not tail[0].islower():
            return None
        if self.words is None:
            self.words = _words(self.text)
        hyphened, plain = f"{head[0]}-{tail[0]}", head[0] + tail[0]
        if plain.lower() in self.words and hyphened.lower() not in self.words:
            return hyphened, plain
        return None


def _italics_over_spaces(text: Text) -> Text:
    """Italic ranges with nothing but a space between them are one."""
    ranges: list[tuple[int, int]] = []
    for start, end in text.emphasis:
        if ranges and not text.string[ranges[-1][1] : start].strip():
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return Text(text.string, tuple(ranges), text.cues)


def _words(lines: Sequence[Printed]) -> frozenset[str]:
    """All words of the running text, with and without hyphens, in lower case."""
    return frozenset(_WORD.findall("\n".join([line.text.string for line in lines]).lower()))
