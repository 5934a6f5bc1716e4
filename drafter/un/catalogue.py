"""The catalogue: what resolutions there are, as of a date.

Facts from the United Nations' own metadata, shipped as a compact table and opened as a read-only
database; a delegation's own entries and imports lie beside it in the user's data folder and
survive updates. Nothing adopted after ``as_of`` is ever returned; an entry that has only a year
counts from 1 January of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_data_path

from drafter.un.catalogue_own import add, import_file, own_file, read_own, remove
from drafter.un.catalogue_store import ENTRY_COLUMNS, Store, open_store
from drafter.un.entry import Entry, agenda_of, entry_of, part_of, place_of
from drafter.un.records import Record
from drafter.un.series import title_key
from drafter.un.symbols import normal_form, parse_symbol

__all__ = ["Catalogue", "Entry", "Imported", "load"]

APP = "drafter"
_MOST_WORDS = 40
"""Of a search: a whole text that was pasted is not looked for to its end."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought."""

    read: int
    """Entries of the file."""
    new: int
    """Those that were not known before."""


class Catalogue:
    """What is known, asked as of a date. Safe to use from several threads."""

    def __init__(self, store: Store, data: Path | None = None) -> None:
        self._store = store
        self._folder = data or user_data_path(APP, appauthor=False)
        facts: dict[str, str] = dict(store.rows("SELECT name, value FROM fact"))  # type: ignore[arg-type]
        self.last_date: dt.date | None = (
            dt.date.fromisoformat(facts["last"]) if facts.get("last") else None
        )
        """Newest adoption date that is known."""
        self.sources: tuple[str, ...] = tuple(facts.get("sources", "").split(", "))
        """The files it was made from."""
        self.provenance: str = (
            "From the United Nations' own metadata (UN Digital Library, the proposed programme "
            f"budget's mandates) and a hand-checked table of series, in {len(self.sources)} files."
        )
        """Where the facts come from, in one sentence."""

    @property
    def version(self) -> str:
        """The same for the same facts: the database's name, which holds their digest."""
        return self._store.name

    @property
    def size(self) -> int:
        """How many entries are known."""
        return int(self._store.rows("SELECT count(*) FROM entry")[0][0])

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def import_file(self, path: str | Path) -> int:
        """Import JSON lines of the United Nations or a CSV with named columns, for good.

        How many entries; they are known from the next ``load()`` on. Raises UnreadableFile (which
        line, what is wrong), and then nothing is imported.
        """
        return self.take_in(path).read

    def take_in(self, path: str | Path) -> Imported:
        """The same, with how many of them were not known before."""
        records = import_file(Path(path), self._folder)
        return Imported(len(records), sum(self.get(r.symbol) is None for r in records))

    def add(self, *records: Record) -> None:
        """Add entries made by hand, known from the next ``load()`` on."""
        add(records, self._folder)

    def remove(self, symbol: str) -> bool:
        """Take an own entry away again, from the next ``load()`` on; whether there was one."""
        return remove(symbol, self._folder)

    def own(self) -> tuple[Record, ...]:
        """The entries added by hand or imported here, as they were added."""
        return read_own(own_file(self._folder))

    def get(self, symbol: str, as_of: dt.date | None = None) -> Entry | None:
        """The entry of a symbol, in any spelling of it; None if unknown or adopted later.

        A part ("75/101 A") is found where only the whole or its range ("75/101 A-B") is known, and
        the whole where only parts are.
        """
        normal = normal_form(symbol)
        found = self._entries("symbol = ?", (normal,), as_of)
        if not found and (parsed := parse_symbol(normal)) and parsed.organ == "A":
            whole = re.sub(r" [A-Z](?=$| \()", "", normal)
            part = part_of(normal)
            wide = self._entries(
                "symbol = ? OR (symbol > ? AND symbol < ?)", (whole, f"{whole} A", f"{whole} a"),
                as_of,
            )  # fmt: skip
            found = [e for e in wide if not part or part_of(e.symbol) in ("", part)]
        return found[0] if found else None

    def find(
        self,
        words: str,
        *,
        organ: str | None = None,
        as_of: dt.date | None = None,
        limit: int = 20,
    ) -> list[Entry]:
        """Entries whose title, symbol or agenda item has these words (or beginnings of words).

        The best fit first, then the newest. A whole symbol or number ("70/177") is found first.
        """
        words = re.sub(r"^\s*resolutions?\s+(?=[\dES-]+)", "", words, flags=re.IGNORECASE)
        tokens = re.findall(r"\w+", words)[:_MOST_WORDS]
        if not tokens:
            return []
        query = " ".join(f'"{token}"*' for token in tokens)
        where, values = "words MATCH ?", [query]
        if organ is not None:
            where += " AND entry.organ = ?"
            values.append(organ)
        if as_of is not None:
            where += " AND entry.date <= ?"
            values.append(as_of.isoformat())
        rows = self._store.rows(
            f"SELECT {ENTRY_COLUMNS} FROM words JOIN entry ON entry.id = words.rowid WHERE {where}"
            " ORDER BY bm25(words, 10.0, 6.0, 1.0) - 0.02 * (CAST(substr(entry.date, 1, 4) AS REAL)"
            " - 2000), entry.date DESC LIMIT ?",
            [*values, limit],
        )
        found = [entry_of(row) for row in rows]
        number = " ".join(words.split())
        return sorted(found, key=lambda e: number not in (e.short, e.symbol))

    def latest(self, limit: int = 20) -> list[Entry]:
        """The entries adopted last, the newest first."""
        rows = self._store.rows(
            f"SELECT {ENTRY_COLUMNS} FROM entry WHERE year_only = 0 ORDER BY date DESC LIMIT ?",
            (limit,),
        )
        return [entry_of(row) for row in rows]

    def series_of(self, symbol: str) -> str | None:
        """Id of the series a symbol belongs to, or None."""
        found = self.get(symbol)
        return found.series if found else None

    def members(self, series: str, as_of: dt.date | None = None) -> list[Entry]:
        """The members of a series, ascending."""
        return self._entries("series = ?", (series,), as_of) if series else []

    def newest(self, symbol: str, as_of: dt.date | None = None) -> Entry | None:
        """Newest member of the symbol's series adopted on or before a date.

        The entry itself where nothing newer is known, or where two of one session would fit; for
        the Security Council always, whose resolutions add to each other (DOMAIN, "most recent"
        list). None for a symbol that is not known by then.
        """
        own = self.get(symbol, as_of)
        if own is None or own.series is None or own.organ == "S":
            return own
        later = [e for e in self._same_line(own, as_of) if place_of(e) > place_of(own)]
        return later[-1] if later else own

    def was_newest(self, symbol: str, as_of: dt.date) -> bool:
        """Whether a text of that date, citing this symbol, cited the newest of its series.

        Where it did not, it meant that very text, and no successor belongs in its place.
        """
        newest = self.newest(symbol, as_of)
        return newest is not None and newest.symbol == normal_form(symbol)

    def predecessor(self, symbol: str) -> Entry | None:
        """The member of the series before this one, or None."""
        own = self.get(symbol)
        if own is None or own.series is None:
            return None
        earlier = [e for e in self._same_line(own, None) if place_of(e) < place_of(own)]
        return earlier[-1] if earlier else None

    def same_title(
        self, title: str, organ: str | None = None, as_of: dt.date | None = None
    ) -> list[Entry]:
        """Entries with this title (ordinals, years and small words left aside), ascending."""
        tokens = title_key(title).split()
        if not tokens:
            return []
        query = " ".join(f'"{token}"' for token in tokens)
        where, values = "id IN (SELECT rowid FROM words WHERE words MATCH ?)", [query]
        if organ is not None:
            where += " AND organ = ?"
            values.append(organ)
        key = title_key(title)
        return [e for e in self._entries(where, values, as_of) if title_key(e.title) == key]

    def related_security_council(
        self,
        symbols: Iterable[str],
        as_of: dt.date | None = None,
        limit: int = 14,
        least: float = 0.1,
    ) -> list[Entry]:
        """Newer Security Council resolutions on the subjects of those cited, ascending.

        For tick-boxes: members of the same hand-checked group first, then those that share the
        agenda item and the rare subject headings which most of the cited ones have. ``least`` is
        the share of all that the cited ones have in common from which one is taken.
        """
        cited = [e for s in symbols if (e := self.get(s, as_of)) and e.organ == "S"]
        if not cited:
            return []
        common = Counter(h for e in cited for h in set(e.subjects))
        agendas = Counter(agenda_of(e) for e in cited)
        groups = Counter(e.series for e in cited if e.series)
        since = max(e.date for e in cited)
        known = {e.symbol for e in cited}
        rarity = self._rarity(common)
        total = sum(common[h] * rarity[h] for h in common) or 1.0
        scored: list[tuple[float, Entry]] = []
        for entry in self._entries("organ = 'S' AND date >= ?", (since.isoformat(),), as_of):
            if entry.symbol in known:
                continue
            score = sum(common[h] * rarity.get(h, 0.0) for h in set(entry.subjects)) / total
            if agenda := agenda_of(entry):
                score += 0.1 * agendas[agenda] / len(cited)
            score += 0.5 * groups[entry.series or ""] / len(cited)
            scored.append((score, entry))
        best = sorted(scored, key=lambda pair: -pair[0])[:limit]
        return sorted((e for score, e in best if score >= least), key=place_of)

    def reports(
        self,
        phrase: str,
        organ: str | None = None,
        session: str | None = None,
        as_of: dt.date | None = None,
    ) -> list[Entry]:
        """Reports whose title is like a phrase, of an organ and a session or year, ascending."""
        tokens = [t for t in title_key(phrase).split() if len(t) > 3]
        if not tokens:
            return []
        values: list[str] = []
        where = "kind IN ('document', 'draft')"
        if organ is not None:
            where += " AND organ = ?"
            values.append(organ)
        if session is not None:
            where += " AND session = ?"
            values.append(session)
        wanted = set(tokens)
        return [
            e
            for e in self._entries(where, values, as_of)
            if len(wanted & set(title_key(e.title).split())) >= max(2, 0.6 * len(wanted))
        ]

    def by_item(self, organ: str, as_of: dt.date | None = None) -> list[Entry]:
        """The newest entry under each title of an agenda item of an organ, the oldest first."""
        newest = (
            "id IN (SELECT id FROM (SELECT id, max(date) FROM entry WHERE organ = ? AND"
            " agenda_title != '' AND date <= ? GROUP BY agenda_title))"
        )
        return self._entries(newest, (organ, (as_of or dt.date.max).isoformat()), None)

    def of_session(self, organ: str, session: str) -> list[Entry]:
        """Everything of an organ's session, ascending."""
        return self._entries("organ = ? AND session = ?", (organ, session), None)

    def under_item(self, title: str, organ: str, as_of: dt.date | None = None) -> list[Entry]:
        """Entries of an organ under an agenda item of exactly this title, ascending."""
        return self._entries("agenda_title = ? AND organ = ?", (title, organ), as_of)

    def _same_line(self, own: Entry, as_of: dt.date | None) -> list[Entry]:
        """The members of a series that can stand for ``own``: one of a session, its own part."""
        members = self.members(own.series or "", as_of)
        sessions = Counter(e.session for e in members)
        part = part_of(own.symbol)
        if max(sessions.values(), default=0) == 1:
            return members
        title = own.title.lower()
        chosen: list[Entry] = []
        for entry in members:
            fits = (
                sessions[entry.session] == 1
                or entry.symbol == own.symbol
                or (part and part_of(entry.symbol) == part)
            )
            if not fits and sessions[entry.session] > 1:
                equal = [e for e in members if e.session == entry.session
                         and e.title.lower() == title]  # fmt: skip
                fits = equal == [entry]
            if fits:
                chosen.append(entry)
        return chosen

    def _rarity(self, headings: Iterable[str]) -> dict[str, float]:
        return {heading: 1.0 / (5 + self._headings.get(heading, 0)) ** 0.5 for heading in headings}

    @cached_property
    def _headings(self) -> dict[str, int]:
        """How many Security Council resolutions have each subject heading."""
        rows = self._store.rows(
            "SELECT heading, count(*) FROM subject JOIN entry ON entry.id = subject.entry"
            " WHERE organ = 'S' GROUP BY heading"
        )
        return dict(rows)  # type: ignore[arg-type]

    def _entries(self, where: str, values: Sequence[Any], as_of: dt.date | None) -> list[Entry]:
        if as_of is not None:
            where, values = f"({where}) AND date <= ?", [*values, as_of.isoformat()]
        rows = self._store.rows(
            f"SELECT {ENTRY_COLUMNS} FROM entry WHERE {where} ORDER BY organ, first, second, part",
            values,
        )
        return [entry_of(row) for row in rows]


def load(
    path: Path | None = None, *, data: Path | None = None, cache: Path | None = None
) -> Catalogue:
    """Open the catalogue: the shipped table, or the one at ``path``, with the own entries.

    ``data`` and ``cache`` are the user's data and cache folders, where not the usual ones.
    Building on first use takes under two seconds, opening later some milliseconds.
    """
    folder = data or user_data_path(APP, appauthor=False)
    own = own_file(folder)
    own_bytes = own.read_bytes() if own.exists() else b""
    digest = hashlib.sha256(own_bytes).hexdigest()
    records = read_own(own) if own_bytes else ()
    cached = cache or user_cache_path(APP, appauthor=False)
    if path is not None:
        return Catalogue(open_store(path, records, digest, cached), folder)
    with as_file(files("drafter.un").joinpath("data/catalogue.tsv.gz")) as shipped:
        return Catalogue(open_store(shipped, records, digest, cached), folder)
