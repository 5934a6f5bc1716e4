"""Kill a window that types and saves, at a random instant, again and again, and look what is left.

    python bench/kill.py [--kills 300] [--seconds 4] [--at-once 2]

Each time a real window is started without a screen; it types a numbered word every few
milliseconds and saves now and then, until it is killed. What then lies there, the saved draft or
the recovery copy, must be whole, and must hold every word that was typed more than two seconds
before. Prints one line for all, and one for each kill that went wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

MAY_LOSE = 2.0
"""Seconds of typing that may be lost."""
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


@dataclass(frozen=True)
class Found:
    """What was found after a kill."""

    typed: int
    """Words that were typed."""
    kept: int
    """Words that are still there."""
    lost: float
    """Seconds of typing that were lost."""
    copies: int
    fault: str = ""
    """What is wrong; "" where all is well."""


def window(folder: Path, seed: int) -> None:
    """Type and save until somebody kills the process; a line to standard output for each word."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from drafter.draft import begin
    from drafter.model import Kind, Paragraph, Resolution, Text
    from ui.app import application
    from ui.main_window import MainWindow

    app = application()
    chance = random.Random(seed)
    shown = MainWindow()
    shown.resize(1280, 800)
    shown.show()
    words = Text("Recalling its resolutions on the keeping of archives, " * 5)
    rest = tuple(Paragraph(f"p{i}", Kind.OPERATIVE, words) for i in range(2, 40))
    text = Resolution((Paragraph("p1", Kind.PREAMBULAR, Text("typed")), *rest))
    shown.session.load(begin(text), None)
    shown.files.save_to(folder / "mine.resolution")
    assert shown.files._saving.finish(), "the draft lies there before anything is typed"
    shown.editor.put_caret("p1", 5)
    number = 0

    def step() -> None:
        nonlocal number
        number += 1
        QTest.keyClicks(shown.editor, f" {number}")
        print(number, time.time(), flush=True)
        if chance.random() < 0.02:
            shown.files.save()

    timer = QTimer(interval=20)
    timer.timeout.connect(step)
    timer.start()
    app.exec()


def kill_once(seed: int, seconds: float) -> Found:
    """Start a window, kill it within so many seconds of typing, and look what is left."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mine").mkdir()
        env = {**os.environ, **dict.fromkeys(_HOMES, name), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, __file__, "--window", str(folder / "mine"), "--seed", str(seed)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env, text=True
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            time.sleep(chance.uniform(0, seconds))
            process.kill()
            killed = time.time()
            lines += process.stdout.read().splitlines()
        return _look(folder, lines, killed)


def _look(folder: Path, lines: list[str], killed: float) -> Found:
    from drafter.draft import left_behind, load_draft
    from drafter.errors import DrafterError

    times = [float(line.split()[1]) for line in lines if len(line.split()) == 2]
    copies = left_behind(next(folder.rglob("recovery"), folder / "none"))
    kept = 0
    try:
        for draft in (load_draft(folder / "mine" / "mine.resolution"), *(c.load() for c in copies)):
            typed = draft.text.text_of("p1").string.split()[1:]
            if len(draft.text.paragraphs) != 39 or typed[:-1] != _numbers(len(typed) - 1):
                return Found(len(times), 0, 0, len(copies), "a draft is not whole")
            kept = max(kept, len(typed))
    except DrafterError as error:
        return Found(len(times), 0, 0, len(copies), str(error))
    first_lost = times[kept] if kept < len(times) else killed
    lost = max(0.0, killed - first_lost)
    return Found(len(times), kept, lost, len(copies), "too much is lost" if lost > MAY_LOSE else "")


def _numbers(count: int) -> list[str]:
    return [str(n) for n in range(1, count + 1)]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--seconds", type=float, default=4)
    options.add_argument("--at-once", type=int, default=2)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--window", type=Path)
    chosen = options.parse_args()
    if chosen.window is not None:
        window(chosen.window, chosen.seed)
        return 0
    with ThreadPoolExecutor(chosen.at_once) as pool:
        seeds = range(chosen.seed, chosen.seed + chosen.kills)
        found = list(pool.map(lambda seed: kill_once(seed, chosen.seconds), seeds))
    for seed, one in enumerate(found, chosen.seed):
        if one.fault:
            print(f"kill {seed}: {one.fault} ({one})")
    whole = sum(not one.fault for one in found)
    lost = sorted(one.lost for one in found)
    print(
        f"{len(found)} kills, {whole} whole drafts, {sum(one.typed for one in found)} words typed; "
        f"typing lost: median {lost[len(lost) // 2]:.2f} s, at most {lost[-1]:.2f} s; "
        f"{sum(one.copies > 0 for one in found)} times a recovery copy was there"
    )
    return whole < len(found)


if __name__ == "__main__":
    sys.exit(main())
