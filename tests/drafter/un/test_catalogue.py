"""The catalogue: nothing later than asked, the newest of a series, entries of one's own."""

from __future__ import annotations

import datetime as dt
import json
import threading
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.un import catalogue
from drafter.un.catalogue import Catalogue
from drafter.un.catalogue_own import entry_by_hand, remove


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def known(cache: Path, tmp_path: Path) -> Catalogue:
    return catalogue.load(cache=cache, data=tmp_path)


MAY_2017 = dt.date(2017, 5, 22)
MAY_2019 = dt.date(2019, 5, 20)


def test_a_resolution_in_any_spelling(known: Catalogue) -> None:
    entry = known.get("S/RES/2178(2014)")
    assert entry is not None
    assert (entry.symbol, entry.date) == ("S/RES/2178 (2014)", dt.date(2014, 9, 24))
    entry = known.get("A/RES/74/175")
    assert entry is not None
    assert (entry.session, entry.committee, entry.short) == ("74", "Third Committee", "74/175")
    assert known.get("A/RES/74/9999") is None


def test_what_was_adopted_later_is_not_known(known: Catalogue) -> None:
    assert known.get("A/RES/74/175", dt.date(2019, 12, 17)) is None
    assert known.get("A/RES/74/175", dt.date(2019, 12, 18)) is not None
    for entry in known.find("terrorism", as_of=MAY_2017, limit=200):
        assert entry.date <= MAY_2017
    series = known.series_of("A/RES/70/177")
    assert series is not None
    assert all(entry.date <= MAY_2017 for entry in known.members(series, MAY_2017))
    assert all(
        e.date <= MAY_2019 for e in known.related_security_council(["S/RES/2178 (2014)"], MAY_2019)
    )


@pytest.mark.parametrize(
    ("cited", "newest"),
    [("68/178", "70/148"), ("68/187", "70/177"), ("68/276", "70/291"), ("69/127", "71/151"),
     ("69/197", "71/209")],
)  # fmt: skip
def test_the_newest_of_each_series_in_2017(known: Catalogue, cited: str, newest: str) -> None:
    found = known.newest(f"A/RES/{cited}", MAY_2017)
    assert found is not None
    assert found.short == newest


@pytest.mark.parametrize(
    ("cited", "newest"),
    [("70/148", "73/174"), ("70/177", "72/194"), ("70/291", "72/284"), ("71/151", "73/211"),
     ("71/209", "73/186")],
)  # fmt: skip
def test_the_newest_of_each_series_in_2019(known: Catalogue, cited: str, newest: str) -> None:
    found = known.newest(f"A/RES/{cited}", MAY_2019)
    assert found is not None
    assert found.short == newest


def test_a_series_goes_on_under_a_new_title(known: Catalogue) -> None:
    new = known.newest("A/RES/72/194", dt.date(2020, 1, 1))
    assert new is not None
    assert new.symbol == "A/RES/74/175"
    before = known.predecessor("A/RES/74/175")
    assert before is not None
    assert before.symbol == "A/RES/72/194"


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/53/243",  # a declaration that nothing replaces
        "A/RES/79/1",  # adopted once
        "A/RES/78/12",  # an observance day
        "S/RES/2178 (2014)",  # the Security Council's add to each other
    ],
)
def test_what_has_no_successor_stays(known: Catalogue, symbol: str) -> None:
    found = known.newest(symbol)
    assert found is not None
    assert found.symbol == symbol


def test_similar_titles_of_one_session_are_different_series(known: Catalogue) -> None:
    assert known.series_of("A/RES/79/154") != known.series_of("A/RES/78/228")


def test_whether_a_text_cited_the_newest(known: Catalogue) -> None:
    assert known.was_newest("A/RES/68/187", dt.date(2015, 12, 16))
    assert not known.was_newest("A/RES/68/187", dt.date(2018, 1, 1))


