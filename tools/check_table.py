"""Count the findings of every check on a folder of files, as a Markdown table.

    python tools/check_table.py FILE…

Adopted texts (by symbol or adoption line) and drafts are counted apart; errors a file are told
below the table.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.check import check_resolution, rule_names  # noqa: E402
from drafter.check.case import Case  # noqa: E402
from drafter.errors import DrafterError  # noqa: E402
from drafter.read import read_file  # noqa: E402
from drafter.un import catalogue  # noqa: E402


def main() -> int:
    """Print the table."""
    known = catalogue.load()
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    files: Counter[bool] = Counter()
    errors: Counter[bool] = Counter()
    worst: dict[str, str] = {}
    for name in sys.argv[1:]:
        try:
            text = read_file(Path(name))
        except DrafterError as fault:
            print(fault, file=sys.stderr)
            continue
        official = Case(text).adopted
        files[official] += 1
        for one in check_resolution(text, catalogue=known):
            counts[official][one.rule] += 1
            errors[official] += one.severity == "error"
            ranks = ("note", "warning", "error")
            worst[one.rule] = max(worst.get(one.rule, "note"), one.severity, key=ranks.index)
    print(f"| rule | severity | {files[True]} adopted texts | {files[False]} others |")
    print("|---|---|---|---|")
    for rule in rule_names():
        row = (counts[True][rule], counts[False][rule])
        print(f"| {rule} | {worst.get(rule, '')} | {row[0] or ''} | {row[1] or ''} |")
    for official, words in ((True, "adopted"), (False, "others")):
        each = errors[official] / files[official] if files[official] else 0.0
        print(f"\nErrors a file, {words}: {each:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
