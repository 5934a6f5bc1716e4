"""Entries that a delegation adds: written by hand, in a series, over shipped ones, imported."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.model import Cycle
from drafter.suggest import suggest_updates
from drafter.un import catalogue
from drafter.un.catalogue import Catalogue
from drafter.un.own_entry import WrongEntry, written
from tests.drafter.suggest.cases import FixtureCase, told


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def again(cache: Path, tmp_path: Path):
    def load() -> Catalogue:
        return catalogue.load(data=tmp_path, cache=cache)

    return load


def test_a_resolution_by_hand_joins_the_series_it_carries_on(again):
    known = again()
    known.add(*written(known, "A/RES/82/999", "Whatever it is called", "1 June 2027", "78/226"))
    known = again()
    entry = known.get("A/RES/82/999")
    assert entry is not None
    assert (entry.title, entry.date) == ("Whatever it is called", dt.date(2027, 6, 1))
    newest = known.newest("A/RES/74/175")
    assert newest is not None
    assert newest.symbol == "A/RES/82/999"
    assert known.remove("A/RES/82/999")
    assert again().get("A/RES/82/999") is None


def test_a_series_by_hand_begins_with_a_resolution_that_had_none(again):
    known = again()
    assert known.series_of("A/RES/77/295") is None
    known.add(*written(known, "80/998", "Spotted cats", "2025-12-18", "77/295"))
    known = again()
    before = known.predecessor("A/RES/80/998")
    assert before is not None
    assert before.symbol == "A/RES/77/295"
    shipped = known.get("A/RES/77/295")
    assert shipped is not None
    assert "GA_77" in shipped.where and shipped.agenda_title, "what was shipped stays below"


def test_a_series_by_hand_moves_citations_on_whatever_its_titles_are(again):
    known = again()
    known.add(*written(known, "80/998", "Spotted cats", "2025-09-18", "77/295"))
    cycle = Cycle("A", "80", dt.date(2026, 3, 1))
    case = FixtureCase("", frozenset({"successor"}), cycle, "A/RES/78/300", dt.date(2023, 12, 19))
    case.title = "Harbours"
    case.lines = [("PP", "Recalling its resolution 77/295 of 9 June 2023,")]
    found = told(case, suggest_updates(case.resolution(), cycle, again()))
    assert found == ["likely successor PP1: 77/295 of 9 June 2023 => 80/998 of 18 September 2025"]


def test_a_report_by_hand_is_this_cycles_report(again):
    known = again()
    known.add(*written(known, "A/80/999", "Trafficking in otters: report", ""))
    entry = again().get("A/80/999")
    assert entry is not None
    assert (entry.session, entry.date, entry.year_only) == ("80", dt.date(2025, 1, 1), True)
    assert [e.symbol for e in again().reports("trafficking in otters", "A", "80")] == ["A/80/999"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("nonsense", "A title", "2025", ""), "symbol"),
        (("A/RES/80/1", "  ", "2025", ""), "title"),
        (("A/RES/80/1", "A title", "the day before", ""), "date"),
        (("A/RES/80/1", "A title", "2025", "A/RES/99/999"), "carries_on"),
        (("A/RES/80/1", "A title", "2025", "A/RES/80/1"), "carries_on"),
    ],
)
def test_what_cannot_be_an_entry_is_said_with_its_field(again, typed, field):
    with pytest.raises(WrongEntry) as fault:
        written(again(), *typed)
    assert fault.value.field == field
    assert str(fault.value).endswith(".")


def test_an_import_says_how_many_are_new(again, tmp_path: Path):
    table = tmp_path / "list.csv"
    table.write_text(
        "symbol,title,date\nA/RES/80/997,Otters,2025-12-01\nA/RES/78/226,Terrorism,2023-12-19\n"
    )
    done = again().take_in(table)
    assert (done.read, done.new) == (2, 1)
    assert {record.symbol for record in again().own()} == {"A/RES/80/997", "A/RES/78/226"}


def test_of_a_list_with_a_fault_nothing_is_taken(again, tmp_path: Path):
    table = tmp_path / "list.csv"
    table.write_text("symbol,title,date\nA/RES/80/997,Otters,2025-12-01\nnothing,At all,2025\n")
    with pytest.raises(UnreadableFile, match=r"list\.csv, line 3"):
        again().take_in(table)
    assert again().own() == ()


def test_what_is_open_still_answers_when_an_entry_made_a_newer_database(tmp_path: Path):
    """Another window adds an entry: its database takes the place of the one that is open here."""
    data, cache = tmp_path / "data", tmp_path / "cache"
    before = catalogue.load(data=data, cache=cache)
    before.add(*written(before, "A/RES/81/77", "Harbours", "18 December 2026", ""))
    after = catalogue.load(data=data, cache=cache)
    assert after.get("A/RES/81/77") is not None
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(before.get, ["A/RES/70/177", "A/RES/72/194"] * 20))
    assert all(found)
    assert before.get("A/RES/81/77") is None
