"""Writing: the tracked file and the fresh one; beside them LibreOffice's own comparison."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bench.compare_texts import text
from drafter.compare import compare_resolutions
from drafter.model import Cue, Footnote, Resolution, Text
from drafter.read import read_bytes
from drafter.write import docx_bytes, tracked_bytes
from tests.drafter.write.libreoffice import compared

SIZES = ((35, 10), (250, 250))


def noted(plain: Resolution, count: int) -> Resolution:
    """The text with a footnote at the end of each of its first paragraphs."""
    paragraphs = tuple(
        replace(p, text=p.text + Text("", (), (Cue(0, f"n{i}"),))) if i < count else p
        for i, p in enumerate(plain.paragraphs)
    )
    notes = tuple(Footnote(f"n{i}", Text(f"See A/71/{100 + i}, annex.")) for i in range(count))
    return Resolution(paragraphs, notes, plain.masthead)


def edited(old: Resolution) -> Resolution:
    """Six in ten paragraphs and one in five notes reworded in places, a few moved and gone."""
    rng = random.Random(3)
    paragraphs = list(old.paragraphs)
    for _ in range(len(paragraphs) // 30):
        paragraphs.pop(rng.randrange(len(paragraphs)))
        moved = paragraphs.pop(rng.randrange(len(paragraphs)))
        paragraphs.insert(rng.randrange(len(paragraphs)), moved)
    for k, paragraph in enumerate(paragraphs):
        words = paragraph.text
        for _ in range(rng.randint(1, 8) if rng.random() < 0.6 else 0):
            start, end = rng.choice([m.span() for m in re.finditer(r"[a-z]+", words.string)])
            words = words.splice(start, end, Text("rivers"))
        paragraphs[k] = replace(paragraph, id=f"q{k}", text=words)
    called = {cue.note for paragraph in paragraphs for cue in paragraph.text.cues}
    notes = tuple(
        replace(n, text=Text(n.text.string.replace("annex", "part"))) if k % 5 == 0 else n
        for k, n in enumerate(old.notes)
        if n.id in called
    )
    return Resolution(tuple(paragraphs), notes, old.masthead)


def pair(count: int, notes: int) -> tuple[Resolution, Resolution]:
    """A text as read from a Word file, and an edited one."""
    old = read_bytes(docx_bytes(noted(text(count), notes)), "old.docx")
    assert len(old.paragraphs) >= count and len(old.notes) == notes
    return old, edited(old)


@pytest.mark.benchmark(group="tracked file (goal 0.3 s for 250 paragraphs with 250 notes)")
@pytest.mark.parametrize(("count", "notes"), SIZES)
def test_tracked(benchmark: BenchmarkFixture, count: int, notes: int) -> None:
    comparison = compare_resolutions(*pair(count, notes))
    benchmark.pedantic(tracked_bytes, (comparison,), {"author": "A"}, rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group="fresh file")
@pytest.mark.parametrize(("count", "notes"), SIZES)
def test_fresh(benchmark: BenchmarkFixture, count: int, notes: int) -> None:
    _, new = pair(count, notes)
    benchmark.pedantic(docx_bytes, (new,), rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group="LibreOffice compares the two Word files (its start not counted)")
@pytest.mark.parametrize(("count", "notes"), SIZES)
def test_libreoffice(benchmark: BenchmarkFixture, tmp_path: Path, count: int, notes: int) -> None:
    old, new = pair(count, notes)
    assert old.source is not None
    start = compared(tmp_path / "start", ())
    taken: list[float] = []

    def one_round() -> None:
        taken.append(compared(tmp_path / "run", ((old.source.data, docx_bytes(new)),)))

    benchmark.pedantic(one_round, rounds=1)
    benchmark.extra_info["without start"] = taken[0] - start
    print(f"LibreOffice, {count} paragraphs: {taken[0] - start:.2f} s without its start")
