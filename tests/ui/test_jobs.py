"""Background work: results come, late ones do not, nothing fails unheard."""

from __future__ import annotations

import threading

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
