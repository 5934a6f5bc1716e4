"""Builds the product's compact table of facts from folders of the United Nations' metadata.

Reference data of three kinds: JSON lines by organ and session or year, the mandates table of the
proposed programme budget (CSV), and a hand-checked table of series (JSON). What comes out is one
zipped text table of plain facts that says where each comes from.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter.un.dates import parse_date
from drafter.un.records import Record, json_objects, record_of, year_of
from drafter.un.series import series_ids
from drafter.un.symbols import parse_symbol, symbol_of

COLUMNS = (
    "symbol", "date", "year_only", "title", "agenda_item", "agenda_title", "committee", "report",
    "subjects", "series", "where",
)  # fmt: skip
_SERIES_FILE = "series.json"
_NOT_SERIES = frozenset({"treaty"})
"""Groups of the hand-made table that are no recurring series; a "fixed-reference" is in none."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gives."""

    records: tuple[Record, ...]
    faults: tuple[str, ...]
    """Lines that could not be used, in plain words."""
    sources: tuple[str, ...]


def build(folder: Path) -> Built:
    """Read a folder of reference data into records with series."""
    found: dict[str, Record] = {}
    faults: list[str] = []
    sources: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        sources.append(path.name)
        for number, row in json_objects(path.read_text("utf-8"), path.name):
            record = record_of(row, path.stem)
            if isinstance(record, str):
                faults.append(f"{path.name}, line {number} {record}")
            else:
                found[record.symbol] = _fuller(found.get(record.symbol), record)
    known: dict[str, str] = {}
    fixed: set[str] = set()
    table = folder / _SERIES_FILE
    if table.exists():
        sources.append(table.name)
        for record, series in _hand_made(json.loads(table.read_text("utf-8"))):
            found[record.symbol] = _fuller(found.get(record.symbol), record)
            if series == "fixed-reference":
                fixed.add(record.symbol)
            elif series not in _NOT_SERIES:
                known[record.symbol] = series
    for path in sorted(folder.glob("*.csv")):
        sources.append(path.name)
        for record in _mandates(path):
            found[record.symbol] = _fuller(found.get(record.symbol), record)
    records = sorted(found.values(), key=lambda r: (r.organ, r.date, r.symbol))
    ids = series_ids([r for r in records if r.symbol not in fixed], known)
    return Built(
        tuple(replace(r, series=ids.get(r.symbol, "")) for r in records),
        tuple(faults), tuple(sources),
    )  # fmt: skip


def write(built: Built, path: Path, note: str = "") -> None:
    """Write records as a zipped table; the same records give the same bytes."""
    lines = [
        "# Facts about resolutions: symbol, adoption date, title, agenda item, subject headings.",
        f"# {note}" if note else "# ",
        f"# sources: {', '.join(built.sources)}",
        f"# last: {max(r.date for r in built.records if not r.year_only).isoformat()}",
        "\t".join(COLUMNS),
    ]
    lines += [row_of(record) for record in built.records]
    data = io.BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode("utf-8"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())


def row_of(record: Record) -> str:
    """A record as one line of the table."""
    values = (
        record.symbol, record.date.isoformat(), "y" if record.year_only else "", record.title,
        record.agenda_item, record.agenda_title, record.committee, record.report,
        "|".join(record.subjects), record.series, record.where,
    )  # fmt: skip
    return "\t".join(re.sub(r"[\t\n]", " ", value) for value in values)


def record_of_row(line: str) -> Record:
    """The record of one line of the table."""
    (symbol, date, year_only, title, item, agenda, committee, report, subjects, series, where) = (
        line.split("\t")
    )
    parsed = parse_symbol(symbol)
    return Record(
        symbol, parsed.organ if parsed else "", dt.date.fromisoformat(date), bool(year_only),
        title, parsed.session if parsed else "", item, agenda, committee, report,
        tuple(subjects.split("|")) if subjects else (), series, where,
    )  # fmt: skip


def read_table(path: Path) -> tuple[dict[str, str], list[Record]]:
    """Remarks at the top ("sources", "last") and records of a table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as table:
        lines = table.read().split("\n")
    remarks: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        name, colon, value = line[1:].strip().partition(": ")
        if colon:
            remarks[name] = value
    rows = [line for line in lines if line and not line.startswith("#")]
    return remarks, [record_of_row(line) for line in rows[1:]]


def _fuller(old: Record | None, new: Record) -> Record:
    """Two records of one symbol as one: what the first knows, completed by the second."""
    if old is None:
        return new
    date, year_only = old.date, old.year_only
    if year_only and not new.year_only:
        date, year_only = new.date, False
    return replace(
        old,
        date=date,
        year_only=year_only,
        title=old.title or new.title,
        agenda_item=old.agenda_item or new.agenda_item,
        agenda_title=old.agenda_title or new.agenda_title,
        committee=old.committee or new.committee,
        report=old.report or new.report,
        subjects=old.subjects or new.subjects,
        where=old.where if new.where in old.where.split(", ") else f"{old.where}, {new.where}",
    )


def _hand_made(table: dict[str, Any]) -> Iterable[tuple[Record, str]]:
    """Records and series of the hand-checked table."""
    for entry in table["entries"]:
        symbol = parse_symbol(entry["document_symbol"])
        if symbol is None:
            continue
        date = parse_date(entry["date"]) if entry.get("date") else None
        year = year_of(symbol.normal)
        if date is None and year is None:
            continue
        verified = "verified" if entry.get("status") == "verified" else "unverified"
        yield (
            Record(
                symbol.normal, symbol.organ, date or dt.date(year or 0, 1, 1), date is None,
                entry.get("short_title") or "", symbol.session,
                report=entry.get("committee_report") or "", where=f"series table ({verified})",
            ),
            entry["series"],
        )  # fmt: skip


def _mandates(path: Path) -> Iterable[Record]:
    """Resolutions of the mandates table: symbol and the heading it stands under, no date."""
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            title = re.sub(r"\s+", " ", row.get("Description") or "").strip()
            full = _mandate_symbol(row)
            if full is None:
                continue
            prose = row.get("Part In Document") != "Legislative mandates" or title.endswith(".")
            titles[full][title] += 0 if prose else 1
    for full, counts in titles.items():
        symbol = parse_symbol(full)
        year = year_of(full)
        title, count = counts.most_common(1)[0]
        if symbol is None or year is None:
            continue
        yield Record(
            full, symbol.organ, dt.date(year, 1, 1), True, title if count else "",
            symbol.session, where=path.stem,
        )  # fmt: skip


def _mandate_symbol(row: dict[str, str]) -> str | None:
    cited = re.sub(r"\s+", " ", row.get("Symbol") or "").strip()
    full = parse_symbol(row.get("Full Document Symbol") or "")
    if full is not None and full.normal == cited.upper() and (mixed := parse_symbol(cited)):
        return mixed.normal
    if full is None:
        organ = next(
            (code for words, code in (("General Assembly res", "A"), ("Security Council", "S"),
             ("Economic and Social Council res", "E"), ("Human Rights Council res", "A/HRC"))
             if (row.get("Source") or "").startswith(words)), None,
        )  # fmt: skip
        full = symbol_of(cited, organ) if organ else None
    if full is None or full.kind not in ("resolution", "document"):
        return None
    if full.kind == "resolution" and (part := re.search(r"\d ([A-Z])$", cited)):
        with_part = parse_symbol(f"{full.normal} {part[1]}")
        if with_part and not full.normal.endswith(f" {part[1]}"):
            return with_part.normal
    return full.normal
