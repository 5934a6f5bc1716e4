"""A delegation's own entries: added by hand or imported, kept across updates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from filelock import FileLock

from drafter.decoding import decoder
from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.un.records import Record, read_records
from drafter.un.symbols import parse_symbol

HAND = "added by hand"
"""Where an entry that a person wrote was found."""

_RECORD = decoder(Record)


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
            record = _RECORD.decode(line)
        except (msgspec.MsgspecError, ValueError):
            continue
        found[record.symbol] = record
    return tuple(found.values())


def import_file(path: Path, data: Path) -> tuple[Record, ...]:
    """Import the United Nations' JSON lines or a CSV with named columns; the entries.

    Raises UnreadableFile (which line, what is wrong) before anything is imported.
    """
    records = read_records(path)
    add(records, data)
    return records


def add(records: Iterable[Record], data: Path) -> None:
    """Add entries, or put them in the place of own ones with the same symbol."""
    _change(data, lambda kept: {**kept, **{record.symbol: record for record in records}})


def remove(symbol: str, data: Path) -> bool:
    """Take an own entry away again; whether there was one."""
    if symbol not in {record.symbol for record in read_own(own_file(data))}:
        return False
    _change(data, lambda kept: {s: record for s, record in kept.items() if s != symbol})
    return True


def _change(data: Path, change: Callable[[dict[str, Record]], dict[str, Record]]) -> None:
    """Write the own entries as ``change`` makes them; one program at a time."""
    path = own_file(data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(str(path) + ".lock"):
            _write(path, change({record.symbol: record for record in read_own(path)}).values())
    except OSError as fault:
        raise UnwritableFile(
            f"{path.name} in {path.parent} cannot be written ({fault.strerror}); "
            "free some space or ask for write access and try again."
        ) from fault


def entry_by_hand(
    symbol: str, title: str, date: dt.date, series: str = "", year_only: bool = False
) -> Record | None:
    """A record typed by a person; None where the symbol cannot be read."""
    parsed = parse_symbol(symbol)
    if parsed is None:
        return None
    return Record(
        parsed.normal, parsed.organ, date, year_only, title, parsed.session, series=series,
        where=HAND,
    )  # fmt: skip


def _write(path: Path, records: Iterable[Record]) -> None:
    write_bytes(path, b"".join(msgspec.json.encode(record) + b"\n" for record in records))
