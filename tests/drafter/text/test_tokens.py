"""Tokens: what a comparison never cuts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.tokens import tokenise

WHOLE = (
    "17 December 2015",
    "17\u00a0December\u00a02015",
    "12 May",
    "December 2015",
    "70/177",
    "70/177 of 17 December 2015",
    "2178 (2014)",
    "2178 (2014) of 24 September 2014",
    "3363 (XXX)",
    "53/243 A",
    "ES-11/1",
    "E/CN.15/2019/5",
    "E/CN.15/2019/L.8/Rev.1",
    "S/RES/2133(2014)",
    "A/C.3/80/L.4",
    "(i)",
    "(a)",
    "(12)",
    "counter-terrorism",
    "seventy-first",
    "non‑punishment",
    "2016–2030",
    "and/or",
    "UN’s",
    "1,000.5",
    "https://undocs.org/S/RES/2133(2014",
    "naïve",
    "re\u0301sume\u0301",
)


@pytest.mark.parametrize("token", WHOLE)
def test_stays_whole_wherever_it_stands(token: str) -> None:
    assert tokenise(token) == (token,)
    assert token in tokenise(f"Recalling {token}, in which")
    assert token in tokenise(f"see {token}; and {token}.")


@pytest.mark.parametrize(
    ("string", "tokens"),
    [
        ("E/CN.15/2017/5.", ("E/CN.15/2017/5", ".")),
        ("53/243 A and B", ("53/243 A", " ", "and", " ", "B")),
        ("70/177 Also", ("70/177", " ", "Also")),
        ("law.\nUrges", ("law", ".", "\n", "Urges")),
        ("the  “soft”\u00a0law", ("the", "  ", "“", "soft", "”", "\u00a0", "law")),
        ("States’ obligations", ("States", "’", " ", "obligations")),
    ],
)
def test_ends_where_the_thing_ends(string: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(string) == tokens


@given(st.text())
def test_loses_no_character(string: str) -> None:
    assert "".join(tokenise(string)) == string


@given(st.lists(st.sampled_from([*WHOLE, " ", ", ", "; ", "\n", "of", "Recalling"])))
def test_loses_no_character_of_what_resolutions_hold(parts: list[str]) -> None:
    string = "".join(parts)
    assert "".join(tokenise(string)) == string
