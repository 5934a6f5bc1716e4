"""Every pair of real texts as ``drafter export NEW --against OLD --tracked`` writes it, judged.

    python bench/pairs.py FOLDER [--part 0/2]

FOLDER holds Word files, PDF, XML and text, in folders of any depth. Each is the old text once for
each of them as the new one; what was no Word file is written fresh first, as the command does.
Held to both texts by the judge of the tests; where ``tools/validate_docx.py`` stands beside
FOLDER, to the schema too. Says which pairs fail, and how many hold.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter import workflow  # noqa: E402
from drafter.errors import DrafterError  # noqa: E402
from drafter.model import Resolution  # noqa: E402
from drafter.read import read_file  # noqa: E402
from tests.drafter.write.test_tracked_judged import held  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="0/1", help="0/2: every second pair, from the first")
    chosen = parser.parse_args()
    part, parts = map(int, chosen.part.split("/"))
    texts: dict[str, Resolution] = {}
    for path in sorted(p for p in chosen.folder.rglob("*") if p.is_file()):
        try:
            texts[path.name] = read_file(path)
        except DrafterError as error:
            print(error)
    validator = chosen.folder.resolve().parent / "tools" / "validate_docx.py"
    good = bad = 0
    pairs = [(old, new) for old in texts for new in texts]
    for old, new in pairs[part::parts]:
        try:
            data = held(workflow.word_base(texts[old]), texts[new])
            if validator.exists():
                _validate(validator, data)
        except (AssertionError, DrafterError) as error:
            bad += 1
            print(f"{old} -> {new}: {str(error).splitlines()[:1]}", flush=True)
        else:
            good += 1
    print(f"{good} pairs hold, {bad} fail")


def _validate(validator: Path, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tracked.docx"
        path.write_bytes(data)
        found = subprocess.run(
            [sys.executable, str(validator), str(path)], capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr


if __name__ == "__main__":
    main()
