"""Checking: all rules over a text, and again after a keystroke (docs/benchmarks.md)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from drafter.check import Checked, check_again, check_resolution
from drafter.model import Resolution, Text
from drafter.read import read_file
from drafter.un import catalogue
from tests.corpus import corpus


def draft(paragraphs: int) -> Resolution:
    """A draft of a commission, cut to so many paragraphs of its body."""
    read = read_file(next(corpus("seeds").glob("004_*")))
    return replace(read, paragraphs=read.paragraphs[: paragraphs + 4])


def typed(now: Resolution, turn: int) -> Resolution:
    """One more character in a paragraph in the middle of the text."""
    k = len(now.paragraphs) // 2
    p = now.paragraphs[k]
    string = p.text.string
    p = replace(p, text=Text(f"{string[: 20 + turn % 40]}x{string[20 + turn % 40 :]}"))
    return replace(now, paragraphs=(*now.paragraphs[:k], p, *now.paragraphs[k + 1 :]))


@pytest.mark.benchmark(group="check 35 paragraphs (goal 30 ms)")
def test_whole(benchmark: BenchmarkFixture) -> None:
    known = catalogue.load()
    text, turns = draft(35), iter(range(100_000))

    def states() -> tuple[tuple[Resolution, None, catalogue.Catalogue], dict[str, object]]:
        # Every paragraph reads a little differently, so that nothing is remembered.
        mark = f" {next(turns)}"
        rows = (replace(p, text=p.text + Text(mark)) for p in text.paragraphs)
        return (replace(text, paragraphs=tuple(rows)), None, known), {}

    benchmark.pedantic(check_resolution, setup=states, rounds=30, warmup_rounds=2)


@pytest.mark.benchmark(group="check 35 paragraphs again after a keystroke (goal 5 ms)")
def test_keystroke(benchmark: BenchmarkFixture) -> None:
    known = catalogue.load()
    turns = iter(range(100_000))
    now = draft(35)
    checked = check_again(Checked(), now, None, known)

    def states() -> tuple[tuple[Checked, Resolution], dict[str, object]]:
        nonlocal now
        now = typed(now, next(turns))
        return (checked, now), {}

    def again(before: Checked, text: Resolution) -> None:
        nonlocal checked
        checked = check_again(before, text, None, known)

    benchmark.pedantic(again, setup=states, rounds=200, warmup_rounds=2)
