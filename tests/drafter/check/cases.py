"""Reads the cases of the checks: small texts and the findings that are expected on them.

# remark
[case] what it shows                     a text begins
M symbol=A/RES/72/1 session=72 date=2017-12-19
T title · S speaker · PP preambular · OP operative · SUB sub-paragraph · H heading ·
FN footnote · PL plain               "OP{5 bis}" has a typed number
*italic*, ^1 a cue that calls the first footnote, ^? one that calls none
= rule severity label | words of the range | what they should read ("-": no fix)
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.model import (
    Cue,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Text,
)

FIXTURES = Path(__file__).parents[2] / "fixtures" / "check"
_KINDS = {
    "T": Kind.TITLE, "S": Kind.SPEAKER, "PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE,
    "SUB": Kind.SUBPARAGRAPH, "H": Kind.HEADING, "PL": Kind.PLAIN, "AD": Kind.ADOPTION,
}  # fmt: skip
_LINE = re.compile(r"(?P<kind>[A-Z]+)(?:\{(?P<typed>[^}]+)\})? (?P<words>.*)")
_MARKS = re.compile(r"\*|\^(\d+|\?)")


@dataclass
class CheckCase:
    """A text and what is expected on it."""

    name: str
    lines: list[tuple[str, str | None, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    masthead: dict[str, Any] = field(default_factory=dict)
    expected: list[tuple[str, str, str, str, str | None]] = field(default_factory=list)

    def resolution(self) -> Resolution:
        """The text as a resolution."""
        paragraphs = tuple(
            Paragraph(f"p{i}", _KINDS[kind], text(words), level=int(kind == "SUB"),
                      typed_label=typed)
            for i, (kind, typed, words) in enumerate(self.lines, 1)
        )  # fmt: skip
        notes = tuple(Footnote(f"n{i}", text(words)) for i, words in enumerate(self.notes, 1))
        return Resolution(paragraphs, notes, Masthead(**self.masthead))


def text(marked: str) -> Text:
    """A Text from words with marks."""
    string, emphasis, cues, at, opened = "", [], [], 0, -1
    for mark in _MARKS.finditer(marked):
        string += marked[at : mark.start()]
        at = mark.end()
        if mark[0] == "*":
            if opened < 0:
                opened = len(string)
            else:
                emphasis.append((opened, len(string)))
                opened = -1
        elif mark[1] == "?":
            cues.append(Cue(len(string), None, "9"))
        else:
            cues.append(Cue(len(string), f"n{mark[1]}"))
    return Text(string + marked[at:], tuple(emphasis), tuple(cues))


def read_cases() -> list[CheckCase]:
    """Every case of every fixture file."""
    found: list[CheckCase] = []
    for path in sorted(FIXTURES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("[case]"):
                found.append(CheckCase(f"{path.stem}: {line.removeprefix('[case]').strip()}"))
            elif line.startswith("= "):
                head, words, fix = (part.strip(" ") for part in line[2:].split("|"))
                rule, severity, label = head.split(" ", 2)
                found[-1].expected.append((rule, severity, label, words, None if fix == "-"
                                           else fix))  # fmt: skip
            elif line.startswith("M "):
                for pair in line[2:].split(" "):
                    name, value = pair.split("=")
                    found[-1].masthead[name] = (
                        dt.date.fromisoformat(value) if name == "date" else value
                    )
            elif match := _LINE.match(line):
                if match["kind"] == "FN":
                    found[-1].notes.append(match["words"])
                else:
                    found[-1].lines.append((match["kind"], match["typed"], match["words"]))
    return found
