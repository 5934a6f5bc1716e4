"""``make run``: opens the sample in the window; without a display does the same job headless.

Headless it writes the clean draft, the tracked draft and a picture of the comparison to ``out/``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OUT = Path("out")


def has_display() -> bool:
    """Whether a window can be opened here; asked of Qt itself, which ends the process if not."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    probe = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    try:
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    from drafter.resources import sample_folder

    sample = next(iter(sorted(sample_folder().glob("*.docx"))))
    if has_display():
        return subprocess.call([sys.executable, "-m", "drafter", "open", str(sample)])
    print("There is no display here, so no window opens; the same job is done without one.")
    return headless(sample)


def headless(sample: Path) -> int:
    """Last cycle's sample in, this cycle's draft out: clean, tracked, and a picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    OUT.mkdir(exist_ok=True)
    clean, tracked, picture = (
        OUT / name for name in ("draft.docx", "draft-tracked.docx", "comparison.png")
    )
    drafter = [sys.executable, "-m", "drafter"]
    cycle = ["--organ", "A/C.2", "--session", "80", "--date", "2025-10-20", "--submitter", "Samoa"]
    for command in (
        ["update", str(sample), *cycle, "-o", str(clean), "--tracked", str(tracked)],
        ["compare", str(sample), str(clean), "-o", str(picture)],
    ):
        status = subprocess.call([*drafter, *command])
        if status:
            return status
    for what, path in (
        ("the clean draft", clean),
        ("the official file with every change in Track Changes", tracked),
        ("a picture of the comparison", picture),
    ):
        print(f"{path.resolve()}  {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
