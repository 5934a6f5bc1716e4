"""After a kill at any instant the next start offers what was there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from drafter.draft import Recovery, begin, left_behind
from drafter.model import Kind, Paragraph, Resolution, Text

DRAFT = begin(Resolution((Paragraph("p1", Kind.TITLE, Text("River deltas")),)))

WRITER = """
import sys
from pathlib import Path
from drafter.draft import Recovery, begin
from drafter.model import Kind, Paragraph, Resolution, Text
copy = Recovery(Path(sys.argv[1]))
n = 0
while True:
    n += 1
    words = Text("word " * 200 + str(n))
    row = tuple(Paragraph(f"p{i}", Kind.PLAIN, words) for i in range(20))
    copy.save(begin(Resolution(row)), None)
    if n == 1:
        print("ready", flush=True)
"""


def test_a_copy_is_offered_only_when_its_window_is_gone(tmp_path: Path) -> None:
    copy = Recovery(tmp_path)
    copy.save(DRAFT, tmp_path / "mine.resolution")
    assert left_behind(tmp_path) == []
    copy._lock.release()  # what the system does when the process dies
    (found,) = left_behind(tmp_path)
    assert found.title == "River deltas"
    assert found.draft_path == tmp_path / "mine.resolution"
    assert found.load() == DRAFT
    found.discard()
    assert left_behind(tmp_path) == []


def test_a_window_that_closes_leaves_nothing_behind(tmp_path: Path) -> None:
    copy = Recovery(tmp_path)
    copy.save(DRAFT, None)
    copy.close()
    assert left_behind(tmp_path) == []
    assert list(tmp_path.glob("*.resolution")) == []


def test_a_kill_at_any_instant_leaves_a_whole_draft(tmp_path: Path) -> None:
    for kill in range(8):
        folder = tmp_path / str(kill)
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.05))
            process.kill()
        (found,) = left_behind(folder)
        texts = {p.text.string for p in found.load().text.paragraphs}
        assert len(texts) == 1, "paragraphs of two different saves in one file"
