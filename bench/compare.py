"""Comparing: how long pairing and words take together, and a keystroke (docs/benchmarks.md)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bench.compare_texts import successor, text
from drafter.compare import Comparer, compare_resolutions
from drafter.model import Comparison, Resolution, Text
from drafter.read import read_file
from tests.corpus import corpus

SEEDS = (
    ("003_677364301e5402ed.txt", "002_d25e26241683bb6f.txt"),
    ("002_d25e26241683bb6f.txt", "004_45af0fb2d250ef6d.txt"),
)


@pytest.mark.benchmark(group="compare two seeds (goal 10 ms)")
@pytest.mark.parametrize("pair", SEEDS, ids=["003-002", "002-004"])
def test_seeds(benchmark: BenchmarkFixture, pair: tuple[str, str]) -> None:
    old, new = (read_file(corpus("seeds", name)) for name in pair)
    benchmark(compare_resolutions, old, new)


@pytest.mark.benchmark(group="compare made-up texts (goals 80 ms for 160 × 180, 0.6 s for 1,000)")
@pytest.mark.parametrize(("count", "extra"), [(100, 0), (160, 20), (1000, 0), (5000, 0)])
def test_length(benchmark: BenchmarkFixture, count: int, extra: int) -> None:
    old = text(count)
    new = successor(old, extra)
    rounds = 3 if count > 1000 else 10
    benchmark.pedantic(compare_resolutions, (old, new), rounds=rounds, warmup_rounds=1)


def typed(now: Resolution, k: int, turn: int) -> Resolution:
    """One more character in paragraph ``k``."""
    p = now.paragraphs[k]
    string = p.text.string
    at = min(len(string), 20 + turn)
    p = replace(p, text=Text(f"{string[:at]}x{string[at:]}"))
    return replace(now, paragraphs=(*now.paragraphs[:k], p, *now.paragraphs[k + 1 :]))


@pytest.mark.benchmark(group="one keystroke at 1,000 paragraphs (goal p95 16 ms)")
def test_keystroke(benchmark: BenchmarkFixture) -> None:
    old = text(1000)
    comparer = Comparer(old, successor(old))
    turns = iter(range(100_000))

    def states() -> tuple[tuple[Resolution], dict[str, object]]:
        turn = next(turns)
        return (typed(comparer.comparison.new, (turn // 5 * 7) % 1000, turn % 40),), {}

    def update(new: Resolution) -> Comparison:
        return comparer.update(new)

    benchmark.pedantic(update, setup=states, rounds=200)


@pytest.mark.benchmark(group="a paragraph split in two at 1,000 paragraphs")
def test_enter(benchmark: BenchmarkFixture) -> None:
    old = text(1000)
    comparer = Comparer(old, successor(old))
    turns = iter(range(100_000))

    def states() -> tuple[tuple[Resolution], dict[str, object]]:
        turn, now = next(turns), comparer.comparison.new
        k = (turn * 7) % 1000
        p = now.paragraphs[k]
        first, second = p.text.cut(len(p.text) // 2)
        halves = (replace(p, text=first), replace(p, id=f"x{turn}", text=second))
        return (
            replace(now, paragraphs=(*now.paragraphs[:k], *halves, *now.paragraphs[k + 1 :])),
        ), {}

    def update(new: Resolution) -> Comparison:
        return comparer.update(new)

    benchmark.pedantic(update, setup=states, rounds=60)
