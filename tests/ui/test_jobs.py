"""Background work: results come, late ones do not, nothing fails unheard."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from ui.jobs import Jobs


def test_a_result_comes_to_the_main_thread(qtbot) -> None:
    jobs = Jobs()
    got: list[object] = []
    jobs.start("compare", "Comparing…", lambda: threading.current_thread(), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] is not threading.main_thread()


def test_a_late_result_is_dropped(qtbot) -> None:
    jobs = Jobs()
    gate = threading.Event()
    got: list[str] = []
    jobs.start("compare", "", lambda: gate.wait(5) and "old", got.append)
    jobs.start("compare", "", lambda: "new", got.append)
    gate.set()
    assert jobs.wait()
    qtbot.waitUntil(lambda: got == ["new"])


def test_cancelled_work_gives_nothing(qtbot) -> None:
    jobs = Jobs()
    gate = threading.Event()
    got: list[object] = []
    jobs.start("file", "", lambda: gate.wait(5), got.append)
    jobs.cancel("file")
    gate.set()
    with qtbot.waitSignal(jobs.busy_changed):
        assert jobs.wait()
    assert got == []


def test_what_is_raised_is_told(qtbot) -> None:
    jobs = Jobs()

    def work() -> None:
        raise ValueError("the sun went down")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("file", "", work, lambda _: None)
    assert told.args[0] == "the sun went down"
    assert "Traceback" in told.args[1]


def test_a_long_job_that_is_cancelled_ends_soon(qtbot) -> None:
    jobs = Jobs()
    begun, ended = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        try:
            while True:
                time.sleep(0.01)
        finally:
            ended.set()

    got: list[object] = []
    jobs.start("file", "Reading…", work, got.append, got.append, may_stop=True)
    assert begun.wait(5)
    jobs.cancel()
    assert ended.wait(5)
    assert jobs.wait(5000)
    qtbot.wait(10)
    assert got == [], "nobody is told of what was not wanted any more"


def test_a_job_that_was_cancelled_before_it_began_does_not_begin(qtbot) -> None:
    jobs = Jobs(threads=1)
    gate, begun = threading.Event(), threading.Event()
    jobs.start("compare", "", lambda: gate.wait(5), lambda _: None)
    jobs.start("file", "", begun.set, lambda _: None, may_stop=True)
    jobs.cancel("file")
    gate.set()
    assert jobs.wait()
    assert not begun.is_set()


def test_libraries_that_import_themselves_in_circles_are_there_before_two_jobs_run(
    qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two threads that import rapidfuzz at once, one may get a module that is half made."""
    told: list[str] = []
    monkeypatch.setattr("drafter.libraries.load", lambda: told.append("loaded"))
    jobs = Jobs(threads=1)
    with qtbot.waitSignal(jobs._finished):
        jobs.start("compare", "", lambda: told.append("ran"), lambda _: None)
    assert told == ["loaded", "ran"]


def test_both_libraries_are_whole_in_a_program_just_begun() -> None:
    code = (
        "import threading\n"
        "from drafter import libraries\n"
        "def work():\n"
        "    libraries.load()\n"
        "    from rapidfuzz import fuzz, process\n"
        "    from rapidfuzz.distance import LCSseq\n"
        "    got.append((fuzz.ratio('a', 'a'), LCSseq.similarity('ab', 'a')))\n"
        "got = []\n"
        "threads = [threading.Thread(target=work) for _ in range(2)]\n"
        "[t.start() for t in threads]\n"
        "[t.join(20) for t in threads]\n"
        "print(got)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[(100.0, 1), (100.0, 1)]", done.stderr
