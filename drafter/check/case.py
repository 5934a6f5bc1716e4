"""What every rule looks at: the text, its place in the year, and what was worked out once."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from drafter.check.sequences import Sequences, sequences
from drafter.model import Cycle, Finding, Footnote, Kind, Paragraph, Resolution, numbers, reword
from drafter.model.suggestion import Severity
from drafter.un import organs, sessions
from drafter.un.catalogue import Catalogue
from drafter.un.citations import Citation, find_citations
from drafter.un.symbols import parse_symbol

_INTRODUCED = re.compile(r"\((?:the |“)?([A-Z][\w\-/]*[A-Z][\w\-/]*?s?)”?\)")
EDITED_ALIKE = ("A", "E", "A/HRC")
"""The Assembly, the Economic and Social Council and the Human Rights Council: where commas and
clauses were measured. Other organs have ways of their own."""
BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_READ = (*BODY, Kind.TITLE, Kind.HEADING, Kind.PLAIN)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that an editor reads: a paragraph or a footnote."""

    id: str
    string: str
    kind: Kind | None
    """None for a footnote."""
    body: bool
    """Whether it is a preambular, operative or sub-paragraph outside annexes."""


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
    def sequences(self) -> Sequences:
        """The numbered rows of the text."""
        return sequences(self.resolution, self.numbers)

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
    def passages(self) -> tuple[Passage, ...]:
        """Everything an editor reads: title, body, annexes, footnotes."""
        rows = map(passage_of, (*self.resolution.paragraphs, *self.resolution.notes))
        return tuple(one for one in rows if one is not None)

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

    def own_body(self, name: str) -> bool:
        """Whether an abbreviation is of the body whose document this is, which writes it so:
        "UNFCCC" in a document with the symbol FCCC/PA/CMA/2021/10/Add.3."""
        own = (self.resolution.masthead.symbol or "").partition("/")[0]
        return len(own) > 2 and name.endswith(own)

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
        return {one.id: found for one in self.passages if (found := self.cited(one))}

    def cited(self, one: Passage) -> tuple[Citation, ...]:
        """The citations of one text."""
        return find_citations(one.string, self.organ)

    @cached_property
    def introduced(self) -> frozenset[str]:
        """Abbreviations that the text itself introduces in brackets."""
        return frozenset(
            match[1] for one in self.passages for match in matches(_INTRODUCED, one.string)
        )

    @property
    def frame(self) -> tuple[object, ...]:
        """All that a rule over one text may look at beside that text."""
        return (
            self.organ, self.document_organ, self.adopted, self.date, self.session, self.cycle,
            self.resolution.masthead.symbol, self.introduced, self.catalogue,
        )  # fmt: skip

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


@lru_cache(maxsize=8192)
def passage_of(one: Paragraph | Footnote) -> Passage | None:
    """A paragraph or footnote as a text to read; None for what no editor corrects."""
    if isinstance(one, Footnote):
        return Passage(one.id, one.text.string, None, False)
    if one.kind not in _READ:
        return None
    body = one.kind in BODY and "ANNEX" not in one.section
    return Passage(one.id, one.text.string, one.kind, body)


@lru_cache(maxsize=16384)
def matches(pattern: re.Pattern[str], string: str, *signs: str) -> tuple[re.Match[str], ...]:
    """Every match of a pattern in a string; kept, so that after a keystroke only the paragraph
    that changed is looked at again.

    Where ``signs`` are given, every match holds one of them: most texts hold none, and to see that
    takes a tenth of the time of looking for the pattern.
    """
    if signs and not any(sign in string for sign in signs):
        return ()
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
