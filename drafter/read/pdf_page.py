"""PDF pages as printed lines: where they stand, how large, what is italic, which digits are raised.

Boxes are asked for only where they tell something (ends of lines, first words), looks only once a
run, so that reading costs about as much as taking the bare text.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

from drafter.errors import UnreadableFile
from drafter.model import Cue, Range, Text
from drafter.read.pdf_runs import SOFT_HYPHEN, Characters, Run, angle_of

MAX_PAGES = 1000
_LOCK = threading.Lock()
"""pdfium must not be called from two threads at once."""
_SEGMENT = re.compile(r"[^\r\n\ufffe]+")
_RAISED = re.compile(r"(?<!\d)\d{1,3}(?!\d)|\*{1,3}|(?<!\d)\d{5,6}(?!\d)")
"""What may be raised: a number, asterisks, a year with a number behind it."""
_WORD = re.compile(r"\S+")
_WIDE = 40.0
"""Points between two words that are columns, not one line (the masthead's)."""


class Printed(NamedTuple):
    """One printed line."""

    text: Text
    """Raised digits are cues (``typed``, no note yet) and no characters."""
    page: int
    left: float
    """Points from the left edge of the page; so ``right``."""
    right: float
    bottom: float
    """The base line, in points from the lower edge of the page."""
    size: float
    """Font size in points."""
    bold: bool
    first_word: float
    """Width of the first word in points."""
    hyphen: bool = False
    """A hyphen at the end of the line, which is the last character of the text."""
    leading_cue: str | None = None
    """The raised number or asterisks that the line begins with, as a footnote does."""
    column: int = 0
    """On a page set in columns (``pdf_columns.py``), in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's printed lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Printed, ...]


def pages_of(data: bytes) -> list[Page]:
    """The pages of a PDF; UnreadableFile (without the file's name) where it cannot be read."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error):
                raise UnreadableFile(
                    "the PDF is protected by a password; save it without one and open that."
                ) from None
            raise UnreadableFile(
                "the PDF is damaged or ends too early; fetch the file again."
            ) from None
        try:
            if len(document) > MAX_PAGES:
                raise UnreadableFile(
                    f"the PDF has {len(document)} pages; save the pages of the resolution alone "
                    "and open those."
                )
            return [_page(document, i) for i in range(len(document))]
        except pypdfium2.PdfiumError:
            raise UnreadableFile("a page of the PDF is damaged; fetch the file again.") from None
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    text_page = page.get_textpage()
    try:
        angle = angle_of(text_page)
        if angle != page.get_rotation():
            # pdfium puts lines together as the page is shown: show it upright
            page.set_rotation(angle)  # pyright: ignore[reportUnknownMemberType]
            text_page.close()
            text_page = page.get_textpage()
        width, height = page.get_size()
        reader = _Reader(Characters(text_page, angle, (width, height)), index, height)
        return Page(index, width, height, tuple(reader.lines()))
    finally:
        text_page.close()
        page.close()


@dataclass(slots=True)
class _Segment:
    """A stretch of characters in one line of the page's text."""

    runs: list[Run]
    start: int
    end: int
    left: float
    right: float
    bottom: float
    size: float
    hyphen: bool


class _Reader:
    def __init__(self, characters: Characters, number: int, height: float) -> None:
        self._characters = characters
        self._string = characters.string
        self._number = number
        self._height = height

    def lines(self) -> Iterator[Printed]:
        """The printed lines from top to bottom, columns of one height from left to right."""
        lines: list[list[_Segment]] = []
        for segment in self._segments():
            if lines and _same_line(lines[-1][-1], segment):
                lines[-1].append(segment)
            else:
                lines.append([segment])
        printed = [self._printed(line) for line in lines]
        yield from (line for line in printed if line.text or line.leading_cue)

    def _segments(self) -> Iterator[_Segment]:
        string = self._string
        for match in _SEGMENT.finditer(string):
            stripped = match[0].strip()
            if not stripped:
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = start + len(stripped)
            runs = self._characters.runs(start, end)
            segment = self._measured(runs, string[end : end + 1] == SOFT_HYPHEN)
            if any(_below(above, run) for above, run in pairwise(runs)):
                yield from self._rows(segment)
            elif self._number == 0 and segment.bottom > 0.66 * self._height:
                yield from self._columns(segment)
            else:
                yield segment

    def _measured(self, runs: list[Run], hyphen: bool) -> _Segment:
        start, end = runs[0].start, runs[-1].end
        of = runs[0]
        if len(runs) > 1 and not self._string[start].isalpha():
            longest = max(runs, key=lambda run: run.end - run.start)
            if longest.look.size > of.look.size:  # the beginning is raised
                of = longest
        right = self._characters.right(end - 1)
        return _Segment(runs, start, end, runs[0].left, right, of.foot, of.look.size, hyphen)

    def _rows(self, segment: _Segment) -> Iterator[_Segment]:
        """A segment cut where it goes on in the next row, which pdfium did not see."""
        runs = segment.runs
        below = [n for n in range(1, len(runs)) if _below(runs[n - 1], runs[n])]
        for a, b in pairwise([0, *below, len(runs)]):
            yield from self._cut(runs[a].start, runs[b - 1].end, b == len(runs) and segment.hyphen)

    def _cut(self, start: int, end: int, hyphen: bool) -> Iterator[_Segment]:
        """The characters of ``[start, end)`` without white space around, and hyphen at the end."""
        while start < end and self._string[start].isspace():
            start += 1
        string = self._string[start:end].rstrip()
        if string.endswith("-") and string[-2:-1].isalpha():
            string, hyphen = string[:-1], True
        if string:
            yield self._measured(self._characters.runs(start, start + len(string)), hyphen)

    def _columns(self, segment: _Segment) -> Iterator[_Segment]:
        """A segment cut where two words stand far apart."""
        start, end = segment.start, segment.end
        right: float | None = None
        for word in _WORD.finditer(self._string, start, end):
            left = self._characters.left(word.start())
            if right is not None and left - right > _WIDE:
                before = start + len(self._string[start : word.start()].rstrip())
                yield self._measured(self._characters.runs(start, before), False)
                start = word.start()
            right = self._characters.right(word.end() - 1)
        if start == segment.start:
            yield segment
        else:
            yield self._measured(self._characters.runs(start, end), segment.hyphen)

    def _printed(self, line: list[_Segment]) -> Printed:
        first, last = line[0], line[-1]
        largest = max(line, key=lambda segment: segment.size)
        size, bottom = largest.size, largest.bottom
        pieces: list[Text] = []
        bold = 0
        leading: str | None = None
        for n, segment in enumerate(line):
            text, cue = self._text(segment, size, bottom, n == 0)
            if n == 0:
                leading = cue
            elif text.string and not pieces[-1].string.endswith(("-", " ")):
                gap = segment.left - line[n - 1].right
                if gap > 0.08 * size and any(piece.string for piece in pieces):
                    pieces.append(Text(" "))
            pieces.append(text)
            for run in segment.runs:
                if run.look.bold:
                    bold += run.end - run.start
        if last.hyphen:
            pieces.append(Text("-"))
        word = _WORD.match(self._string, first.start, first.end)
        assert word is not None
        return Printed(
            put_together(pieces), self._number, first.left, last.right, bottom, size,
            2 * bold > sum(segment.end - segment.start for segment in line),
            self._characters.right(word.end() - 1) - first.left, last.hyphen, leading,
        )  # fmt: skip

    def _text(
        self, segment: _Segment, size: float, bottom: float, first: bool
    ) -> tuple[Text, str | None]:
        """A segment's text and its leading cue."""
        runs, string = segment.runs, self._string
        start, end = segment.start, segment.end
        raised = self._raised(segment, size, bottom)
        if not raised:
            return Text(string[start:end], self._italics(runs, start, end, 0)), None
        pieces: list[str] = []
        emphasis: list[Range] = []
        cues: list[Cue] = []
        length = 0
        leading: str | None = None

        def put(a: int, b: int) -> None:
            nonlocal length
            emphasis.extend(self._italics(runs, a, b, length))
            pieces.append(string[a:b])
            length += b - a

        at = start
        for a, b in raised:
            before = string[at:a]
            if first and not before.strip() and at == start:
                leading = string[a:b]
                at = b
                continue
            cut = at + len(before.rstrip(" ,")) if before.strip() == "," and cues else a
            put(at, cut if cut < a else at + len(before.rstrip(" ")))
            cues.append(Cue(length, None, string[a:b]))
            at = b
        if leading is not None and at < end and not cues:
            at += len(string[at:end]) - len(string[at:end].lstrip())
        put(at, end)
        return Text("".join(pieces), tuple(emphasis), tuple(cues)), leading

    def _italics(self, runs: list[Run], start: int, end: int, at: int) -> tuple[Range, ...]:
        """The italic words of ``[start, end)``, as ranges of a text in which it begins at ``at``.

        A bracket before a word is not part of it; words with but a space between are one range.
        """
        found: list[Range] = []
        string = self._string
        for run in runs:
            a, b = max(run.start, start), min(run.end, end)
            if not run.look.italic or a >= b:
                continue
            if found and not string[found[-1][1] : a].strip():
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
        words: list[Range] = []
        for a, b in found:
            while a < b and not string[a].isalnum():
                a += 1
            while a < b and string[b - 1].isspace():
                b -= 1
            words.append((a - start + at, b - start + at))
        return tuple(words)

    def _raised(self, segment: _Segment, size: float, bottom: float) -> list[Range]:
        """Digits and asterisks that are smaller than their line and stand above its foot."""
        runs = segment.runs
        small = [run for run in runs if run.look.size < 0.8 * size]
        if not small and self._string[segment.start] != "*":
            return []
        found: list[Range] = []
        for match in _RAISED.finditer(self._string, segment.start, segment.end):
            start, end = match.span()
            if end - start > 3 and match[0][0] != "*":
                start += 4
            run = next(run for run in runs if run.end > start)
            raised = run in small and run.foot > bottom + 0.08 * size
            star = match[0][0] == "*" and (raised or start == segment.start)
            if raised or (star and end < segment.end):
                found.append((start, end))
        return found


def _below(above: Run, run: Run) -> bool:
    """Whether a run stands in the row below the one before it."""
    size = max(above.look.size, run.look.size)
    return above.foot - run.foot > 0.8 * size


def _same_line(last: _Segment, segment: _Segment) -> bool:
    if last.hyphen:
        return False
    size = max(last.size, segment.size)
    gap = segment.left - last.right
    number = last.end - last.start <= 4
    return abs(last.bottom - segment.bottom) < 0.5 * size and -0.3 * size < gap < (
        2 * _WIDE if number else _WIDE
    )


def put_together(pieces: Sequence[Text]) -> Text:
    """Texts one behind the other."""
    if len(pieces) == 1:
        return pieces[0]
    emphasis: list[Range] = []
    cues: list[Cue] = []
    at = 0
    for piece in pieces:
        if piece.emphasis:
            emphasis += [(a + at, b + at) for a, b in piece.emphasis]
        if piece.cues:
            cues += [Cue(cue.at + at, cue.note, cue.typed) for cue in piece.cues]
        at += len(piece.string)
    return Text("".join([piece.string for piece in pieces]), tuple(emphasis), tuple(cues))
