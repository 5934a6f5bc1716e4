"""Printed lines to paragraphs and footnotes, for formats that have only lines.

A blank line is not always the end of a paragraph (a double-spaced file), a page break can part one
with footnotes between (``domain/repairs.json``: E-01 to E-05, E-12 to E-16, E-25, E-39 to E-43).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from drafter.model import Repair, Text
from drafter.read.furniture import ANCHOR, furniture, harvest, parted
from drafter.read.masthead import MastheadBuilder
from drafter.read.numbering import typed_number
from drafter.read.traced import Traced
from drafter.text.plain import PICTURE, TABLE
from drafter.un import openings, organs
from drafter.un.dates import parse_date

Layout = Literal["long", "wrapped", "double"]

_NOTE = re.compile(r"^(?:(?P<sup>[¹²³⁰⁴-⁹]+)\s*|(?P<number>\d{1,2})\s+|(?P<star>\*{1,3})\s+)(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_APART = (TABLE, PICTURE)
"""What stands for a table or a picture."""
_CLOSING = re.compile(r"^\W{0,2}\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting")
_CUE_AT_END = re.compile(r"(?<=[,;.:”])\s?(?:\d{1,2}|[¹²³⁰⁴-⁹]+)$")
_LONG = 130
_LONGEST = 20_000
_MOST_LINES = 500
"""Characters and lines beyond which a paragraph is no paragraph of a resolution."""
_TAIL = 80
"""Characters that say how a paragraph ends."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line."""

    traced: Traced
    """Without white space at the ends."""
    indent: int
    """Leading spaces; a tab counts four."""
    blank: bool
    """A blank line stands before it."""
    block: str
    heading: bool = False
    """Marked as a heading ("# …" of Markdown)."""

    @property
    def string(self) -> str:
        return self.traced.string


@dataclass
class Joined:
    """What lines were joined to."""

    paragraphs: list[Traced] = field(default_factory=list[Traced])
    notes: list[tuple[str, Traced]] = field(default_factory=list[tuple[str, Traced]])
    """Mark ("3", "*") and text, in the order they stand."""
    headings: set[str] = field(default_factory=set[str])
    """Blocks of the paragraphs that are marked as headings."""
    above: list[str] = field(default_factory=list[str])
    """Masthead lines found among the furniture."""
    stated: dict[str, str] = field(default_factory=dict[str, str])
    repairs: list[Repair] = field(default_factory=list[Repair])
    """Targets are blocks of the source."""


def layout_of(lines: Sequence[Printed]) -> Layout:
    """How a file is set: a paragraph a line, hard-wrapped, or that with every line spaced."""
    lengths = sorted(len(line.string) for line in lines)
    if not lengths or lengths[int(0.95 * (len(lengths) - 1))] > _LONG:
        return "long"
    spaced = sum(line.blank for line in lines[1:])
    open_ended = sum(_bare(line.string)[-1:] not in '.,;:”"' for line in lines)
    if len(lines) > 8 and spaced > 0.8 * (len(lines) - 1) and open_ended > 0.5 * len(lines):
        return "double"
    return "wrapped"


def join(lines: Sequence[Printed], *, exact: bool = False) -> Joined:
    """Paragraphs and footnotes of printed lines; ``exact`` where each line is known to be whole."""
    return _Joiner(lines, exact=exact).run()


