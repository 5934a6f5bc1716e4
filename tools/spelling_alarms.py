"""How many words of official files the spelling doubts, and which.

    python tools/spelling_alarms.py FOLDER…

Every file in the folders that can be read is checked alone: no last cycle's text lends its names.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.edit.spelling import Speller, repeated_names  # noqa: E402
from drafter.errors import DrafterError  # noqa: E402
from drafter.model import Kind  # noqa: E402
from drafter.read import read_file  # noqa: E402


def main() -> int:
    """Check and say."""
    doubted: Counter[str] = Counter()
    files = words = 0
    for file in sorted(f for name in sys.argv[1:] for f in Path(name).rglob("*") if f.is_file()):
        try:
            text = read_file(file)
        except DrafterError as error:
            print(error, file=sys.stderr)
            continue
        files += 1
        speller = Speller(names=repeated_names(text))
        texts = [(p.text, p.kind) for p in text.paragraphs if p.kind is not Kind.OPAQUE]
        for one, kind in (*texts, *((note.text, Kind.PLAIN) for note in text.notes)):
            words += len(one.string.split())
            doubted.update(one.string[a:b] for a, b in speller.mistakes(one, kind))
    print(f"{files} files, {words:,} words, {doubted.total()} doubted")
    print(*(f"{word} ({count})" for word, count in doubted.most_common()), sep=", ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
