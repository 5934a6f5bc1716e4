"""Document symbols in any spelling, and dates and organs beside them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.un import organs
from drafter.un.dates import find_dates, format_date, parse_date
from drafter.un.symbols import link, normal_form, organ_of_number, parse_symbol, symbol_of


@pytest.mark.parametrize(
    ("spelling", "normal", "organ", "kind", "session", "number", "short"),
    [
        ("A/RES/70/177", "A/RES/70/177", "A", "resolution", "70", "177", "70/177"),
        ("a/res/70/177", "A/RES/70/177", "A", "resolution", "70", "177", "70/177"),
        ("A/RES/53/243A", "A/RES/53/243 A", "A", "resolution", "53", "243 A", "53/243 A"),
        ("A/RES/3363(XXX)", "A/RES/3363 (XXX)", "A", "resolution", "XXX", "3363", "3363 (XXX)"),
        ("A/RES/2200 A (XXI)", "A/RES/2200 A (XXI)", "A", "resolution", "XXI", "2200 A",
         "2200 A (XXI)"),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "A", "resolution", "ES-11", "1", "ES-11/1"),
        ("S/RES/2178(2014)", "S/RES/2178 (2014)", "S", "resolution", "2014", "2178",
         "2178 (2014)"),
        ("E/RES/2015/22", "E/RES/2015/22", "E", "resolution", "2015", "22", "2015/22"),
        ("A/HRC/RES/57/1", "A/HRC/RES/57/1", "A/HRC", "resolution", "57", "1", "57/1"),
        ("A/C.3/80/L.4", "A/C.3/80/L.4", "A/C.3", "draft", "80", "L.4", "A/C.3/80/L.4"),
        ("E/CN.15/2019/L.8/Rev.1", "E/CN.15/2019/L.8/Rev.1", "E/CN.15", "draft", "2019",
         "L.8/Rev.1", "E/CN.15/2019/L.8/Rev.1"),
        ("E/CN.15/2019/5", "E/CN.15/2019/5", "E/CN.15", "document", "2019", "5",
         "E/CN.15/2019/5"),
        ("A/80/123", "A/80/123", "A", "document", "80", "123", "A/80/123"),
        ("E/2015/30", "E/2015/30", "E", "document", "2015", "30", "E/2015/30"),
        ("https://undocs.org/en/A/RES/70/177", "A/RES/70/177", "A", "resolution", "70", "177",
         "70/177"),
    ],
)  # fmt: skip
def test_a_symbol_is_taken_apart(
    spelling: str, normal: str, organ: str, kind: str, session: str, number: str, short: str
) -> None:
    symbol = parse_symbol(spelling)
    assert symbol is not None
    assert (symbol.normal, symbol.organ, symbol.kind) == (normal, organ, kind)
    assert (symbol.session, symbol.number, symbol.short) == (session, number, short)


@pytest.mark.parametrize("words", ["", "and/or", "70/177", "resolution", "A/", "TCP/IP", "3/4"])
def test_what_is_no_symbol(words: str) -> None:
    assert parse_symbol(words) is None


@given(st.text(max_size=40))
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


@pytest.mark.parametrize(
    ("number", "organ"),
    [("70/177", "A"), ("53/243 A", "A"), ("2178 (2014)", "S"), ("2015/22", "E"),
     ("3363 (XXX)", "A"), ("ES-10/20", "A"), ("27531", None)],
)  # fmt: skip
def test_the_form_of_a_number_tells_its_organ(number: str, organ: str | None) -> None:
    assert organ_of_number(number) == organ


def test_symbols_of_a_list_can_be_put_in_order() -> None:
    numbers = ["70/177", "8/1", "70/9", "53/243 B", "53/243 A"]
    found = [symbol for n in numbers if (symbol := symbol_of(n, "A"))]
    assert [s.short for s in sorted(found, key=lambda s: s.order)] == [
        "8/1", "53/243 A", "53/243 B", "70/9", "70/177",
    ]  # fmt: skip


def test_links_go_to_the_document_system() -> None:
    assert link("A/RES/70/177") == "https://undocs.org/A/RES/70/177"
    assert link("S/RES/2178 (2014)") == "https://undocs.org/S/RES/2178(2014)"


def test_organs_by_name_and_symbol() -> None:
    assert organs.code_of("The General Assembly,") == "A"
    assert organs.code_of("Commission on Crime Prevention and Criminal Justice") == "E/CN.15"
    assert organs.code_of("Rotary Club") is None
    assert organs.organ_of_symbol("A/C.3/80/L.4") == "A/C.3"
    assert organs.adopting_organ("E/CN.15") == "A"
    assert organs.adopting_organ("A/C.3") == "A"
    assert organs.speaker_line("E", comma=False) == "The Economic and Social Council"
    assert organs.resolution_words("A", "A") == "its resolution"
    assert organs.resolution_words("S", "A", plural=True) == "Security Council resolutions"
    assert organs.footnote_words("A", "A") == "Resolution"
    assert organs.footnote_words("A", "E/CN.15") == "General Assembly resolution"
    assert organs.footnote_words("A", "A", mixed=True) == "General Assembly resolution"


@given(st.dates(dt.date(1945, 1, 1), dt.date(2100, 1, 1)))
def test_dates_there_and_back(date: dt.date) -> None:
    words = format_date(date)
    assert parse_date(words) == date
    assert find_dates(f"of {words.replace(' ', chr(0xA0))}, and") == ((3, 3 + len(words), date),)


@pytest.mark.parametrize("words", ["31 February 2020", "12 Januember 2026", "2026", "12 of May"])
def test_what_is_no_date(words: str) -> None:
    assert parse_date(words) is None
