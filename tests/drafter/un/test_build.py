"""The catalogue is built from files as the United Nations publishes them, faults and all."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from drafter.un import catalogue
from drafter.un.catalogue_build import Built, build, read_table, write
from drafter.un.records import Record, year_of
from drafter.un.series import series_ids, title_key


def row(symbol: str, title: str, date: str, **more: Any) -> dict[str, Any]:
    return {"symbol": symbol, "title": title, "adoption_date": date} | more


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    wells = {"agenda_item": "Agenda item 19 (b)", "agenda_item_name": "Water: wells",
             "committee": "Second Committee",
             "subjects": [["WELLS", "UNBIS Thesaurus"], ["[58]", "S/81"]]}  # fmt: skip
    lines = [
        json.dumps(row("A/RES/74/10", "Deep wells", "2019-12-18 00:00:00", **wells)),
        json.dumps(row("A/RES/74/10", "Deep wells", "2019-12-18 00:00:00", **wells)),
        json.dumps(row("A/RES/74/11", "Wells of the desert", "19 December 2019", **wells)),
        '"' + json.dumps(row("A/RES/76/20", "Deep wells", "17\xa0December 2021", **wells)) + '"',
        '"',
        json.dumps(row("A/RES/78/30", "Deep wells and their upkeep", "19 December 2023", **wells)),
        json.dumps(row("no symbol", "Wells", "19 December 2023")),
    ]
    (tmp_path / "GA_74.jsonl").write_text("\n".join(lines), "utf-8")
    council = {"symbol": "S/RES/9001 (2019)", "adoption_date": "3 May 2019 in Nairobi",
               "agenda_item_name": "Wells", "subjects": [["WELLS", "UNBIS Thesaurus"]],
               "resolution_title": "Resolution 9001 (2019) [on wells]"}  # fmt: skip
    (tmp_path / "SC_2019.jsonl").write_text(json.dumps(council), "utf-8")
    with (tmp_path / "mandates.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Part In Document", "Description", "Symbol", "Full Document Symbol",
                        "Source"])  # fmt: skip
        table.writerow(["Legislative mandates", "Deep wells", "72/5", "A/RES/72/5",
                        "General Assembly resolutions"])  # fmt: skip
        table.writerow(["Orientation", "The mandate derives from resolution 72/5.", "72/5",
                        "A/RES/72/5", ""])  # fmt: skip
        table.writerow(["Legislative mandates", "Rain", "46/74 B", "A/RES/46/74",
                        "General Assembly resolutions"])  # fmt: skip
        table.writerow(["Legislative mandates", "Rain", "Charter", "", "Charter"])
    entry = {"symbol": "78/30", "document_symbol": "A/RES/78/30", "body": "General Assembly",
             "date": "19 December 2023", "short_title": "Deep wells", "series": "deep-wells",
             "status": "verified"}  # fmt: skip
    older = entry | {"symbol": "76/20", "document_symbol": "A/RES/76/20",
                     "date": "17 December 2021"}  # fmt: skip
    fixed = entry | {"symbol": "74/11", "document_symbol": "A/RES/74/11", "date": None,
                     "series": "fixed-reference"}  # fmt: skip
    (tmp_path / "series.json").write_text(json.dumps({"entries": [entry, older, fixed]}), "utf-8")
    return tmp_path


def test_a_folder_becomes_facts(folder: Path) -> None:
    built = build(folder)
    found = {record.symbol: record for record in built.records}
    assert found["A/RES/74/10"].date == dt.date(2019, 12, 18)
    assert found["A/RES/76/20"].date == dt.date(2021, 12, 17)
    assert found["A/RES/74/10"].agenda_item == "19 (b)"
    assert found["A/RES/74/10"].subjects == ("wells",)
    assert found["S/RES/9001 (2019)"].date == dt.date(2019, 5, 3)
    assert found["S/RES/9001 (2019)"].title == "wells"
    assert found["A/RES/72/5"].title == "Deep wells"
    assert found["A/RES/72/5"].year_only
    assert "A/RES/46/74 B" in found
    assert len(built.faults) == 1
    assert "line 7" in built.faults[0]


def test_series_follow_titles_hands_and_drift(folder: Path) -> None:
    found = {record.symbol: record.series for record in build(folder).records}
    assert {found[f"A/RES/{number}"] for number in ("72/5", "74/10", "76/20", "78/30")} == {
        "deep-wells"
    }
    assert found["A/RES/74/11"] == ""


def test_the_same_facts_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one.gz", tmp_path / "two.gz"
    write(build(folder), first)
    write(build(folder), second)
    assert first.read_bytes() == second.read_bytes()
    remarks, records = read_table(first)
    assert remarks["last"] == "2023-12-19"
    assert tuple(records) == build(folder).records


def test_a_table_of_ones_own_is_opened(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "own.tsv.gz"
    write(build(folder), table)
    known = catalogue.load(table, cache=tmp_path / "cache", data=tmp_path / "data")
    newest = known.newest("A/RES/72/5", dt.date(2022, 1, 1))
    assert newest is not None
    assert newest.symbol == "A/RES/76/20"
    assert known.last_date == dt.date(2023, 12, 19)


@pytest.mark.parametrize(
    ("symbol", "year"),
    [("A/RES/70/177", 2015), ("A/RES/70/291", 2016), ("A/RES/3363 (XXX)", 1975),
     ("E/RES/2015/22", 2015), ("S/RES/2178 (2014)", 2014), ("A/HRC/RES/32/1", 2016),
     ("A/CONF.203/15", None)],
)  # fmt: skip
def test_the_year_that_a_symbol_tells(symbol: str, year: int | None) -> None:
    assert year_of(symbol) == year


def record(symbol: str, title: str, year: int, **more: Any) -> Record:
    return Record(symbol, "A", dt.date(year, 12, 1), False, title,
                  symbol.split("/")[2], **more)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Deep wells and rain", "Deep wells and rain", True),
        ("Report of the Wells Board on its tenth session",
         "Report of the Wells Board on its eleventh session", True),
        ("Elimination of dry wells", "Elimination of dry wells: the road ahead", True),
        ("Deep wells", "International Year of Deep Wells, 2025", False),
        ("Convention on Deep Wells", "Convention on Deep Wells and Springs", False),
        ("Deep wells of Asia", "Shallow pools of Africa", False),
        ("Mandate of the Rapporteur on deep wells", "Deep wells", False),
    ],
)  # fmt: skip
def test_which_titles_are_one_series(first: str, second: str, same: bool) -> None:
    filler = [record(f"A/RES/70/{i}", f"Subject {word} of States", 2015)
              for i, word in enumerate(("grain", "iron", "law", "trade", "peace"), 1)]  # fmt: skip
    more: dict[str, Any] = {"agenda_title": "Water", "committee": "Second Committee",
                            "subjects": ("wells",)}  # fmt: skip
    records = [*filler, record("A/RES/74/1", first, 2019, **more),
               record("A/RES/76/1", second, 2021, **more)]  # fmt: skip
    found = series_ids(records)
    assert (found.get("A/RES/74/1", "a") == found.get("A/RES/76/1", "b")) is same


def test_two_of_one_session_are_two_series() -> None:
    more: dict[str, Any] = {"agenda_title": "Water", "committee": "Second Committee"}
    records = [
        record("A/RES/74/1", "Deep wells of the desert", 2019, **more),
        record("A/RES/74/2", "Deep wells of the desert and steppe", 2019, **more),
        record("A/RES/76/1", "Deep wells of the desert", 2021, **more),
    ]
    found = series_ids(records)
    assert found["A/RES/74/1"] == found["A/RES/76/1"] != found.get("A/RES/74/2")


def test_the_key_of_a_title_leaves_out_what_changes() -> None:
    assert title_key("The Seventy-fifth session on Wells, 2020") == title_key(
        "Seventy-sixth Session on wells, 2021"
    )
    assert Built((), (), ()).records == ()