def test_newer_ones_of_the_security_council(known: Catalogue) -> None:
    cited = ["S/RES/2178 (2014)", "S/RES/2133 (2014)", "S/RES/2195 (2014)", "S/RES/2199 (2015)"]
    found = [entry.short for entry in known.related_security_council(cited, MAY_2017)]
    taken = {"2253 (2015)", "2309 (2016)", "2322 (2016)", "2341 (2017)", "2347 (2017)",
             "2349 (2017)"}  # fmt: skip
    assert taken <= set(found)
    assert found == sorted(found, key=lambda short: int(short.split()[0]))
    assert not set(found) & {"2178 (2014)", "2133 (2014)"}
    assert known.related_security_council([], MAY_2017) == []


def test_the_same_title_and_reports(known: Catalogue) -> None:
    same = known.same_title("Trafficking in women and girls", "A", dt.date(2025, 1, 1))
    assert same[-1].symbol == "A/RES/79/154"
    reports = known.reports(
        "report of the Secretary-General on technical assistance in implementing the "
        "international conventions and protocols related to terrorism",
        "E/CN.15", "2017", MAY_2017,
    )  # fmt: skip
    assert [entry.symbol for entry in reports] == ["E/CN.15/2017/5"]


def test_titles_are_found_by_beginnings_of_words_and_numbers(known: Catalogue) -> None:
    assert known.find("70/177")[0].symbol == "A/RES/70/177"
    assert known.find("resolution 70/177")[0].symbol == "A/RES/70/177"
    assert any(e.symbol == "A/RES/79/154" for e in known.find("traffick women gir"))
    assert known.find('"*^: () NEAR') is not None
    assert known.find("") == []
    assert all(e.organ == "S" for e in known.find("sanctions", organ="S"))


def test_it_says_what_it_knows(known: Catalogue) -> None:
    assert known.size > 4000
    assert known.last_date is not None
    assert known.last_date >= dt.date(2026, 6, 4)
    assert "metadata" in known.provenance


def test_several_threads_may_ask(known: Catalogue) -> None:
    found: list[str] = []

    def ask() -> None:
        entry = known.newest("A/RES/68/187", MAY_2017)
        found.append(entry.short if entry else "")

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["70/177"] * 8


def test_without_a_cache_folder_it_lives_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    known = catalogue.load(cache=blocked / "cache", data=tmp_path)
    assert known.get("A/RES/70/177") is not None


def test_a_delegation_adds_an_entry_that_survives(cache: Path, tmp_path: Path) -> None:
    known = catalogue.load(cache=cache, data=tmp_path)
    series = known.series_of("A/RES/72/194") or ""
    record = entry_by_hand("A/RES/99/1", "Wells", dt.date(2044, 12, 1), series)
    assert record is not None
    known.add(record)
    again = catalogue.load(cache=cache, data=tmp_path)
    newest = again.newest("A/RES/72/194")
    assert newest is not None
    assert (newest.symbol, newest.where) == ("A/RES/99/1", "added by hand")
    assert again.newest("A/RES/72/194", dt.date(2030, 1, 1)) != newest
    assert remove("A/RES/99/1", tmp_path)
    assert catalogue.load(cache=cache, data=tmp_path).get("A/RES/99/1") is None


