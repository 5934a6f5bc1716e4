"""After a kill at any instant the next start offers what was there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from drafter.draft import Place, Recovery, begin, left_behind, load_draft, save_draft
from drafter.model import Kind, Paragraph, Resolution, Text

DRAFT = begin(Resolution((Paragraph("p1", Kind.TITLE, Text("River deltas")),)))

WRITER = """
import sys
from pathlib import Path
from drafter.draft import Place, Recovery, begin
from drafter.model import Kind, Paragraph, Resolution, Text
folder = Path(sys.argv[1])
copy, place = Recovery(folder), Place(folder / "mine" / "a.resolution")
place.path.parent.mkdir()
place.lock()
n = 0
while True:
    n += 1
    words = Text("word " * 200 + str(n))
    row = tuple(Paragraph(f"p{i}", Kind.PLAIN, words) for i in range(20))
    copy.save(begin(Resolution(row)), place.path)
    if n % 3 == 1:
        place.save(begin(Resolution(row)))
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
    for kill in range(20):
        folder = tmp_path / str(kill)
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.05))
            process.kill()
        (found,) = left_behind(folder)
        assert found.draft_path is not None
        for draft in (found.load(), load_draft(found.draft_path)):
            texts = {p.text.string for p in draft.text.paragraphs}
            assert len(texts) == 1, "paragraphs of two different saves in one file"
        assert Place(found.draft_path).lock() is None, "the lock of the dead is stale"


def test_nothing_is_written_after_closing(tmp_path: Path) -> None:
    copy = Recovery(tmp_path)
    copy.close()
    copy.save(DRAFT, None)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_what_was_saved_is_told_from_one_that_has_more(tmp_path: Path) -> None:
    path = tmp_path / "mine.resolution"
    copy = Recovery(tmp_path / "copies")
    copy.save(DRAFT, path)
    copy._lock.release()
    (found,) = left_behind(tmp_path / "copies")
    assert not found.is_saved()
    save_draft(DRAFT, path)
    assert found.is_saved()
