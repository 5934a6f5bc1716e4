"""Records of resolutions as the United Nations publishes them, read into one plain form.

Two kinds of file: JSON lines (the organisation's metadata, one resolution a line, at times
wrapped in quotation marks, two date formats) and CSV with named columns.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.errors import UnreadableFile
from drafter.files import read_bytes
from drafter.un.dates import parse_date
from drafter.un.organs import code_of
from drafter.un.symbols import parse_symbol, symbol_of


@dataclass(frozen=True, slots=True)
class Record:
    """The facts of one resolution, decision or report."""

    symbol: str
    """Normal form."""
    organ: str
    date: dt.date
    """Of adoption; 1 January of the year where only the year is known."""
    year_only: bool = False
    title: str = ""
    session: str = ""
    agenda_item: str = ""
    """"128 (a)"."""
    agenda_title: str = ""
    committee: str = ""
    report: str = ""
    """The committee report or draft it came from ("A/75/382, para. 7")."""
    subjects: tuple[str, ...] = field(default=())
    """Subject headings, lower case."""
    series: str = ""
    """Id of the recurring series it belongs to; "" for none known."""
    where: str = ""
    """Which file it was found in."""


_COLUMNS = {
    "symbol": ("symbol", "full document symbol", "document symbol", "document_symbol"),
    "date": ("date", "adoption date", "adoption_date", "adopted", "year"),
    "title": ("title", "description", "document title", "short_title"),
    "organ": ("organ", "body"),
    "series": ("series",),
    "agenda_item": ("agenda item", "agenda_item", "agenda"),
    "committee": ("committee",),
    "subjects": ("subjects", "subject"),
}
"""Columns understood in a CSV file, by what they hold; case does not matter."""


def read_records(path: Path) -> tuple[Record, ...]:
    """The records of a JSON-lines or CSV file.

    Raises UnreadableFile that names the first line with a fault.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(
            f"{path.name} cannot be read as a list of resolutions (not UTF-8 text); "
            "save it as a UTF-8 text file and try again."
        ) from fault
    first = text.lstrip("\"' \t\r\n")[:1]
    if first in ("{", "["):
        return tuple(_json_lines(text, path.name))
    try:
        return tuple(_csv_rows(text, path.name))
    except csv.Error as fault:
        raise UnreadableFile(
            f"{path.name} is no CSV table that can be read ({fault}); nothing was imported, save "
            "it from a spreadsheet as CSV and import it again."
        ) from fault


