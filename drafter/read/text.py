"""Plain text and Markdown to a resolution."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
from drafter.text.plain import END_OF_TABLE, EXACT, PICTURE, TABLE

_MAX_LINES = 200_000
_HEADING = re.compile(r"#{1,6} +")


def read_text(data: bytes, source: Source) -> Resolution:
    """The resolution in the bytes of a text file, whatever its encoding."""
    return read_string(decoded(data, source.name), source)


def read_string(string: str, source: Source) -> Resolution:
    """The resolution in a text; blocks of the source are its lines, "l1" the first."""
    rows = string.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if len(rows) > _MAX_LINES:
        raise UnreadableFile(f"{source.name} has {len(rows)} lines, too many for a resolution.")
    exact = next((row.strip() for row in reversed(rows) if row.strip()), "") == EXACT
    if exact:
        del rows[max(at for at, row in enumerate(rows) if row.strip()) :]
    tables = _tables(rows)
    joined = join(printed_lines(rows, tables), exact=exact)
    shown = {f"l{start + 1}": _table(rows, start + 1, end) for start, end in tables.items()}
    return read_joined(joined, source, string, shown, exact=exact)


def read_joined(
    joined: Joined,
    source: Source,
    string: str,
    tables: Mapping[str, Traced] | None = None,
    *,
    exact: bool = False,
) -> Resolution:
    """The resolution that joined lines make up; ``string`` is all of the text, for its words,
    ``tables`` what stands in each by the block it begins in; ``exact`` where no word was damaged
    and no italics were lost."""
    repairs = list(joined.repairs)
    questions: list[Question] = []
    words = Words(string)
    marks = tuple(mark for mark, _ in joined.notes if mark.isdigit())
    shown = tables or {}
    raised = any(has_raised(p.string) for p in (*joined.paragraphs, *shown.values()))
    finder = CueFinder(marks, raised=raised)
    lines: list[Line] = []
    markdown = False

    def mended(traced: Traced, block: str, *, cues: bool) -> Traced:
        nonlocal markdown
        steps = [without_marks]
        if cues:
            steps.append(finder.find)
        if not exact:
            steps.append(words.mend)
        for step in steps:
            done = step(traced)
            repairs.extend(Repair(block, *repair) for repair in done.repairs)
            questions.extend(replace(question, target=block) for question in done.questions)
            traced = done.traced
            markdown |= step is without_marks and bool(done.repairs)
        return traced.strip()

    for traced in joined.paragraphs:
        block = traced.spans[0].block
        if traced.string == PICTURE or block in shown:
            rows = without_marks(shown.get(block, traced)).traced
            rows = finder.find(rows).traced if has_raised(rows.string) else rows
            lines.append(Line(rows.text, block, spans=rows.spans, whole=True, opaque=True))
            continue
        clean = mended(traced, block, cues=True)
        heading = block in joined.headings
        lines.append(Line(clean.text, block, spans=clean.spans, whole=True, bold=heading))
    notes: list[Note] = []
    for mark, traced in joined.notes:
        block = traced.spans[0].block if traced.spans else ""
        clean = mended(traced, block, cues=False)
        notes.append(Note(mark, clean.text, block, clean.spans))
    whole = Lines((*_above(joined), *lines), tuple(notes), joined.stated, italics=exact)
    return structure(
        whole,
        replace(source, format="markdown" if markdown else "text"),
        repairs=tuple(repairs),
        questions=tuple(finder.with_proposals(questions, lines)),
    )


def _tables(rows: Sequence[str]) -> dict[int, int]:
    """Where tables stand: the row of each beginning, and that of its end."""
    found: dict[int, int] = {}
    begun: int | None = None
    for at, row in enumerate(rows):
        if row.strip() == TABLE:
            begun = at
        elif row.strip() == END_OF_TABLE and begun is not None:
            found[begun], begun = at, None
    return found


def _table(rows: Sequence[str], start: int, end: int) -> Traced:
    """The rows [start, end) as one text."""
    found = Traced(Text())
    for at in range(start, end):
        found += Traced(Text("\n" if at > start else "")) + Traced.at(Text(rows[at]), f"l{at + 1}")
    return found


def printed_lines(rows: Sequence[str], tables: Mapping[int, int]) -> list[Printed]:
    """The lines of a text that hold anything; a table is its first line."""
    found: list[Printed] = []
    blank = False
    behind = 0
    for number, row in enumerate(rows, 1):
        if number <= behind:
            continue
        block = f"l{number}"
        traced = Traced.at(Text(row), block).strip()
        if number - 1 in tables or traced.string == PICTURE:
            behind = tables.get(number - 1, number - 1) + 1
            found.append(Printed(traced, 0, True, block, True))
            blank = True
            continue
        heading = _HEADING.match(traced.string)
        if heading is not None:
            traced = traced.behind(heading.end())
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
