"""Build the word list that the spelling stands on.

    python tools/build_words.py FOLDER

FOLDER holds the lists of SCOWL (Debian: package "scowl", /usr/share/dict/scowl). British English in
Oxford spelling (-ize), up to size 60: what its author recommends for spelling. To that come the
words of the catalogue's titles (names that stand there ``OFTEN`` times) and ``data/un_words.txt``.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "drafter" / "text" / "data"
CATALOGUE = ROOT / "drafter" / "un" / "data" / "catalogue.tsv.gz"
LARGEST = 60
OFTEN = 2
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def scowl(folder: Path) -> set[str]:
    """Words of the English and the British -ize lists, without possessives."""
    found: set[str] = set()
    for category in ("english", "british_z"):
        for part in ("words", "upper", "proper-names", "contractions"):
            for file in folder.glob(f"{category}-{part}.*"):
                if int(file.suffix[1:]) <= LARGEST:
                    found |= set(file.read_text("iso-8859-1").split())
    return {word for word in found if not word.endswith("'s")}


def titles(known: set[str]) -> set[str]:
    """Words of the catalogue's titles that no dictionary has."""
    counts: Counter[str] = Counter()
    with gzip.open(CATALOGUE, "rt", encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            said = f"{row['title']} {row['agenda_title']}".replace("’", "'")
            for word in {w.removesuffix("'s") for w in WORD.findall(said)}:
                counts[word] += 1
    return {
        word
        for word, count in counts.items()
        if len(word) > 2
        and not word.isupper()
        and word not in known
        and word.lower() not in known
        and not word.islower()
        and count >= OFTEN
    }


def main() -> int:
    """Build, write, and say what was found."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    words = scowl(Path(sys.argv[1]))
    own = (DATA / "un_words.txt").read_text("utf-8").splitlines()
    added = {word for word in own if word and not word.startswith("#")}
    named = titles(words | added)
    everything = sorted(words | named | added)
    data = "\n".join(everything).encode()
    (DATA / "words.txt.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    size = (DATA / "words.txt.gz").stat().st_size
    print(f"{len(everything):,} words, {len(named):,} of them from titles: {size:,} bytes")
    if "-v" in sys.argv:
        print(*sorted(named))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