def json_objects(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number (from 1) and object of every line of a JSON-lines text."""
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip().removeprefix('"').removesuffix('"').strip()
        if not plain:
            continue
        if not plain.startswith("{"):
            raise _fault(name, number, "is not a JSON object")
        try:
            yield number, json.loads(plain)
        except (ValueError, RecursionError) as fault:
            why = fault.msg if isinstance(fault, json.JSONDecodeError) else "out of bounds"
            raise _fault(name, number, f"is not a JSON object ({why})") from fault


def record_of(row: dict[str, Any], where: str) -> Record | str:
    """The record of one object of the United Nations' metadata, or what is wrong with it."""
    raw = _text(row.get("symbol") or row.get("document_symbol"))
    symbol = parse_symbol(raw)
    if symbol is None:
        return f"has no document symbol that can be read (“{raw}”)" if raw else "has no symbol"
    date, year_only = _date(_text(row.get("adoption_date") or row.get("date") or row.get("year")))
    if date is None:
        year = year_of(symbol.normal)
        if year is None:
            return f"has no adoption date that can be read for {symbol.normal}"
        date, year_only = dt.date(year, 1, 1), True
    year = year_of(symbol.normal)
    if symbol.organ == "S" and year is not None and year != date.year:
        # One of the two is a slip (S/RES/2423 (2018) is listed under 2016): only the year is sure.
        date, year_only = dt.date(year, 1, 1), True
    item = re.search(r"\d+(?:\s?\([a-z]+\))?.*", _text(row.get("agenda_item")))
    committee = _text(row.get("committee"))
    report = _text(row.get("originating_document") or row.get("draft_resolution"))
    return Record(
        symbol.normal, symbol.organ, date, year_only, _title(row), symbol.session,
        item[0] if item else "", _text(row.get("agenda_item_name")),
        _COMMITTEES.get(committee, committee), report, _subjects(row.get("subjects")),
        _text(row.get("series")), where,
    )  # fmt: skip


def year_of(symbol: str) -> int | None:
    """Year in which a resolution may first have been adopted, judged by its symbol alone.

    Assembly resolutions from 250 on are adopted in the year after a session opened (73/281 was
    the last of December 2018, 68/249 of 2013, so a few of December come late, never early).
    """
    parsed = parse_symbol(symbol)
    if parsed is None:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", parsed.session):
        return int(parsed.session)
    if parsed.organ == "A" and parsed.session.isdigit() and int(parsed.session) < 200:
        number = parsed.order[1]
        late = 250 if parsed.kind == "resolution" else 520
        return 1945 + int(parsed.session) + (1 if number >= late else 0)
    if parsed.organ == "A" and re.fullmatch(r"[IVXL]+", parsed.session):
        return 1945 + parsed.order[0]
    if parsed.organ == "A/HRC" and parsed.session.isdigit():
        return 2006 + (int(parsed.session) - 1) // 3
    return None


def _json_lines(text: str, name: str) -> Iterator[Record]:
    for number, row in json_objects(text, name):
        record = record_of(row, name)
        if isinstance(record, str):
            raise _fault(name, number, record)
        yield record


def _csv_rows(text: str, name: str) -> Iterator[Record]:
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=mark)
    named = {(column or "").strip().lower(): column for column in rows.fieldnames or ()}
    columns = {
        what: next((named[alias] for alias in aliases if alias in named), None)
        for what, aliases in _COLUMNS.items()
    }
    if columns["symbol"] is None or columns["title"] is None:
        raise UnreadableFile(
            f"{name}, line 1: a list of resolutions needs columns named “symbol” and “title” "
            "(and, if known, “date”); name them and import it again."
        )
    for row in rows:
        values = {what: _text(row.get(column)) if column else "" for what, column in
                  columns.items()}  # fmt: skip
        if not any(values.values()):
            continue
        raw = values["symbol"]
        symbol = parse_symbol(raw)
        if symbol is None and values["organ"]:
            symbol = symbol_of(raw, code_of(values["organ"]) or values["organ"])
        if symbol is None:
            raise _fault(name, rows.line_num, f"has no document symbol that can be read (“{raw}”)")
        date, year_only = _date(values["date"])
        if date is None and values["date"]:
            raise _fault(name, rows.line_num, f"has a date that is none (“{values['date']}”)")
        if date is None:
            year = year_of(symbol.normal)
            if year is None:
                raise _fault(name, rows.line_num, f"has no date for {symbol.normal}")
            date, year_only = dt.date(year, 1, 1), True
        subjects = tuple(s.strip().lower() for s in values["subjects"].split(";") if s.strip())
        yield Record(
            symbol.normal, symbol.organ, date, year_only, values["title"], symbol.session,
            values["agenda_item"], "", values["committee"], "", subjects, values["series"], name,
        )  # fmt: skip


_COMMITTEES = {
    "#fifthCommittee": "Fifth Committee",
    "Without reference to a Main Committee": "",
    "Plenary meeting": "",
}


def _title(row: dict[str, Any]) -> str:
    """Title; for the Security Council, whose resolutions have none, what its index says of it."""
    title = _text(row.get("title") or row.get("short_title"))
    if title:
        return title
    indexed = _text(row.get("resolution_title"))
    inside = re.findall(r"\[([^\[\]]+)\]", indexed.replace("[2000)", "(2000)"))
    words = inside[0] if inside else ""
    return re.sub(r"^(?:on|concerning)\s+(?:the\s+)?", "", words)


def _subjects(value: object) -> tuple[str, ...]:
    found: dict[str, None] = {}
    if isinstance(value, list):
        for pair in value:  # pyright: ignore[reportUnknownVariableType]
            if not isinstance(pair, list) or len(pair) < 2:  # pyright: ignore[reportUnknownArgumentType]
                continue
            heading, scheme = str(pair[0]).strip(), str(pair[1])  # pyright: ignore[reportUnknownArgumentType]
            if scheme in ("UNBIS Thesaurus", "DHLAUTH") and len(heading) > 1:
                found[re.sub(r"\s+", " ", heading).lower()] = None
    return tuple(found)


def _date(value: str) -> tuple[dt.date | None, bool]:
    value = re.sub(r"\s+in\s+\w+$", "", value)
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return dt.date(int(value), 1, 1), True
    iso = re.match(r"\d{4}-\d{2}-\d{2}", value)
    return parse_date(iso[0] if iso else value), False


def _text(value: object) -> str:
    return re.sub(r"\s+", " ", str(value)).strip() if value is not None else ""


def _fault(name: str, line: int, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name}, line {line} {what}; nothing was imported, correct the line and import it again."
    )
