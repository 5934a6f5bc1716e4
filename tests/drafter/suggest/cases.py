"""Fixture cases in plain files: an old text, a cycle, the edits that are expected.

    case: the report asked for two sessions on
    cycle: A 80 2025-11-20
    loaded: A/RES/78/300 2023-12-19 A title
    PP: Recalling …,[^1]
    OP: Requests …;
    FN: A/78/119.
    -> certain report-back OP1: eightieth => eighty-second

A case without an expected edit is a counter-case: nothing may be suggested. Only the rules that
the file names in its first line are looked at.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.model import (
    Cue,
    Cycle,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Suggestion,
    Text,
    labels,
)
from drafter.suggest.report import flat, suggestions_json

FOLDER = Path(__file__).parents[2] / "fixtures" / "suggest"
_KINDS = {
    "TITLE": Kind.TITLE, "SP": Kind.SPEAKER, "PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE,
    "SUB": Kind.SUBPARAGRAPH, "AD": Kind.ADOPTION, "CL": Kind.CLOSING, "CH": Kind.CHAPEAU,
    "SM": Kind.SUBMITTERS, "HD": Kind.HEADING,
}  # fmt: skip


@dataclass
class FixtureCase:
    """One case of a file."""

    name: str
    rules: frozenset[str]
    cycle: Cycle
    symbol: str | None = None
    date: dt.date | None = None
    title: str = ""
    masthead: tuple[str, ...] = ()
    speaker: str = "The General Assembly,"
    lines: list[tuple[str, str]] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def resolution(self) -> Resolution:
        """The old text."""
        paragraphs: list[Paragraph] = []
        notes: list[Footnote] = []
        lines = list(self.lines)
        heads = [("TITLE", self.title), ("SP", self.speaker)]
        at = next((i for i, (key, _) in enumerate(lines) if key in ("PP", "OP")), len(lines))
        lines[at:at] = [head for head in heads if head[1]]
        for key, words in lines:
            if key == "FN":
                notes.append(Footnote(f"n{len(notes) + 1}", Text(words)))
                continue
            section = "ANNEX" if key == "AX" else ""
            kind = _KINDS.get(key, Kind.PLAIN)
            text = with_cues(words)
            level = 1 if kind is Kind.SUBPARAGRAPH else 0
            paragraphs.append(Paragraph(f"p{len(paragraphs) + 1}", kind, text, level, section))
        masthead = Masthead(organ="General Assembly", symbol=self.symbol, date=self.date)
        if self.masthead:
            organ, session, date, distribution, *item = self.masthead
            day = dt.date.fromisoformat(date)
            masthead = Masthead(
                organ, None, session, item[0] if item else None, date=day, distribution=distribution
            )
        return Resolution(tuple(paragraphs), tuple(notes), masthead)


def with_cues(words: str) -> Text:
    """Text with a cue to note n for each "[^n]"."""
    cues: list[Cue] = []
    string = ""
    at = 0
    for match in re.finditer(r"\[\^(\d+)\]", words):
        string += words[at : match.start()]
        cues.append(Cue(len(string), f"n{match[1]}"))
        at = match.end()
    return Text(string + words[at:], (), tuple(cues))


def read_cases(path: Path) -> Iterator[FixtureCase]:
    """The cases of a file."""
    head, *blocks = re.split(r"(?m)^case: ", path.read_text("utf-8"))
    rules = frozenset(head.partition("rules:")[2].split("\n")[0].replace(",", " ").split())
    for block in blocks:
        name, *rows = block.strip().split("\n")
        case = FixtureCase(name.strip(), rules, Cycle("A", "80", dt.date(2025, 11, 20)))
        for row in rows:
            if not row.strip() or row.startswith("#"):
                continue
            if row.startswith("->"):
                case.expected.append(row[2:].strip())
                continue
            key, _, words = row.partition(": ")
            if key == "cycle":
                organ, session, date = words.split()[:3]
                states = tuple(filter(None, words.partition("by ")[2].split(", ")))
                day = dt.date.fromisoformat(date)
                case.cycle = Cycle(organ, session, day, submitters=states)
            elif key == "loaded":
                symbol, date, *title = words.split(" ", 2)
                case.symbol = symbol.replace("_", " ")
                case.date = dt.date.fromisoformat(date)
                case.title = title[0] if title else ""
            elif key == "draft":
                case.title = words
            elif key == "masthead":
                case.masthead = tuple(part.strip() for part in words.split("|"))
            elif key == "speaker":
                case.speaker = words
            else:
                case.lines.append((key, words))
        yield case


def told(case: FixtureCase, suggestions: tuple[Suggestion, ...]) -> list[str]:
    """What was suggested, in the words of the fixture files."""
    old = case.resolution()
    kept = tuple(one for one in suggestions if one.rule in case.rules)
    rows = suggestions_json(old, case.cycle, kept)["suggestions"]
    return [
        f"{row['confidence']} {row['rule']} {row['paragraph']}: {row['before']} => "
        f"{row['after']}".strip()
        for row in rows
    ]


__all__ = ["FOLDER", "FixtureCase", "flat", "labels", "read_cases", "told", "with_cues"]
