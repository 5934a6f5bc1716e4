"""Make the sample that ships with the program from its own source texts.

    python tools/make_sample.py

The sample is invented: no resolution A/RES/78/391 exists, and no such draft was ever tabled.
Last cycle's text becomes a Word file in the layout of the United Nations, this cycle's draft plain
text. Both are written by the program's own writers, so running this again gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.read import read_file  # noqa: E402
from drafter.write import write_any  # noqa: E402

SAMPLE = ROOT / "drafter" / "shipped" / "sample"
FILES = {"deltas-78.txt": "A_RES_78_391.docx", "deltas-80.txt": "A_C.2_80_L.97.txt"}


def make(folder: Path = SAMPLE) -> list[Path]:
    """Write the sample's files to a folder; their paths."""
    made: list[Path] = []
    for source, name in FILES.items():
        target = folder / name
        for sentence in write_any(read_file(SAMPLE / "source" / source), target).sentences:
            print(f"{name}: {sentence}", file=sys.stderr)
        made.append(target)
    return made


if __name__ == "__main__":
    for path in make():
        print(path)
