"""Build the catalogue that ships with the program from a folder of reference data.

    python tools/build_catalogue.py FOLDER

FOLDER holds the United Nations' metadata as JSON lines (GA_80.jsonl, SC_2026.jsonl …), the
mandates table (CSV) and series.json. Run it again on newer files of the same kind.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.un.catalogue_build import build, write  # noqa: E402

TABLE = ROOT / "drafter" / "un" / "data" / "catalogue.tsv.gz"


def main() -> int:
    """Build, write, and say what was found."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    built = build(folder)
    write(built, TABLE, "Built by tools/build_catalogue.py from public United Nations metadata.")
    for fault in built.faults:
        print(fault, file=sys.stderr)
    series = {record.series for record in built.records if record.series}
    print(
        f"{len(built.records)} entries, {len(series)} series, {TABLE.stat().st_size:,} bytes: "
        f"{TABLE.relative_to(ROOT)}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
