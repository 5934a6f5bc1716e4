"""Sessions of every organ, in words and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.un import sessions
from drafter.un.sessions import (
    adopting_session,
    find_sessions,
    from_ordinal_words,
    opening_day,
    ordinal_words,
    parse_session,
    report_back,
    same_style,
    session_at,
    session_dates,
    session_phrase,
)


@pytest.mark.parametrize(
    ("organ", "date", "session"),
    [
        ("A", "2015-12-17", "70"),
        ("A", "2017-05-22", "71"),
        ("A", "2017-09-11", "71"),
        ("A", "2017-09-12", "72"),
        ("A", "2025-12-18", "80"),
        ("A/C.3", "2025-10-08", "80"),
        ("E", "2018-07-02", "2018"),
        ("E/CN.15", "2017-05-22", "26"),
        ("E/CN.15", "2019-12-13", "28"),
        ("E/CN.7", "2019-03-14", "62"),
        ("A/HRC", "2016-06-20", "32"),
        ("A/HRC", "2025-09-15", "60"),
        ("A/HRC", "2025-03-03", "58"),
        ("S", "2019-01-01", ""),
    ],
)
def test_the_session_an_organ_is_in(organ: str, date: str, session: str) -> None:
    assert session_at(organ, dt.date.fromisoformat(date)) == session


@pytest.mark.parametrize(
    ("session", "day"),
    [(70, "2015-09-15"), (71, "2016-09-13"), (72, "2017-09-12"), (73, "2018-09-18"),
     (74, "2019-09-17"), (75, "2020-09-15"), (76, "2021-09-14"), (77, "2022-09-13"),
     (78, "2023-09-05"), (79, "2024-09-10"), (80, "2025-09-09")],
)  # fmt: skip
def test_the_assembly_opens_on_its_day(session: int, day: str) -> None:
    assert opening_day(session).isoformat() == day


def test_what_a_commission_sends_in_may_is_adopted_in_the_session_of_that_september() -> None:
    assert adopting_session("A", "E/CN.15", dt.date(2017, 5, 22)) == "72"
    assert adopting_session("A", "A/C.3", dt.date(2025, 10, 8)) == "80"


def test_report_back_keeps_the_distance_of_the_loaded_text() -> None:
    assert report_back("71", "70", "72") == "73"
    assert report_back("82", "80", "82") == "84"
    assert report_back("2016", "2015", "2017") == "2018"
    assert report_back("ES-11", "70", "72") is None


@given(st.integers(1, 199))
def test_ordinals_there_and_back(number: int) -> None:
    words = ordinal_words(number)
    assert from_ordinal_words(words) == number
    assert from_ordinal_words(words.capitalize().replace("-", "‑")) == number
    assert find_sessions(f"at its {words} session")[0].session == str(number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at its seventy-first session a report", [("71", "seventy-first")]),
        ("at its seventy-first and seventy-second sessions",
         [("71", "seventy-first"), ("72", "seventy-second")]),
        ("the 2015 session of the Council", [("2015", "2015")]),
        ("its 2014 substantive session", [("2014", "2014")]),
        ("the tenth emergency special session", [("ES-10", "tenth")]),
        ("its thirty-second special session", [("S-32", "thirty-second")]),
        ("Seventieth session", [("70", "Seventieth")]),
        ("its 71st session", [("71", "71st")]),
        ("its one hundred and first session", [("101", "one hundred and first")]),
        ("its resumed seventy-fifth session", [("75", "seventy-fifth")]),
        ("the Thirteenth United Nations Congress", []),
        ("the first time in 2015", []),
        ("in the obsession of the second", []),
    ],
)  # fmt: skip
def test_sessions_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(m.session, text[m.start : m.end]) for m in find_sessions(text)] == found


def test_phrases_and_back() -> None:
    for session in ("70", "2015", "ES-11", "S-32"):
        assert parse_session(session_phrase(session)) == session
    assert session_phrase("73") == "seventy-third session"
    assert parse_session("Seventieth session") == "70"
    assert parse_session("Third Committee") is None


def test_ordinals_are_read_as_they_are_written() -> None:
    assert all(from_ordinal_words(ordinal_words(number)) == number for number in range(1, 200))
    assert from_ordinal_words("second third") is None


def test_an_ordinal_keeps_the_style_of_the_one_it_replaces() -> None:
    assert same_style("73", "seventy-first") == "seventy-third"
    assert same_style("73", "Seventy-first") == "Seventy-third"
    assert same_style("73", "71st") == "73rd"
    assert same_style("2017", "2015") == "2017"


@given(st.sampled_from(["A", "E", "E/CN.15", "A/HRC"]),
       st.dates(dt.date(2006, 11, 1), dt.date(2060, 12, 31)))  # fmt: skip
def test_a_session_holds_the_dates_that_give_it(organ: str, date: dt.date) -> None:
    dates = session_dates(organ, session_at(organ, date))
    assert dates is not None
    assert dates[0] <= date <= dates[1]


def test_what_is_certain_is_told_from_what_is_a_setting() -> None:
    assert sessions.organ_sessions_certain("A/C.3")
    assert not sessions.organ_sessions_certain("E/CN.7")


ABSURD = ("", "0", "²", "٣", "-1", "ES-", "ES-x", "S-²", "9999", "99999999", "9" * 5000, "x")


@given(
    st.sampled_from(ABSURD) | st.text(max_size=6),
    st.sampled_from(["A", "E", "A/HRC", "E/CN.15", "S"]),
)
def test_what_is_no_session_is_answered_all_the_same(session: str, organ: str) -> None:
    session_phrase(session)
    session_dates(organ, session)
    sessions.session_year(organ, session)
    report_back(session, "70", "72")
    same_style(session, "seventy-first")
    same_style(session, "71st")


def test_before_an_organ_was_there_it_had_no_session() -> None:
    for organ in ("A", "A/HRC", "E/CN.15"):
        assert session_at(organ, dt.date(1900, 1, 1)) == ""
    assert adopting_session("A", "E/CN.15", dt.date(1900, 1, 1)) == ""
    assert report_back("1", "70", "3") is None
