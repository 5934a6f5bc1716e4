"""How much of what a real next text brought in was suggested, and how much of the suggested came.

    python bench/suggest.py [--corpus FOLDER] [--write docs/benchmarks.md]

For each pair of the corpus: the session ordinals, citations and Security Council citations
that the next text has and the old one has not, and that the catalogue knew at the date; the share
suggested (recall), and of those suggested the share that really came (precision). "likely" takes
what `drafter update` accepts, "all" every suggestion, questions and tick-boxes too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import textwrap
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import successors  # noqa: E402

from drafter.model import Cycle, Kind, Resolution, Suggestion, apply  # noqa: E402
from drafter.read import read_file  # noqa: E402
from drafter.suggest import accepted, suggest_updates  # noqa: E402
from drafter.un import catalogue  # noqa: E402
from drafter.un.citations import find_citations  # noqa: E402
from drafter.un.sessions import find_sessions  # noqa: E402
from tests.drafter.suggest import facts as by_hand  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
Fact = tuple[str, str]
_BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PLAIN)


@dataclass(frozen=True)
class Pair:
    """Two texts of one series and the cycle between them."""

    old: str
    new: str
    cycle: Cycle


PAIRS = (
    Pair(
        "akn/A_RES_78_210-2326017E.xml", "akn/A_RES_80_213-2520975E.xml",
        Cycle("A/C.3", "80", dt.date(2025, 11, 20)),
    ),
    Pair(
        "akn/A_RES_78_228-2325978E.xml", "akn/A_RES_80_228-2520946E.xml",
        Cycle("A/C.3", "80", dt.date(2025, 11, 20)),
    ),
    Pair(
        "seeds/003_677364301e5402ed.txt", "seeds/002_d25e26241683bb6f.txt",
        Cycle("E/CN.15", "26", dt.date(2017, 5, 22)),
    ),
    Pair(
        "seeds/002_d25e26241683bb6f.txt", "seeds/004_45af0fb2d250ef6d.txt",
        Cycle("E/CN.15", "28", dt.date(2019, 5, 20)),
    ),
)  # fmt: skip


def facts(resolution: Resolution, known: catalogue.Catalogue, by: dt.date) -> set[Fact]:
    """Sessions, citations and Security Council citations of a text."""
    found: set[Fact] = set()
    strings = [p.text.string for p in resolution.paragraphs if p.kind in _BODY]
    for string in [*strings, *(note.text.string for note in resolution.notes)]:
        found |= {("session", m.session) for m in find_sessions(string) if m.kind == "regular"}
        for one in find_citations(string):
            if one.kind != "resolution":
                continue
            if one.organ == "S":
                found.add(("council", one.symbol))
            else:
                found.add(("citation", one.symbol))
    return {
        (kind, value) for kind, value in found
        if kind == "session" or known.get(value, as_of=by)
    }  # fmt: skip


def suggested(
    old: Resolution, suggestions: Iterable[Suggestion], known: catalogue.Catalogue, by: dt.date
) -> tuple[set[Fact], set[Fact]]:
    """What comes in with all that is likely, and with every suggestion."""
    suggestions = tuple(suggestions)
    before = facts(old, known, by)
    likely, _ = accepted(old, suggestions, "likely")
    sure = facts(likely, known, by) - before
    every = set(sure)
    for one in suggestions:
        every |= facts(apply(old, one.change), known, by) - before
    return sure, every


def measure(corpus: Path, verbose: bool = False) -> list[tuple[str, int, int, int, int, int]]:
    """A row for each pair: name, facts that came, likely (right, made), all (right, made)."""
    known = catalogue.load()
    rows: list[tuple[str, int, int, int, int, int]] = []
    for pair in PAIRS:
        old, new = read_file(corpus / pair.old), read_file(corpus / pair.new)
        by = pair.cycle.date
        found = suggest_updates(old, pair.cycle, known)
        came = facts(new, known, by) - facts(old, known, by)
        sure, every = suggested(old, found, known, by)
        name = f"{Path(pair.old).stem.split('-')[0]} → {Path(pair.new).stem.split('-')[0]}"
        rows.append((name, len(came), len(came & sure), len(sure), len(came & every), len(every)))
        for fact in sorted(came | every):
            mark = ("came" if fact in came else "    ", "sure" if fact in sure else
                    "asked" if fact in every else "")  # fmt: skip
            if verbose:
                print(" ", *mark, *fact)
    return rows


def table(rows: list[tuple[str, int, int, int, int, int]]) -> str:
    """The rows in Markdown."""
    total = ("all pairs", *(sum(row[i] for row in rows) for i in range(1, 6)))
    lines = [
        "| pair | facts that came | likely: recall | precision | all: recall | precision |",
        "|---|---|---|---|---|---|",
    ]
    for name, came, right, made, right_all, made_all in [*rows, total]:
        lines.append(
            f"| {name} | {came} | {_share(right, came)} | {_share(right, made)} | "
            f"{_share(right_all, came)} | {_share(right_all, made_all)} |"
        )
    return "\n".join(lines)


ABOUT = """Made by `python bench/suggest.py --write docs/benchmarks.md`. For each pair, the
sessions, citations and Security Council resolutions that the real next text has, the old one has
not and the catalogue knew at the date. *Likely* is what `drafter update` accepts by itself; *all*
counts every question and tick-box too. Recall: the share of what came that was suggested.
Precision: the share of what was suggested that came. The first two pairs are Akoma Ntoso (aim:
precision 0.8, recall 0.4), the others the two cycles of the seeds, read from text."""


BY_HAND = """The two cycles of the seeds fact by fact, classed by hand (`tests/fixtures/cycles`):
what DOMAIN calls certain or likely must come when `drafter update` accepts (aim: 95 %), what it
calls "ask" must be among the questions and tick-boxes. When first counted, 16 of 17 came in 2017:
the order of a list of Council resolutions was only asked about. One series, read by the same
people who wrote the rules: the first table is the harder measure."""


def cycles(corpus: Path) -> str:
    """The share of the facts that were classed by hand, in Markdown."""
    known = catalogue.load()
    rows = ["| cycle | certain and likely facts | brought in | facts to ask | asked |",
            "|---|---|---|---|---|"]  # fmt: skip
    for facts_ in by_hand.all_facts():
        one = by_hand.count(facts_, corpus / "seeds", known)
        take, ask = len(facts_.of("take")), len(facts_.of("ask"))
        came, asked = take - len(one.missed), ask - len(one.not_asked)
        rows.append(
            f"| {facts_.name} | {take} | {_share(came, take)} | {ask} | {_share(asked, ask)} |"
        )
        rows += [f"| | missed: {row} | | | |" for row in one.missed + one.not_asked]
    return "\n".join(rows)


def speed(corpus: Path) -> str:
    """How long all suggestions take, the best of six, after the catalogue is open."""
    known = catalogue.load()
    rows = ["| all suggestions for | paragraphs | processor time (best of six) |", "|---|---|---|"]
    for name in ("seeds/003_677364301e5402ed.txt", "akn/A_RES_79_1-2416433E.xml"):
        text = read_file(corpus / name)
        cycle = Cycle("A", "80", dt.date(2025, 11, 20))
        if text.masthead.symbol == "A/RES/70/177":
            cycle = Cycle("E/CN.15", "26", dt.date(2017, 5, 22))
        best = 1e9
        for _ in range(6):
            started = time.process_time()
            suggest_updates(text, cycle, known)
            best = min(best, time.process_time() - started)
        stem = Path(name).stem.split("-")[0]
        rows.append(f"| {stem} | {len(text.paragraphs)} | {best * 1000:.0f} ms |")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def known() -> catalogue.Catalogue:
    """The catalogue, open."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real files is not beside this checkout")
    return catalogue.load()


