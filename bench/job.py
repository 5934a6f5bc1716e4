"""The main job after start-up: open, suggest, accept, compare, write clean and tracked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from drafter import workflow
from drafter.un import catalogue
from tests.corpus import corpus


@pytest.mark.benchmark(group="the main job on 35 paragraphs (goal: under 1 s in all)")
def test_the_main_job(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    path = corpus("word", "A_RES_72_194__N1746299.DOC")
    known = catalogue.load()

    def job() -> None:
        base = workflow.open_any(path)
        date = dt.date(2019, 5, 20)
        cycle, _ = workflow.work_out_cycle(base, organ="E/CN.15", session="28", date=date)
        draft = workflow.update(base, cycle, known, "likely").draft
        workflow.compare(base, draft.text)
        workflow.export(draft.text, tmp_path / "clean.docx")
        workflow.export(draft.text, tmp_path / "tracked.docx", against=base, author="Japan")

    benchmark(job)
