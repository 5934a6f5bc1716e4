"""PDF files as lines: paragraphs across lines and pages, notes at the foot, furniture left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from drafter.errors import UnreadableFile
from drafter.model import Cue, Repair, Resolution, Source, Text, Warning_
from drafter.read.lines import Align, Line, Lines, Note
from drafter.read.numbering import typed_number
from drafter.read.pdf_columns import in_columns
from drafter.read.pdf_joining import Joiner
from drafter.read.pdf_page import Page, Printed, pages_of
from drafter.read.structure import structure
from drafter.read.words import with_whole_words

_FOOTER = re.compile(
    r"^\d{1,3}/\d{1,3}\b|\b(?:[A-Z]{1,2}\.)?\d\d-\d{5}\b|^\*?\d{7}\*?$|^\d{1,3}$|Please recycle"
)
_JOB = re.compile(r"\b(?:[A-Z]{1,2}\.)?\d\d-\d{5}\b")
_SYMBOL = re.compile(r"(?:[A-Z]{1,5})/\S+(?: \(\d{4}\))?")
_RULE = re.compile(r"_{5,}|[–—-]{8,}")
_UNDER_DISTR = re.compile(r"Distr\.|Original|\d{1,2} [A-Z][a-z]+ \d{4}|English|[A-Z][a-z]+ only")
_DIGITS = re.compile(r"\d+")
_ENDS = ".;:,"
_SCANNED = 25
"""A page with fewer characters is a picture of a page."""


def read_pdf(data: bytes, source: Source) -> Resolution:
    """The resolution in a PDF; UnreadableFile where it is damaged or a scan."""
    lines, joined = lines_from_pdf(data)
    whole, mended, questions = with_whole_words(lines.lines)
    lines = replace(lines, lines=tuple(whole))
    return structure(lines, source, repairs=(*joined, *mended), questions=questions)


def lines_from_pdf(data: bytes) -> tuple[Lines, tuple[Repair, ...]]:
    """The paragraphs and footnotes of a PDF, and what was mended in them."""
    pages = [replace(page, lines=in_columns(page.lines, page.width)) for page in pages_of(data)]
    written = [p for p in pages if sum(len(line.text) for line in p.lines) >= _SCANNED]
    if not written:
        raise UnreadableFile(
            "the PDF holds pictures of pages and no text; get the Word file, or run text "
            "recognition (OCR) on it and open the result."
        )
    warnings: list[Warning_] = []
    if len(written) < len(pages):
        missing = ", ".join(str(p.number + 1) for p in pages if p not in written)
        warnings.append(
            Warning_("scanned-page", f"No text could be read on these pages: {missing}.")
        )
    layout = _Layout.of(written)
    header: list[Line] = []
    footer: list[str] = []
    blocks: list[_Block] = []
    notes = _Notes()
    for page in written:
        top, body, foot, bottom = layout.parted(page)
        header += [_masthead_line(line, n) for n, line in enumerate(top)]
        footer += [line.text.string for line in bottom]
        layout.paragraphs(body, blocks)
        for line in foot:
            notes.take(line)
    known = notes.finished()
    keys = {note.key for note in known}
    joiner = Joiner([line for block in blocks for line in block.lines])
    lines = [
        *(replace(line, text=_called(line.text, keys)) for line in header),
        *(layout.line(block, n, keys, joiner) for n, block in enumerate(blocks)),
    ]
    job = next((m[0] for string in footer if (m := _JOB.search(string))), None)
    properties = {"job_number": job} if job else {}
    return Lines(tuple(lines), known, properties, tuple(warnings)), tuple(joiner.repairs)


@dataclass(slots=True)
class _Block:
    """A paragraph's printed lines."""

    lines: list[Printed] = field(default_factory=list[Printed])

    @property
    def last(self) -> Printed:
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        return 2 * sum(line.bold for line in self.lines) > len(self.lines)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in the file."""

    size: float
    """Of the running text, in points."""
    left: float
    right: float
    """Margins of the running text."""
    spacing: float
    """From one line of the running text to the next."""
    repeated: frozenset[str]
    """Lines at the edges of pages that come back, digits set aside."""
    front: str
    """All text of the first page, for running titles."""

    @classmethod
    def of(cls, pages: Sequence[Page]) -> _Layout:
        lines = [line for page in pages for line in page.lines]
        size = _mode((round(line.size, 1), len(line.text)) for line in lines)
        body = [line for line in lines if abs(line.size - size) < 0.06 * size]
        left = _mode((round(line.left), len(line.text)) for line in body)
        rights = sorted(line.right for line in body if len(line.text) > 20)
        right = rights[int(0.9 * (len(rights) - 1))] if rights else pages[0].width
        gaps: Counter[float] = Counter()
        for page in pages:
            for above, below in zip(page.lines, page.lines[1:], strict=False):
                gap = above.bottom - below.bottom
                if 0 < gap < 3 * size and abs(above.size - size) < 0.1 * size:
                    gaps[round(gap * 2) / 2] += 1
        spacing = gaps.most_common(1)[0][0] if gaps else 1.3 * size
        edges: Counter[str] = Counter()
        for page in pages:
            edges.update({_plain(line) for line in page.lines if _at_edge(line, page)})
        repeated = frozenset(edge for edge, count in edges.items() if count > 1)
        front = " ".join(line.text.string for line in pages[0].lines)
        return cls(size, left, right, spacing, repeated, front)

    # -- what a page consists of ----------------------------------------------------------------

    def parted(
        self, page: Page
    ) -> tuple[list[Printed], list[Printed], list[Printed], list[Printed]]:
        """A page's masthead, running text, footnotes and furniture."""
        furniture: list[Printed] = []
        rest: list[Printed] = []
        for line in page.lines:
            (furniture if self._furniture(line, page) else rest).append(line)
        rest.sort(key=lambda line: (line.column, -round(line.bottom), line.left))
        top = self._masthead(rest) if page.number == 0 else []
        if top:
            rest = [line for line in rest if line not in top]
        body: list[Printed] = []
        notes: list[Printed] = []
        for _, column in groupby(rest, key=lambda line: line.column):
            lines = list(column)
            end, begin = self._notes_begin(lines)
            body += lines[:end]
            notes += lines[begin:]
        return top, body, notes, furniture

    def _furniture(self, line: Printed, page: Page) -> bool:
        string = line.text.string
        if line.bottom < 0.09 * page.height:
            return bool(_FOOTER.search(string)) or (
                _plain(line) in self.repeated and line.leading_cue is None
            )
        if page.number == 0 or line.bottom < 0.86 * page.height:
            return False
        small = line.size < 0.95 * self.size
        return (
            bool(_SYMBOL.fullmatch(string))
            or (_plain(line) in self.repeated and small)
            or (small and line.bold)
            or (small and string in self.front)
            or bool(re.fullmatch(r"(?:Page )?\d{1,3}", string))
        )

    def _masthead(self, lines: Sequence[Printed]) -> list[Printed]:
        """The lines down to the distribution, the date and the original language."""
        distribution = next((line for line in lines if line.text.string.startswith("Distr")), None)
        if distribution is None:
            return []
        lowest = distribution.bottom
        for line in lines:
            below = 0 < lowest - line.bottom < 3 * self.spacing
            if (
                below
                and abs(line.left - distribution.left) < 4
                and _UNDER_DISTR.match(line.text.string)
            ):
                lowest = line.bottom
        return [line for line in lines if line.bottom >= lowest - 0.5]

    def _notes_begin(self, lines: Sequence[Printed]) -> tuple[int, int]:
        """Where the running text ends and where the footnotes begin."""
        for i, line in enumerate(lines):
            if _RULE.fullmatch(line.text.string.strip()):
                return i, i + 1
        at = len(lines)
        for i in range(len(lines) - 1, -1, -1):
            if lines[i].size > 0.93 * self.size:
                break
            if lines[i].leading_cue is not None:
                at = i
        return at, at

    # -- paragraphs -------------------------------------------------------------------------------

    def paragraphs(self, lines: Sequence[Printed], blocks: list[_Block]) -> None:
        """Puts a page's running text behind what the pages before it hold."""
        for n, line in enumerate(lines):
            last = blocks[-1] if blocks else None
            goes = self._goes_over if not n or lines[n - 1].column != line.column else self._goes_on
            if last is not None and goes(last, line):
                last.lines.append(line)
            else:
                blocks.append(_Block([line]))

    def _goes_over(self, block: _Block, line: Printed) -> bool:
        """Whether a page's first line goes on with the last paragraph of the page before."""
        string = line.text.string
        if abs(line.size - block.last.size) > 0.08 * self.size or line.bold != block.last.bold:
            return False
        if line.left > self.left + 0.6 * self.size and line.left > block.last.left + 3:
            return False
        ended = block.last.text.string[-1:] in _ENDS
        if typed_number(string) is not None and (ended or not self._full(block.last, line)):
            return False
        if ended and not self._full(block.last, line):
            return string[:1].islower()
        return True

    def _goes_on(self, block: _Block, line: Printed) -> bool:
        """Whether a line goes on with the paragraph above it."""
        last = block.last
        size = max(last.size, line.size)
        gap = last.bottom - line.bottom
        if abs(last.size - line.size) > 0.1 * size or gap > 1.25 * self._spacing(size):
            return False
        if last.bold != line.bold and not self._full(last, line):
            return False
        if line.bold and last.bold:
            return typed_number(line.text.string) is None
        slack = 0.6 * self.size
        if len(block.lines) > 1 and abs(line.left - last.left) > slack:
            return False
        if len(block.lines) == 1 and line.left > last.left + slack:
            hanging = typed_number(last.text.string) is not None
            if not hanging or not self._full(last, line):
                return False
        if last.left > self.left + 0.5 * (self.right - self.left):
            return False
        numbered = typed_number(line.text.string) is not None
        if numbered and last.text.string[-1:] in _ENDS and line.left > self.left + slack:
            return False
        if self._full(last, line):
            return True
        room = self.right - last.right > 0.25 * (self.right - self.left)
        capital = line.text.string[:1].isupper()
        return last.text.string[-1:] not in _ENDS and not numbered and not (room and capital)

    def _spacing(self, size: float) -> float:
        return self.spacing * max(1.0, size / self.size)

    def _full(self, line: Printed, following: Printed) -> bool:
        """Whether the first word of the next line had no room in this one."""
        return line.right + following.first_word > self.right - 1.2 * self.size

    def line(self, block: _Block, n: int, keys: set[str], joiner: Joiner) -> Line:
        """A paragraph as a line for the structure step."""
        first = block.lines[0]
        name = f"p{first.page + 1}.{n}"
        text = joiner.joined(block.lines, name)
        middle = (first.left + first.right) / 2
        centred = (
            first.left > self.left + 3 * self.size
            and abs(middle - (self.left + self.right) / 2) < self.size
            and first.right < self.right - 2 * self.size
        )
        align: Align = "center" if centred else ""
        return Line(
            _called(text, keys), name, whole=True, page=first.page,
            align=align, indent=round(first.left - self.left, 1), size=round(first.size, 1),
            bold=block.bold,
        )  # fmt: skip