class _Joiner:
    def __init__(self, lines: Sequence[Printed], *, exact: bool) -> None:
        self._lines = lines
        self._exact = exact
        self._layout = layout_of(lines)
        self._out = Joined()
        self._open: Traced | None = None
        self._note: tuple[str, Traced] | None = None
        self._among_notes = False
        self._closed = False
        self._heading = False
        self._broken = False
        """Footnotes or furniture stood since the open paragraph's last line."""
        self._seen: list[str] = []
        self._numbered = 0
        """Notes with a number so far."""

    def run(self) -> Joined:
        for line in self._lines:
            self._line(line)
        self._end_note()
        self._end()
        return self._out

    def _line(self, line: Printed) -> None:
        line = self._without_anchor(line)
        if not line.string:
            return
        rule = furniture(line.string)
        if rule is not None and (rule == "rule-line" or not self._exact):
            self._furniture(line, rule)
            return
        mark = self._note_mark(line)
        if mark is not None:
            self._end_note()
            self._note = (mark[0], line.traced.slice(mark[1], len(line.traced)).strip())
            self._among_notes = True
            self._broken = True
            return
        if self._note is not None and self._continues_note(line):
            self._note = (self._note[0], _glued(self._note[1], line.traced))
            return
        if self._among_notes:
            self._end_note()
            self._among_notes = False
        if line.heading:
            self._closed = False  # what follows is a text of its own
        if self._closed and not self._exact and self._harvested(line):
            return
        self._text(line)

    def _text(self, line: Printed) -> None:
        self._seen.append(_plain(line.string))
        if self._open is not None and not self._starts(line):
            before = self._open.string[-24:]
            self._open = _glued(self._open, line.traced)
            if self._broken or (line.blank and self._layout != "double"):
                after = self._open.string[-len(line.string) - 24 :][:48]
                self._repaired(line, "page-break", f"{before} / {line.string[:24]}", after)
            elif before.rstrip().endswith("-"):
                rule = "spaced-hyphen" if before.rstrip().endswith(" -") else "hyphen-at-line-end"
                joined = self._open.string[-len(line.string) - 12 :][:36]
                self._repaired(line, rule, f"{before[-12:]} / {line.string[:12]}", joined)
        else:
            self._end()
            self._open = line.traced
            self._heading = line.heading
            if line.heading:
                self._out.headings.add(line.block)
            if _CLOSING.match(line.string):
                self._closed = True
        self._broken = False

    def _starts(self, line: Printed) -> bool:
        """Whether a line begins a paragraph (something is open before it)."""
        assert self._open is not None
        if self._exact or _too_long(self._open):
            return True
        whole = self._open.string
        if line.string in _APART or whole in _APART:
            return True
        before = _bare(whole[-_TAIL:])
        string = line.string
        typed = typed_number(string)
        lower = string[:1].islower() or string[:1] in ",;)"
        finished = before[-1:] in ".,;:" or before.endswith(("”", "]", "*"))
        if self._layout == "double":
            return line.indent >= 2 and not lower
        own_line = line.blank or self._layout == "long"
        if line.heading or self._heading or (line.blank and _speaks(string)):
            return True
        if _CLOSING.match(whole) and parse_date(string.strip("*_ ")) is not None:
            return True
        if typed is not None and (own_line or finished or self._broken):
            return True
        if lower:
            return before[-1:] in ".:;" and own_line
        if self._layout == "wrapped" and not line.blank:
            opens = openings.opening_kind(string) is not None or _CLOSING.match(string) is not None
            return (finished and opens) or self._above(whole, string)
        # A line of its own, unless the paragraph before plainly breaks off in the middle.
        return finished or not _substance(whole) or openings.opening_kind(string) is not None

    def _above(self, before: str, string: str) -> bool:
        """Lines of a masthead stand each for itself."""
        if len(self._out.paragraphs) > 12 or max(len(string), len(before)) > 90:
            return False
        probe = MastheadBuilder()
        return probe.line(before) and probe.line(string)

    def _note_mark(self, line: Printed) -> tuple[str, int] | None:
        match = _NOTE.match(line.string)
        if match is None:
            return None
        if match["sup"]:
            return match["sup"].translate(_SUPERSCRIPTS), match.end()
        if match["star"]:
            return (match["star"], match.end()) if self._among_notes else None
        if parse_date(line.string.strip("*_ ")) is not None:
            return None  # the date below "80th plenary meeting"
        expected = self._numbered + 1
        if self._note is not None and self._note[0].isdigit():
            expected += 1
        number = int(match["number"])
        if (self._among_notes or self._closed) and number == expected:
            return str(number), match.end()
        return None

    def _continues_note(self, line: Printed) -> bool:
        if self._note is not None and _too_long(self._note[1]):
            return False
        if self._layout == "double":
            return line.indent == 0
        if self._layout == "wrapped":
            return not line.blank and line.indent == 0
        return False

    def _harvested(self, line: Printed) -> bool:
        """Furniture behind the closing: mastheads and running titles, gathered and dropped."""
        if self._open is not None and _CLOSING.match(self._open.string):
            return False
        parts = parted(line.string)
        probe = MastheadBuilder()
        if len(line.string) < 120 and all(probe.line(part) for part in parts):
            self._out.above += parts
            return True
        plain = _plain(line.string)
        bare = _plain(re.sub(r"^[AES]/\S+?\d(?=[A-Z])|[AES]/\S+$", "", line.string))
        if len(bare) > 15 and any(bare in seen for seen in self._seen):
            self._repaired(line, "running-title", line.string, "")
            return True
        return len(plain) < 3

    def _furniture(self, line: Printed, rule: str) -> None:
        if rule == "rule-line":
            self._end_note()
            self._among_notes = True
        for name, value in harvest(line.string).items():
            self._out.stated.setdefault(name, value)
        self._repaired(line, rule, line.string, "")
        self._broken = True

    def _without_anchor(self, line: Printed) -> Printed:
        match = ANCHOR.match(line.string)
        if match is None:
            return line
        self._repaired(line, "comment-anchor", match[0], "")
        rest = line.traced.slice(match.end(), len(line.traced)).strip()
        return replace(line, traced=rest)

    def _repaired(self, line: Printed, rule: str, before: str, after: str) -> None:
        self._out.repairs.append(Repair(line.block, rule, before, after))

    def _end(self) -> None:
        if self._open is not None:
            self._out.paragraphs.append(self._open)
            self._open = None

    def _end_note(self) -> None:
        if self._note is not None:
            self._out.notes.append(self._note)
            self._numbered += self._note[0].isdigit()
            self._note = None


def _glued(before: Traced, line: Traced) -> Traced:
    """A line put behind what is open: a hyphen at the end is the word's own and stays."""
    string = before.string
    if string.endswith(" -") and string[-3:-2].isalpha():
        before = before.splice(len(string) - 2, len(string), "-")
        return before + line
    if string.endswith("-") and string[-2:-1].isalnum() and line.string[:1].isalpha():
        return before + line
    if string.endswith(("/", "–")) and len(string) > 1 and not string[-2].isspace():
        return before + line
    return before + Traced(Text(" ")) + line


def _speaks(string: str) -> bool:
    """ "The General Assembly,": a line of its own, also where the title above has no end."""
    return string.endswith(",") and len(string) < 80 and organs.speaker_of(string) is not None


def _too_long(open_: Traced) -> bool:
    return len(open_) > _LONGEST or len(open_.spans) > _MOST_LINES


def _bare(string: str) -> str:
    """Without white space and footnote marks at the end."""
    return _CUE_AT_END.sub("", string.rstrip())


def _substance(string: str) -> bool:
    """A paragraph of the text, not a line of the masthead, title or closing."""
    return typed_number(string) is not None or openings.opening_kind(string) is not None


def _plain(string: str) -> str:
    return " ".join(re.sub(r"[*_\[\]]", "", string).lower().split())