@pytest.mark.benchmark(group="suggest")
@pytest.mark.parametrize("pair", PAIRS[2:3], ids=["usual length"])
def test_all_suggestions(pair: Pair, known: catalogue.Catalogue, benchmark: Any) -> None:
    """All suggestions for a resolution of 35 paragraphs: 50 ms at most."""
    old = read_file(CORPUS / pair.old)
    benchmark(suggest_updates, old, pair.cycle, known)


@pytest.mark.benchmark(group="suggest")
def test_all_suggestions_for_a_very_long_text(known: catalogue.Catalogue, benchmark: Any) -> None:
    """All suggestions for 79/1: 500 ms at most."""
    old = read_file(CORPUS / "akn/A_RES_79_1-2416433E.xml")
    benchmark(suggest_updates, old, Cycle("A", "80", dt.date(2025, 11, 20)), known)


def test_against_real_next_texts(known: catalogue.Catalogue, capsys: Any) -> None:
    """The table of recall and precision, printed."""
    rows = measure(CORPUS)
    with capsys.disabled():
        print(f"\n{table(rows)}")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.2f}" if whole else "–"


def main() -> None:
    """Measure and print, or put the table into a file under the heading "Suggesting"."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--verbose", action="store_true", help="every fact, come or suggested")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print("The corpus of real files is not beside this checkout: nothing measured.")
        return
    rows = table(measure(options.corpus, options.verbose))
    virtual = (
        f"Without texts (`python bench/successors.py`): {successors.measure(catalogue.load())}"
        f" {successors.measure_own(catalogue.load())}"
    )
    hand = (BY_HAND, cycles(options.corpus))
    parts = (ABOUT, rows, *hand, textwrap.fill(virtual, 100), speed(options.corpus))
    words = "## Suggesting\n\n" + "\n\n".join(parts) + "\n"
    print(words)
    if options.write:
        there = options.write.exists()
        old = options.write.read_text("utf-8") if there else "# Benchmarks\n\n"
        before, _, rest = old.partition("## Suggesting\n")
        _, _, behind = rest.partition("\n## ")
        after = f"\n## {behind}" if behind else ""
        options.write.write_text(before + words + after, "utf-8")


if __name__ == "__main__":
    main()