def test_lists_are_imported(cache: Path, tmp_path: Path) -> None:
    lines = tmp_path / "new.jsonl"
    row = {"symbol": "A/RES/98/7", "title": "Wells", "adoption_date": "1 December\xa02043"}
    lines.write_text(json.dumps(row) + '\n"' + json.dumps(row | {"symbol": "A/RES/98/8"}) + '"\n',
                     "utf-8")  # fmt: skip
    table = tmp_path / "new.csv"
    table.write_text(
        "Symbol;Title;Date;Series\nA/RES/98/9;Wells of 2043;2043-12-02;wells\n"
        "A/RES/98/10;Pumps;2043;wells\n", "utf-8",
    )  # fmt: skip
    known = catalogue.load(cache=cache, data=tmp_path)
    assert known.import_file(lines) == 2
    assert known.import_file(table) == 2
    again = catalogue.load(cache=cache, data=tmp_path)
    assert [e.symbol for e in again.members("wells")] == ["A/RES/98/9", "A/RES/98/10"]
    year_only = again.get("A/RES/98/10", dt.date(2043, 1, 1))
    assert year_only is not None
    assert year_only.year_only


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.jsonl", '{"symbol": "A/RES/98/7", "adoption_date": "1 May 2043"}\n{broken', "line 2"),
        ("b.jsonl", '{"symbol": "wells", "adoption_date": "1 May 2043"}', "wells"),
        ("c.csv", "Title,Date\nWells,2043\n", "columns"),
        ("d.csv", "symbol,title,date\nA/RES/98/7,Wells,1 May 2043\nA/RES/98/8,Pumps,soon\n",
         "line 3"),
        ("e.txt", "hello", "columns"),
    ],
)  # fmt: skip
def test_a_wrong_list_changes_nothing_and_says_why(
    cache: Path, tmp_path: Path, name: str, text: str, told: str
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    known = catalogue.load(cache=cache, data=tmp_path)
    with pytest.raises(DrafterError, match=told) as fault:
        known.import_file(path)
    assert name in str(fault.value)
    assert catalogue.load(cache=cache, data=tmp_path).get("A/RES/98/7") is None


def test_parts_and_wholes_find_each_other(known: Catalogue) -> None:
    part = known.get("A/RES/75/101 A")
    assert part is not None
    assert part.symbol == "A/RES/75/101 A-B"
    assert known.get("A/RES/75/250 B") != known.get("A/RES/75/250")
    assert known.get("A/RES/70/177 A") == known.get("A/RES/70/177")
    assert known.get("S/RES/2178 (2014) A") is None


def test_a_date_that_cannot_be_is_not_believed(known: Catalogue) -> None:
    entry = known.get("S/RES/2423 (2018)")
    assert entry is not None
    assert (entry.year_only, entry.date.year) == (True, 2018)


def test_two_may_be_open_where_nothing_can_be_cached(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    first = catalogue.load(cache=tmp_path / "file" / "cache", data=tmp_path)
    second = catalogue.load(cache=tmp_path / "file" / "cache", data=tmp_path)
    assert first.size == second.size > 0


def test_own_entries_that_were_damaged_are_left_out(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "own.jsonl").write_bytes(
        b'\xff\xfe\n[]\nnull\n{"symbol": 5, "organ": "A", "date": "2020-01-01"}\n'
        b'{"symbol": "A/RES/70/997", "organ": "A", "date": "2016-01-01",'
        b' "title": "A line\\u2028on"}\n'
    )
    known = catalogue.load(cache=cache, data=tmp_path)
    entry = known.get("A/RES/70/997")
    assert entry is not None
    assert entry.title == "A line\u2028on"


@pytest.mark.parametrize(
    "content",
    [
        '{"symbol": "A/RES/70/1", "a": ' + "[" * 100_000,
        '{"symbol": "A/RES/70/1", "a": ' + "9" * 5000 + "}",
        'symbol,title\nA/RES/70/1,"' + "x" * 200_000 + '"',
        "",
    ],
    ids=["deep", "long number", "long field", "empty"],
)
def test_an_absurd_list_is_refused_in_words(known: Catalogue, tmp_path: Path, content: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(content, "utf-8")
    with pytest.raises(DrafterError, match=r"list\.txt"):
        known.import_file(path)


def test_a_statement_of_the_president_is_imported(
    cache: Path, known: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text('{"symbol": "S/PRST/2015/3", "adoption_date": "2015-02-01"}', "utf-8")
    assert known.import_file(path) == 1
    entry = catalogue.load(cache=cache, data=tmp_path).get("S/PRST/2015/3")
    assert entry is not None
    assert entry.date == dt.date(2015, 2, 1)


def test_a_whole_text_may_be_pasted_into_the_search(known: Catalogue) -> None:
    assert known.find("the " * 2000) is not None
