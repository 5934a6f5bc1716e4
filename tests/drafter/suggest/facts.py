"""Boilerplate facts of real cycles, classed by hand in ``tests/fixtures/cycles``, and the count of
those that the program brings in. The form of the files is told in ``2017.txt``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from drafter.model import Cycle, Resolution, apply, labels
from drafter.read import read_file
from drafter.suggest import accepted, suggest_updates
from drafter.un.catalogue import Catalogue

FOLDER = Path(__file__).parents[2] / "fixtures" / "cycles"


@dataclass(frozen=True)
class Fact:
    """One fact of a next text: what stood in a place, and what stands there now."""

    kind: str
    row: str
    place: str
    real_place: str
    was: str
    now: str

    def holds(self, words: dict[str, str], place: str) -> bool:
        """Whether a text has the new words in a place, and the old no longer."""
        there = words.get(place, "")
        pattern = ".*".join(re.escape(part) for part in self.now.split("…"))
        gone = not self.was or self.was not in there
        return gone and re.search(pattern, there, re.DOTALL) is not None

    def __str__(self) -> str:
        return f"{self.place}: {self.was} => {self.now} ({self.row})"


@dataclass(frozen=True)
class Facts:
    """The facts of one cycle."""

    name: str
    old: str
    new: str
    cycle: Cycle
    rows: tuple[Fact, ...]

    def of(self, kind: str) -> list[Fact]:
        """Those of one class."""
        return [row for row in self.rows if row.kind == kind]


@dataclass(frozen=True)
class Count:
    """What came of the facts of one cycle."""

    facts: Facts
    old: dict[str, str]
    draft: dict[str, str]
    real: dict[str, str]
    missed: tuple[Fact, ...]
    """Of those to take, not there when everything certain and likely was accepted."""
    not_asked: tuple[Fact, ...]
    """Of those to ask about, in no suggestion."""


def read_facts(path: Path) -> Facts:
    """One file of facts."""
    head: dict[str, str] = {}
    rows: list[Fact] = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if " | " not in line:
            key, _, words = line.partition(": ")
            head[key] = words
            continue
        kind, row, place, real, words = (part.strip() for part in line.split("|"))
        was, arrow, now = words.partition("=>")
        rows.append(Fact(kind, row, place, real, was.strip(), now.strip() if arrow else ""))
    organ, session, date = head["cycle"].split()
    cycle = Cycle(organ, session, dt.date.fromisoformat(date))
    return Facts(path.stem, head["old"], head["new"], cycle, tuple(rows))


def all_facts() -> list[Facts]:
    """Every file of facts."""
    return [read_facts(path) for path in sorted(FOLDER.glob("*.txt"))]


def places(resolution: Resolution) -> dict[str, str]:
    """The words of every labelled place, of the masthead, and of everything."""
    found = {label: resolution.text_of(i).string for i, label in labels(resolution).items()}
    found["any"] = "\n".join(p.text.string for p in resolution.paragraphs)
    head = resolution.masthead
    found["masthead"] = f"symbol {head.symbol} session {head.session}"
    return found


def count(facts: Facts, seeds: Path, known: Catalogue) -> Count:
    """Accept what is certain and likely, and look for each fact."""
    old = read_file(seeds / facts.old)
    found = suggest_updates(old, facts.cycle, known)
    draft = places(accepted(old, found, "likely")[0])
    asked = [places(apply(old, one.change)) for one in found if one.confidence == "ask"]
    before = places(old)
    return Count(
        facts, before, draft, places(read_file(seeds / facts.new)),
        tuple(row for row in facts.of("take") if not row.holds(draft, row.place)),
        tuple(
            row for row in facts.of("ask")
            if not any(one != before and row.holds(one, row.place) for one in asked)
        ),
    )  # fmt: skip