@dataclass(slots=True)
class _Notes:
    """Footnotes, as the pages give them."""

    rows: list[tuple[str, list[Printed]]] = field(default_factory=list[tuple[str, list[Printed]]])

    def take(self, line: Printed) -> None:
        """A line below the rule."""
        cue, typed = line.leading_cue, re.match(r"(\d{1,3}) +(?=\S)", line.text.string)
        if cue is None and typed and typed[1] == str(len(self.rows) + 1):
            cue = typed[1]
            line = line._replace(text=line.text.slice(typed.end(), len(line.text)))
        if cue is not None or not self.rows:
            self.rows.append((cue or "?", [line]))
        else:
            self.rows[-1][1].append(line)

    def finished(self) -> tuple[Note, ...]:
        """Notes by their printed numbers."""
        found: dict[str, Note] = {}
        for cue, lines in self.rows:
            key = f"n{cue}" if f"n{cue}" not in found else f"n{cue}.{len(found)}"
            text = Joiner().joined(lines, key)
            found[key] = Note(key, _called(text, set()), key)
        return tuple(found.values())


def _called(text: Text, keys: set[str]) -> Text:
    """Cues with the notes they call; what is no digit (an asterisk) stays as typed."""
    cues: list[Cue] = []
    for cue in text.cues:
        key = f"n{cue.typed}"
        known = key if key in keys else None
        keep = None if known and (cue.typed or "").isdigit() else cue.typed
        cues.append(Cue(cue.at, known, keep))
    return Text(text.string, text.emphasis, tuple(cues))


def _masthead_line(line: Printed, n: int) -> Line:
    return Line(
        line.text, f"h{n}", whole=True, region="header", page=0, size=line.size, bold=line.bold
    )


def _plain(line: Printed) -> str:
    return _DIGITS.sub("#", line.text.string)


def _at_edge(line: Printed, page: Page) -> bool:
    return line.bottom < 0.09 * page.height or line.bottom > 0.86 * page.height


def _mode(weighted: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[value] += weight
    return counts.most_common(1)[0][0]
