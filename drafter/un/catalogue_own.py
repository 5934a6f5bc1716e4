"""A delegation's own entries: added by hand or imported, kept across updates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec
from filelock import FileLock

from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.un.records import Record, read_records
from drafter.un.symbols import parse_symbol


def own_file(data: Path) -> Path:
    """Where the own entries lie in the user's data folder."""
    return data / "catalogue" / "own.jsonl"


def read_own(path: Path) -> tuple[Record, ...]:
    """The own entries; a line that cannot be read is left out."""
    found: dict[str, Record] = {}
    if not path.exists():
        return ()
    for line in path.read_bytes().split(b"\n"):
        try:
            record = msgspec.json.decode(line, type=Record)
        except (msgspec.MsgspecError, ValueError):
            continue
        found[record.symbol] = record
    return tuple(found.values())


def import_file(path: Path, data: Path) -> int:
    """Import the United Nations' JSON lines or a CSV with named columns; how many entries.

    Raises UnreadableFile (which line, what is wrong) before anything is imported.
    """
    records = read_records(path)
    add(records, data)
    return len(records)


def add(records: Iterable[Record], data: Path) -> None:
    """Add entries, or put them in the place of those with the same symbol."""
    path = own_file(data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(str(path) + ".lock"):
            kept = {record.symbol: record for record in read_own(path)}
            kept |= {record.symbol: record for record in records}
            _write(path, kept.values())
    except OSError as fault:
        raise UnwritableFile(
            f"{path.name} in {path.parent} cannot be written ({fault.strerror}); "
            "free some space or ask for write access and try again."
        ) from fault


def remove(symbol: str, data: Path) -> bool:
    """Take an own entry away again; whether there was one."""
    path = own_file(data)
    if not path.exists():
        return False
    with FileLock(str(path) + ".lock"):
        kept = {record.symbol: record for record in read_own(path)}
        if kept.pop(symbol, None) is None:
            return False
        _write(path, kept.values())
    return True


def entry_by_hand(
    symbol: str, title: str, date: dt.date, series: str = "", year_only: bool = False
) -> Record | None:
    """A record typed by a person; None where the symbol cannot be read."""
    parsed = parse_symbol(symbol)
    if parsed is None:
        return None
    return Record(
        parsed.normal, parsed.organ, date, year_only, title, parsed.session, series=series,
        where="added by hand",
    )  # fmt: skip


def _write(path: Path, records: Iterable[Record]) -> None:
    write_bytes(path, b"".join(msgspec.json.encode(record) + b"\n" for record in records))
