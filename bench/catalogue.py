"""The catalogue: opening what was built before, and searching its titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from drafter.un import catalogue


@pytest.mark.benchmark(group="catalogue (goal: 20 ms each)")
def test_opening(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    catalogue.load(cache=tmp_path, data=tmp_path).close()
    benchmark(lambda: catalogue.load(cache=tmp_path, data=tmp_path).close())


@pytest.mark.benchmark(group="catalogue (goal: 20 ms each)")
@pytest.mark.parametrize("words", ["human rights and terrorism", "the"])
def test_searching(benchmark: BenchmarkFixture, tmp_path: Path, words: str) -> None:
    known = catalogue.load(cache=tmp_path, data=tmp_path)
    assert benchmark(known.find, words)
