"""What every rule looks at: the text, its place in the year, and what was worked out once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from drafter.model import Cycle, Finding, Kind, Paragraph, Repair, Resolution, numbers, reword
from drafter.model.suggestion import Severity
from drafter.un import organs, sessions
from drafter.un.catalogue import Catalogue
from drafter.un.citations import Citation, find_citations
from drafter.un.symbols import parse_symbol

BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


@dataclass(frozen=True)
class Case:
    """A resolution to be checked."""

    resolution: Resolution
    cycle: Cycle | None = None
    catalogue: Catalogue | None = None

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Number as printed, by paragraph id."""
        return numbers(self.resolution)

    @cached_property
    def bodies(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The paragraphs of each text that resolves: the main one, its parts, the outer one, other
        drafts in the file. Annexes are texts of their own kind and are left out."""
        sections: dict[str, list[Paragraph]] = {}
        for paragraph in self.resolution.paragraphs:
            if "ANNEX" not in paragraph.section:
                sections.setdefault(paragraph.section, []).append(paragraph)
        return tuple(tuple(row) for row in sections.values())

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Every preambular, operative and sub-paragraph outside annexes."""
        return tuple(p for row in self.bodies for p in row if p.kind in BODY)

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Id and string of everything an editor reads: title, body, annexes, footnotes."""
        kinds = (*BODY, Kind.TITLE, Kind.HEADING, Kind.PLAIN)
        rows = [(p.id, p.text.string) for p in self.resolution.paragraphs if p.kind in kinds]
        return (*rows, *((note.id, note.text.string) for note in self.resolution.notes))

    @cached_property
    def organ(self) -> str:
        """Code of the organ that speaks in the main text; "" for one that is not known here."""
        for paragraph in self.resolution.of_kind(Kind.SPEAKER):
            return organs.speaker_of(paragraph.text.string) or ""
        if self.cycle is not None:
            return self.cycle.adopting or organs.adopting_organ(self.cycle.organ)
        code = organs.code_of(self.resolution.masthead.organ or "")
        return organs.adopting_organ(code) if code else "A"

    @cached_property
    def document_organ(self) -> str:
        """Code of the organ whose document the text is: the cycle's, else of its symbol."""
        if self.cycle is not None:
            return self.cycle.organ
        symbol = self.resolution.masthead.symbol
        parsed = parse_symbol(symbol) if symbol else None
        if parsed and parsed.organ:
            return parsed.organ
        return organs.code_of(self.resolution.masthead.organ or "") or ""

    @cached_property
    def adopted(self) -> bool:
        """Whether the text is an adopted one, by its symbol or its adoption line; what is drafted
        for a cycle is not."""
        if self.cycle is not None:
            return False
        symbol = self.resolution.masthead.symbol
        parsed = parse_symbol(symbol) if symbol else None
        if parsed:
            return parsed.kind == "resolution"
        return bool(self.resolution.of_kind(Kind.ADOPTION))

    @cached_property
    def date(self) -> dt.date | None:
        """The day the text is of: the cycle's, else of its adoption or issue."""
        if self.cycle is not None:
            return self.cycle.date
        return self.resolution.masthead.date or self.resolution.masthead.issued

    @cached_property
    def session(self) -> int | None:
        """Number of the session at which the text is adopted, where it is known."""
        if self.cycle is not None:
            adopting = sessions.session_number(self.cycle.adopting_session)
            if adopting is not None:
                return adopting
        if self.adopted:
            stated = sessions.session_number(self.resolution.masthead.session or "")
            if stated is not None:
                return stated
        if self.date is None:
            return None
        found = sessions.adopting_session(self.organ, self.document_organ or self.organ, self.date)
        return sessions.session_number(found)

    @cached_property
    def citations(self) -> dict[str, tuple[Citation, ...]]:
        """Citations by paragraph and footnote id, in the order of the text."""
        return {
            target: found
            for target, string in self.texts
            if (found := find_citations(string, self.organ))
        }

    def about_damage(self, target: str, start: int, end: int) -> bool:
        """Whether a range lies in what reading repaired, or in what it asks a person about.

        What reading mended or asks about is never a finding; a finding that reaches beyond the
        damage is about the text.
        """
        return any(a <= start and end <= b for a, b in self._damage.get(target, ()))

    @cached_property
    def _damage(self) -> dict[str, list[tuple[int, int]]]:
        """Ranges of words that reading mended or asks about, by paragraph or footnote id."""
        found: dict[str, list[tuple[int, int]]] = {}
        reading = self.resolution.reading
        targets = {**self.resolution.positions, **self.resolution.notes_by_id}
        for question in reading.questions:
            if question.target in targets:
                size = len(self.resolution.text_of(question.target))
                found.setdefault(question.target, []).append((0, size))
        for repair in reading.repairs:
            if repair.target in targets and repair.after:
                string = self.resolution.text_of(repair.target).string
                found.setdefault(repair.target, []).extend(_mended(string, repair))
        return found

    def finding(
        self,
        rule: str,
        severity: Severity,
        target: str,
        start: int,
        end: int,
        message: str,
        source: str,
        fix: str | None = None,
    ) -> Finding:
        """A finding; ``fix`` is what the range should read."""
        change = None if fix is None else reword(self.resolution, target, start, end, fix)
        return Finding(rule, severity, target, start, end, message, source, change)


@lru_cache(maxsize=16384)
def matches(pattern: re.Pattern[str], string: str) -> tuple[re.Match[str], ...]:
    """Every match of a pattern in a string; kept, so that after a keystroke only the paragraph
    that changed is looked at again."""
    return tuple(pattern.finditer(string))


@lru_cache(maxsize=4096)
def quoted(string: str) -> tuple[tuple[int, int], ...]:
    """Ranges between double quotation marks, the marks included."""
    if "“" not in string and '"' not in string:
        return ()
    found: list[tuple[int, int]] = []
    start = -1
    for at, sign in enumerate(string):
        if sign == "“" or (sign == '"' and start < 0):
            start = at if start < 0 else start
        elif sign in ("”", '"') and start >= 0:
            found.append((start, at + 1))
            start = -1
    return tuple(found)


def in_ranges(at: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Whether an offset lies in one of the ranges."""
    return any(start <= at < end for start, end in ranges)


def _mended(string: str, repair: Repair) -> Iterator[tuple[int, int]]:
    """Where a repair stands in the text as read, widened to whole words.

    A repair over a line break is recorded with the words around it, " / " for the break: then
    only the words beside the break are meant.
    """
    seam, size = 0, len(repair.after)
    _, broken, right = repair.before.partition(" / ")
    if broken and right[:6] in repair.after:
        seam, size = max(0, repair.after.find(right[:6]) - 1), 1
    at = string.find(repair.after)
    while at >= 0:
        start, end = at + seam, at + seam + size
        while start > 0 and not string[start - 1].isspace():
            start -= 1
        while end < len(string) and not string[end].isspace():
            end += 1
        yield start, end
        at = string.find(repair.after, at + 1)
