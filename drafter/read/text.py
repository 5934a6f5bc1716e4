"""Plain text and Markdown to a resolution."""

from __future__ import annotations

import re
from dataclasses import replace

import charset_normalizer

from drafter.errors import UnreadableFile
from drafter.model import Cue, Question, Repair, Resolution, Source, Text
from drafter.read.cues import CueFinder, has_raised
from drafter.read.joining import Joined, Printed, join
from drafter.read.lines import Line, Lines, Note
from drafter.read.marks import without_marks
from drafter.read.structure import structure
from drafter.read.traced import Traced
from drafter.read.words import Words

_MAX_LINES = 200_000
_HEADING = re.compile(r"#{1,6} +")


def read_text(data: bytes, source: Source) -> Resolution:
    """The resolution in the bytes of a text file, whatever its encoding."""
    return read_string(decoded(data, source.name), source)


def read_string(string: str, source: Source) -> Resolution:
    """The resolution in a text; blocks of the source are its lines, "l1" the first."""
    return read_joined(join(printed_lines(string, source.name)), source, string)


def read_joined(joined: Joined, source: Source, string: str) -> Resolution:
    """The resolution that joined lines make up; ``string`` is all of the text, for its words."""
    repairs = list(joined.repairs)
    questions: list[Question] = []
    words = Words(string)
    marks = tuple(mark for mark, _ in joined.notes if mark.isdigit())
    finder = CueFinder(marks, raised=any(has_raised(p.string) for p in joined.paragraphs))
    lines: list[Line] = []
    markdown = False

    def mended(traced: Traced, block: str, *, cues: bool) -> Traced:
        nonlocal markdown
        steps = [without_marks, words.mend]
        if cues:
            steps.insert(1, finder.find)
        for step in steps:
            done = step(traced)
            repairs.extend(Repair(block, *repair) for repair in done.repairs)
            questions.extend(replace(question, target=block) for question in done.questions)
            traced = done.traced
            markdown |= step is without_marks and bool(done.repairs)
        return traced.strip()

    for traced in joined.paragraphs:
        block = traced.spans[0].block
        clean = mended(traced, block, cues=True)
        heading = block in joined.headings
        lines.append(Line(clean.text, block, spans=clean.spans, whole=True, bold=heading))
    notes: list[Note] = []
    for mark, traced in joined.notes:
        block = traced.spans[0].block if traced.spans else ""
        clean = mended(traced, block, cues=False)
        notes.append(Note(mark, clean.text, block, clean.spans))
    whole = Lines((*_above(joined), *lines), tuple(notes), joined.stated, italics=False)
    return structure(
        whole,
        replace(source, format="markdown" if markdown else "text"),
        repairs=tuple(repairs),
        questions=tuple(finder.with_proposals(questions, lines)),
    )


def printed_lines(string: str, name: str) -> list[Printed]:
    """The lines of a text that hold anything."""
    rows = string.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if len(rows) > _MAX_LINES:
        raise UnreadableFile(f"{name} has {len(rows)} lines, too many for a resolution.")
    found: list[Printed] = []
    blank = False
    for number, row in enumerate(rows, 1):
        block = f"l{number}"
        traced = Traced.at(Text(row), block).strip()
        heading = _HEADING.match(traced.string)
        if heading is not None:
            traced = traced.slice(heading.end(), len(traced))
        if not traced.string:
            blank = True
            continue
        lead = row[: len(row) - len(row.lstrip())]
        indent = len(lead.replace("\t", "    "))
        found.append(Printed(traced, indent, blank, block, heading is not None))
        blank = False
    return found


def decoded(data: bytes, name: str) -> str:
    """The text in bytes: UTF-8, UTF-16 with its mark or without, else what it most likely is."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            sample = data[first:400:2]
            if sample.count(0) > 0.6 * len(sample) > 6:
                return data.decode(encoding, errors="replace")
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"", "utf-8"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is None:
        raise UnreadableFile(
            f"{name} is no text this program can decode; save it as UTF-8 and open it again."
        )
    return data.decode(best.encoding, errors="replace")


def _above(joined: Joined) -> list[Line]:
    """What furniture said of the masthead, and cues for asterisk notes, which are of no text."""
    lines = [Line(Text(part), "", whole=True, region="header") for part in joined.above]
    stars = [mark for mark, _ in joined.notes if not mark.isdigit()]
    cues = tuple(Cue(0, mark, mark) for mark in stars)
    return [*lines, Line(Text("", (), cues), "", whole=True, region="header")]
