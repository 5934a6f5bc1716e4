"""What the window costs: its start against an empty one, painting, a keystroke, and memory.

    python bench/window_bench.py [--paragraphs 1000] [--starts 7] [--files FILE …]

Times are milliseconds; medians, and the 95th percentile where frames or keys are many. Starts are
whole processes, from their beginning to the first painted frame, ours and the empty window by
turns, so that what else the computer does falls on both. Memory is the most that a process of its
own held: with the sample, with each of the files, and with the made-up texts.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
"""
OURS = """
import sys
sys.path.insert(0, {root!r})
from ui.app import application
app = application()
from ui.main_window import MainWindow
window = MainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
"""

PROSE = """
Recalling its resolution adopted at session on the report of Secretary-General concerning technical
assistance for States upon request in accordance with international law and the need to strengthen
cooperation between entities of United Nations system within existing resources while taking into
account national priorities
"""
WORDS = PROSE.split()


def start_time(code: str, environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=ROOT)
    return (time.perf_counter() - started) * 1000


def starts(count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of whole processes: ours, and an empty window."""
    import tempfile

    ours: list[float] = []
    empty: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment["PYTHONPYCACHEPREFIX"] = home
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
        for _ in range(count + 1):
            empty.append(start_time(EMPTY, environment))
            ours.append(start_time(OURS.format(root=str(ROOT)), environment))
    return ours[1:], empty[1:]


def text(count: int, seed: int):
    """A made-up resolution of so many paragraphs."""
    from drafter.model import Kind, Paragraph, Resolution, Text

    chance = random.Random(seed)
    return Resolution(
        tuple(
            Paragraph(f"p{i}", Kind.OPERATIVE, Text(" ".join(chance.choices(WORDS, k=60)) + ";"))
            for i in range(1, count + 1)
        )
    )


def edited(base, seed: int):
    """The text with every third paragraph edited, some gone, some new."""
    from dataclasses import replace

    from drafter.model import Paragraph, Text

    chance = random.Random(seed)
    found = []
    for i, paragraph in enumerate(base.paragraphs):
        if i % 29 == 7:
            continue
        if i % 3 == 0:
            words = paragraph.text.string.split()
            words[chance.randrange(len(words))] = "wholly"
            words[chance.randrange(len(words))] = "other"
            paragraph = replace(paragraph, text=Text(" ".join(words)))
        found.append(paragraph)
        if i % 31 == 5:
            new = Text(" ".join(chance.choices(WORDS, k=50)))
            found.append(Paragraph(f"n{i}x", paragraph.kind, new))
    return replace(base, paragraphs=tuple(found))


def timed(times: int, act: Callable[[int], None]) -> list[float]:
    found = []
    for i in range(times):
        started = time.perf_counter()
        act(i)
        found.append((time.perf_counter() - started) * 1000)
    return found


def worked(times: int, act: Callable[[int], None]) -> list[float]:
    """Milliseconds of the main thread's own work, however busy the machine is otherwise."""
    found = []
    for i in range(times):
        started = time.thread_time()
        act(i)
        found.append((time.thread_time() - started) * 1000)
    return found


def said(name: str, found: list[float], limit: float | None = None) -> None:
    ordered = sorted(found)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    goal = f"   (goal p95 ≤ {limit:g})" if limit else ""
    print(f"{name:<46} median {statistics.median(found):7.1f}   p95 {p95:7.1f}{goal}")


def window_costs(count: int) -> None:
    from PySide6.QtTest import QTest

    from drafter.draft import Draft
    from ui.app import application
    from ui.compare.pane import ComparePane
    from ui.main_window import MainWindow
    from ui.session import Session

    app = application()
    session = Session()
    window = MainWindow(session)
    window.resize(1600, 1000)
    window.show()
    base = text(count, 1)
    draft = edited(base, 2)
    started, begun = time.perf_counter(), time.thread_time()
    session.load(Draft(draft, base), None)
    app.processEvents()
    window.grab()
    own = (time.thread_time() - begun) * 1000
    print(f"{f'opening {count} paragraphs':<46} {(time.perf_counter() - started) * 1000:14.1f}")
    print(f"{'    the main thread alone':<46} {own:14.1f}")
    session.jobs.wait()
    while session.comparison is None:
        app.processEvents()
    while not window.work.findings.known:
        app.processEvents()
    whole = (time.perf_counter() - started) * 1000
    print(f"{'    until it is compared and checked':<46} {whole:14.1f}")
    pane = window.findChild(ComparePane)
    assert pane is not None
    window.grab()

    def frame(i: int) -> None:
        pane.bar.setValue(pane.bar.maximum() * (i % 97) // 97 + i)
        app.processEvents()

    said(f"a scrolled frame of both panes, {count}", timed(200, frame), 16)
    pane.bar.setValue(pane.bar.maximum() // 2)
    pane.views[1].setFocus()
    pane.views[1].put_caret(draft.paragraphs[count // 2].id, 30)
    app.processEvents()

    typed = " ".join(random.Random(3).choices(WORDS, k=400)).lower()
    place = 0

    def key(_: int) -> None:
        nonlocal place
        QTest.keyClick(pane.views[1], typed[place])
        place += 1

    session._timer.setInterval(10**6)  # what waits for a pause is measured apart
    said(f"a keystroke, {count}", timed(200, key), 16)

    def key_and_frame(i: int) -> None:
        key(i)
        app.processEvents()

    said(f"a keystroke and its frame, {count}", timed(100, key_and_frame))
    open_everything(window, session, app)
    said(f"a keystroke, everything open, {count}", worked(200, key), 10 if count < 100 else 16)
    said(
        f"a keystroke and its frame, everything open, {count}",
        worked(100, key_and_frame),
        10 if count < 100 else 16,
    )

    def pause(i: int) -> float:
        """The longest the main thread is held up in the third of a second after a key."""
        key_and_frame(i)
        worst, until = 0.0, time.perf_counter() + 0.35
        while time.perf_counter() < until:
            worst = max(worst, *worked(1, lambda _: app.processEvents()))
            time.sleep(0.001)
        return worst

    said(f"    the longest slice of the pause after, {count}", [pause(i) for i in range(20)], 16)
    from drafter.compare import compare_resolutions

    comparison = compare_resolutions(session.base, session.draft)
    said(
        f"taking up a new comparison, {count}",
        timed(20, lambda _: pane.show_comparison(comparison)),
        16,
    )
    session.mark_saved(Path(os.devnull))
    window.close()


def memory(name: str) -> None:
    """Print the most megabytes this process held with a text open: a file, a number of made-up
    paragraphs, or "" for the sample."""
    from drafter.draft import Draft, begin
    from drafter.read import read_file
    from drafter.resources import sample_folder
    from ui.app import application
    from ui.main_window import MainWindow
    from ui.session import Session

    app = application()
    session = Session()
    window = MainWindow(session)
    window.resize(1280, 800)
    window.show()
    if name.isdigit():
        base = text(int(name), 1)
        session.load(Draft(edited(base, 2), base), None)
    else:
        session.load(begin(read_file(name or next(sample_folder().glob("*.docx")))), None)
    while session.comparison is None:
        app.processEvents()
    session.jobs.wait()
    app.processEvents()
    window.grab()
    # not getrusage, in which Linux counts what the process was that started this one
    status = Path("/proc/self/status").read_text("ascii")
    most = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(f"{'memory, ' + (Path(name).name or 'the sample'):<46} {most:14.0f} MB", flush=True)
    session.mark_saved(Path(os.devnull))
    window.close()


def open_everything(window, session, app) -> None:
    """Outline, footnotes, spelling, and a search that finds much, all following what is typed."""
    for name in ("show_outline", "show_side"):
        window.actions_[name].setChecked(True)
    window.actions_["panel_footnotes"].trigger()
    find = window.centre.find_bar
    find.open_bar()
    find.words.setText(WORDS[0])
    find._query_changed()
    session.jobs.wait()
    while window.centre.spelling._speller is None or not window.work.findings.known:
        app.processEvents()
    print(f"    {len(find.matches)} matches, {len(window.work.findings.open)} findings")
    window.editor.put_caret(session.draft.paragraphs[len(session.draft.paragraphs) // 2].id, 30)
    window.editor.setFocus()
    app.processEvents()
    window.grab()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--paragraphs", type=int, nargs="*", default=[35, 1000])
    options.add_argument("--starts", type=int, default=7)
    options.add_argument("--files", nargs="*", default=[])
    options.add_argument("--memory")
    chosen = options.parse_args()
    if chosen.memory is not None:
        memory(chosen.memory)
        return
    if chosen.starts:
        ours, empty = starts(chosen.starts)
        said("cold start, an empty PySide6 window", empty)
        said("cold start, ours", ours)
        ratio = statistics.median(ours) / statistics.median(empty)
        print(f"{'ours / empty':<46} {ratio:14.2f}   (goal ≤ 2)")
    for count in chosen.paragraphs:
        window_costs(count)
    for name in ["", *chosen.files, *map(str, chosen.paragraphs)]:
        subprocess.run([sys.executable, __file__, "--memory", name], check=True)


if __name__ == "__main__":
    main()
