"""The window reads, loads and writes in several threads at once, from their first use on."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.draft import begin, save_draft
from drafter.model import Footnote, Kind, Paragraph, Resolution, Text
from drafter.read import read_bytes
from drafter.write import docx_bytes
from tests.corpus import corpus

PROGRAM = """
import sys, threading
sys.setswitchinterval(1e-6)  # so that what may go wrong does
start = threading.Barrier(4)
texts = []
def load():
    start.wait()
    from drafter.draft import load_draft
    texts.append(load_draft(sys.argv[1]).text)
threads = [threading.Thread(target=load) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(texts), len(set(texts)), len(texts[0].paragraphs))
"""


def _at_once(*functions: Callable[[], object]) -> list[object]:
    """What each function gives, all of them begun at the same moment."""
    start = threading.Barrier(len(functions))
    found: list[object] = [None] * len(functions)

    def run(index: int) -> None:
        start.wait()
        found[index] = functions[index]()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_a_fresh_program_loads_several_drafts_at_once(tmp_path: Path) -> None:
    paragraphs = tuple(Paragraph(f"p{i}", Kind.OPERATIVE, Text("Decides")) for i in range(40))
    path = tmp_path / "a.resolution"
    save_draft(begin(Resolution(paragraphs, (Footnote("n1", Text("Ibid.")),))), path)
    for _ in range(5):  # without care two of three such programs crash
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", PROGRAM, str(path)],
            capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert (done.stdout, done.stderr) == ("4 1 40\n", "")


@pytest.mark.parametrize("folder", ["pdf", "word"])
def test_files_read_at_once_are_what_they_are_one_by_one(folder: str) -> None:
    files = ((file.read_bytes(), file.name) for file in sorted(corpus(folder).iterdir()))
    contents = [file for file in files if file[0].startswith((b"PK", b"%PDF"))][:4]
    one_by_one = [read_bytes(*content) for content in contents]
    readers = [lambda content=content: read_bytes(*content) for content in contents * 2]
    assert _at_once(*readers) == one_by_one * 2


def test_texts_exported_at_once_are_what_they_are_one_by_one() -> None:
    texts = [
        Resolution(tuple(Paragraph(f"p{i}", Kind.OPERATIVE, Text(word)) for i in range(30)))
        for word in ("Decides", "Requests", "Invites", "Notes")
    ]
    one_by_one = [docx_bytes(text) for text in texts]
    assert _at_once(*(lambda text=text: docx_bytes(text) for text in texts)) == one_by_one
