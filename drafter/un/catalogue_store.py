"""The catalogue's database: SQLite with full-text search, built on first use.

The shipped table and what a delegation added are read into one read-only database in the user's
cache folder. Its name holds a digest of both, so a newer program or a new entry builds a new one;
building is atomic (a temporary file that takes the name when it is whole).
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
import threading
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.un.catalogue_build import read_table
from drafter.un.records import Record
from drafter.un.symbols import parse_symbol

FORMAT = "4"
"""Of the database; a change of the tables below needs a new one."""

_SCHEMA = """
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, symbol TEXT UNIQUE NOT NULL, organ TEXT, kind TEXT, date TEXT,
  year_only INTEGER, title TEXT, session TEXT, agenda_item TEXT, agenda_title TEXT, committee TEXT,
  report TEXT, subjects TEXT, series TEXT, place TEXT, first INTEGER, second INTEGER, part TEXT
);
CREATE INDEX entry_series ON entry(series, date);
CREATE INDEX entry_organ ON entry(organ, session);
CREATE TABLE subject (heading TEXT, entry INTEGER);
CREATE INDEX subject_heading ON subject(heading);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT);
CREATE VIRTUAL TABLE words USING fts5(title, symbol, agenda, content='',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
"""
ENTRY_COLUMNS = ", ".join(
    f"entry.{name}"
    for name in (
        "symbol", "organ", "date", "year_only", "title", "session", "agenda_item", "agenda_title",
        "committee", "report", "subjects", "series", "place",
    )
)  # fmt: skip


class Store:
    """A read-only database that every thread may ask, each through a connection of its own."""

    def __init__(self, path: Path | None, address: str, name: str) -> None:
        self.name = name
        """Holds a digest of the facts in it."""
        self.path = path
        """The file, or None where the database is in memory."""
        self._address = address
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._first = self._connect()
        # It stays open: a database in memory, or one whose file is gone, lives as long as it does.

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._another()
        if connection is self._first:
            with self._lock:
                return connection.execute(sql, values).fetchall()
        return connection.execute(sql, values).fetchall()

    def _another(self) -> sqlite3.Connection:
        """A connection for one more thread; the first, where another window took the file away
        when an entry was added and a newer database built."""
        try:
            return self._connect()
        except sqlite3.OperationalError:
            return self._first

    def close(self) -> None:
        """Close every connection."""
        while self._connections:
            self._connections.pop().close()

    def __del__(self) -> None:
        self.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._address, uri=True, check_same_thread=False)
        self._connections.append(connection)
        return connection


def open_store(table: Path, own: Iterable[Record], own_digest: str, cache: Path) -> Store:
    """Open the database of a table and of the entries added by hand; build it where it is not.

    Where nothing can be written to the cache folder the database is built in memory.
    """
    digest = hashlib.sha256(FORMAT.encode())
    digest.update(table.read_bytes())
    digest.update(own_digest.encode())
    name = f"catalogue-{digest.hexdigest()[:20]}.sqlite"
    path = cache / name
    if not path.exists():
        try:
            cache.mkdir(parents=True, exist_ok=True)
            _build_file(path, table, own)
            _forget_older(cache, name)
        except (OSError, UnwritableFile):
            return _in_memory(table, own, name)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        store = Store(path, address, name)
        store.rows("SELECT value FROM fact WHERE name = 'whole'")
        return store
    except sqlite3.DatabaseError:
        return _in_memory(table, own, name)


def _build_file(path: Path, table: Path, own: Iterable[Record]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        temporary = Path(folder) / path.name
        connection = sqlite3.connect(temporary)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _fill(connection, table, own)
        finally:
            connection.close()
        write_bytes(path, temporary.read_bytes())


def _forget_older(cache: Path, name: str) -> None:
    for other in cache.glob("catalogue-*.sqlite"):
        if other.name != name:
            try:
                other.unlink()
            except OSError:  # another window still reads it
                pass


def _over(shipped: Record | None, own: Record) -> Record:
    """An own entry over the shipped one: what it says counts, what it does not say stays."""
    if shipped is None:
        return own
    said = {name: getattr(own, name) for name in _SAID if getattr(own, name)}
    if not own.year_only or shipped.year_only:
        said |= {"date": own.date, "year_only": own.year_only}
    return replace(shipped, **said, where=f"{own.where}, {shipped.where}")


_SAID = ("title", "agenda_item", "agenda_title", "committee", "report", "subjects", "series")


def _in_memory(table: Path, own: Iterable[Record], name: str) -> Store:
    address = f"file:{name}-{uuid.uuid4().hex}?mode=memory&cache=shared"
    store = Store(None, address, name)
    connection = sqlite3.connect(address, uri=True)
    _fill(connection, table, own)
    connection.close()
    return store


def _fill(connection: sqlite3.Connection, table: Path, own: Iterable[Record]) -> None:
    connection.executescript(_SCHEMA)
    remarks, records = read_table(table)
    by_symbol = {record.symbol: record for record in records}
    for record in own:
        by_symbol[record.symbol] = _over(by_symbol.get(record.symbol), record)
    for number, record in enumerate(by_symbol.values(), 1):
        parsed = parse_symbol(record.symbol)
        first, second, part = parsed.order if parsed else (0, 0, "")
        connection.execute(
            f"INSERT INTO entry VALUES ({','.join('?' * 18)})",
            (
                number, record.symbol, record.organ, parsed.kind if parsed else "document",
                record.date.isoformat(), int(record.year_only), record.title, record.session,
                record.agenda_item, record.agenda_title, record.committee, record.report,
                "|".join(record.subjects), record.series, record.where, first, second, part,
            ),
        )  # fmt: skip
        connection.execute(
            "INSERT INTO words(rowid, title, symbol, agenda) VALUES (?,?,?,?)",
            (number, record.title, record.symbol, record.agenda_title),
        )
        connection.executemany(
            "INSERT INTO subject VALUES (?,?)", [(heading, number) for heading in record.subjects]
        )
    last = max((r.date for r in by_symbol.values() if not r.year_only), default=None)
    facts = remarks | {"last": last.isoformat() if last else "", "whole": "yes"}
    connection.executemany("INSERT INTO fact VALUES (?,?)", list(facts.items()))
    connection.commit()
