"""The tracked file beside those of others, from the same two Word files of 250 paragraphs with 250
notes: does it give back both texts, notes too; how many words it marks; how long it takes.

LibreOffice compares where it is installed. The python-redlines wheels are put into a virtual
environment that is thrown away; where they cannot be had, a sentence says so and they are left out.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from bench.writing import pair
from drafter.compare import compare_resolutions
from drafter.write import docx_bytes, tracked_bytes
from tests.drafter.write.judge import Decision, Seen, W, judged
from tests.drafter.write.libreoffice import compared

WHEELS = {
    "Docxodus": ("python-redlines==2.0.0", "python-redlines-docxodus==2.0.0"),
    "XmlPowerTools": ("python-redlines==2.0.0", "python-redlines-ooxmlpowertools==2.0.0"),
}
"""Engine of python-redlines, and what it is installed from."""
LIMIT = 180
"""Seconds an installation may take."""
ONE = 60
"""Seconds one comparison of the wheels may take."""
ROUNDS = 5
_COMPARE = """
import sys
from python_redlines import {0}Engine
old, new, out = sys.argv[1:]
engine = {0}Engine()
for _ in range({1}):
    data, _, _ = engine.run_redline("A", old, new)
open(out, "wb").write(data)
"""


@dataclass(frozen=True, slots=True)
class Files:
    """What all compare."""

    old: bytes
    new: bytes


@pytest.fixture(scope="module")
def files() -> Files:
    old, new = pair(250, 250)
    assert old.source is not None
    return Files(old.source.data, docx_bytes(new))


@dataclass
class Clock:
    """Seconds by the clock and of processor time, of this process and of those it started."""

    wall: float = 0.0
    processor: float = 0.0

    def take(self, work: Callable[[], object]) -> Clock:
        """The time of one call."""
        wall, used = time.perf_counter(), _used()
        work()
        return Clock(time.perf_counter() - wall, _used() - used)


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def test_ours(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    comparison = compare_resolutions(*pair(250, 250))
    results: list[bytes] = []
    taken = [
        Clock().take(lambda: results.append(tracked_bytes(comparison, author="A")))
        for _ in range(ROUNDS)
    ]
    found = told("ours", files, results[-1], min(taken, key=lambda t: t.processor), capsys)
    assert found == [True] * 4


def test_libreoffice(files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = Clock().take(lambda: compared(tmp_path / "start", ()))
    folder = tmp_path / "run"
    taken = Clock().take(lambda: compared(folder, ((files.old, files.new),)))
    alone = Clock(taken.wall - start.wall, taken.processor - start.processor)
    told("LibreOffice", files, (folder / "saved0.docx").read_bytes(), alone, capsys)


@pytest.mark.parametrize("engine", WHEELS)
def test_wheels(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], engine: str
) -> None:
    python = installed(tmp_path / "venv", engine)
    for name, data in (("old", files.old), ("new", files.new)):
        (tmp_path / f"{name}.docx").write_bytes(data)

    def run(rounds: int) -> None:
        code = _COMPARE.format(engine, rounds)
        names = [str(tmp_path / f"{name}.docx") for name in ("old", "new", "out")]
        try:
            subprocess.run([str(python), "-c", code, *names], check=True, timeout=ONE * rounds)
        except subprocess.TimeoutExpired:
            pytest.skip(
                f"The {engine} engine of python-redlines did not end in {ONE * rounds} seconds."
            )

    once = Clock().take(lambda: run(1))
    more = Clock().take(lambda: run(1 + ROUNDS))
    each = Clock((more.wall - once.wall) / ROUNDS, (more.processor - once.processor) / ROUNDS)
    told(f"{engine}, a command", files, (tmp_path / "out.docx").read_bytes(), each, capsys)


def installed(folder: Path, engine: str) -> Path:
    """The interpreter of a new virtual environment with the wheels; skips where they are not to
    be had."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    command = [str(python), "-m", "pip", "install", "-q", "--only-binary", ":all:"]
    try:
        subprocess.run(
            [*command, *WHEELS[engine]], check=True, timeout=LIMIT, capture_output=True, text=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        why = said[-1] if said else type(error).__name__
        pytest.skip(f"{' and '.join(WHEELS[engine])} cannot be installed here: {why}")
    return python


def told(
    name: str, files: Files, data: bytes, taken: Clock, capsys: pytest.CaptureFixture[str]
) -> list[bool]:
    """Print what a tracked file is worth; whether rejecting and accepting all give back the body
    and the notes."""
    right: list[bool] = []
    cases: tuple[tuple[Decision, bytes], ...] = (("reject", files.old), ("accept", files.new))
    for decision, wanted in cases:
        found, plain = judged(data, decision), judged(wanted, "none")
        right += [_body(found.paragraphs) == _body(plain.paragraphs), found.notes == plain.notes]
    counts = {mark: marked(data, mark) for mark in ("del", "ins", "moveFrom", "moveTo")}
    words = ("old body", "old notes", "new body", "new notes")
    with capsys.disabled():
        print(
            f"\n{name}: "
            + ", ".join(
                f"{w} {'right' if r else 'WRONG'}" for w, r in zip(words, right, strict=True)
            )
            + f"; {sum(counts.values())} words marked {counts}; {taken.wall:.2f} s, "
            f"{taken.processor:.2f} s of the processor"
        )
    return right


def _body(paragraphs: Sequence[Seen]) -> list[str]:
    """Words of the paragraphs that have any."""
    return [words for p in paragraphs if (words := " ".join(p.text.split()))]


def marked(data: bytes, mark: str) -> int:
    """Words inside a kind of change, in the body and the notes."""
    count = 0
    archive = zipfile.ZipFile(BytesIO(data))
    for part in ("word/document.xml", "word/footnotes.xml"):
        for change in etree.fromstring(archive.read(part)).iter(W + mark):
            said = "".join(e.text or "" for e in change.iter(W + "t", W + "delText"))
            count += len(re.findall(r"\w+", said))
    return count
