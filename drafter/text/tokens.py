"""Tokens: the smallest pieces of a text that a comparison may show as changed.

A word, number, date, symbol, citation, "(i)" or hyphenated compound is one token; so is each
run of white space, each line feed and each punctuation mark. Joined, the tokens give the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_S = r"[^\S\n]+"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = rf"\d{{1,2}}{_S}{_MONTH}(?:{_S}\d{{4}})?(?!\w)"
_OF = rf"(?:{_S}(?:of|on){_S}\d{{1,2}}{_S}{_MONTH}{_S}\d{{4}}(?!\w))?"
_LETTER = r"[\w\u0300-\u036f\u00ad\u200b-\u200f\u2060]"
_JOIN = r"[-\u2010\u2011\u2013/’'&]"

# The order matters: the first that fits is taken.
_TOKEN = re.compile(
    "|".join(
        (
            _S,
            r"\n",
            # "17 December 2015", "12 May"
            _DAY,
            # "December 2015"
            rf"{_MONTH}{_S}\d{{4}}(?!\w)",
            # "70/177 of 17 December 2015", "53/243 A", "ES-11/1", "S-32/1"
            rf"(?:E?S-)?\d+/\d+(?:{_S}[A-Z](?![\w/-]))?(?![/\w]){_OF}",
            # "2178 (2014) of 24 September 2014", "3363 (XXX)", "1721 (XVI) A"
            rf"\d{{1,4}}{_S}\((?:\d{{4}}|(?:E?S-)?[IVXLC]+)\)(?:{_S}[A-Z](?![\w/-]))?{_OF}",
            # "https://undocs.org/…"
            r"https?://[^\s<>]*[^\s<>.,;:)\]’”]",
            # "E/CN.15/2019/L.8/Rev.1", "S/RES/2133(2014)"
            r"[A-Z]+(?:\.\d+)?(?:/\w+(?:[-.]\w+)*(?:\(\w+\))?)+",
            # "(a)", "(iv)", "(12)"
            r"\((?:[a-zA-Z]{1,2}|[ivxlc]+|\d{1,3})\)",
            # "1,000.5", "3.1", "12th"
            rf"\d+(?:[.,]\d+)+(?!{_LETTER})",
            # words, compounds ("counter-terrorism", "2016–2030", "States'"), "U.N."
            r"(?:[A-Za-z]\.){2,}",
            rf"{_LETTER}+(?:{_JOIN}{_LETTER}+)*",
            r"[\s\S]",
        )
    )
)


@lru_cache(maxsize=1 << 14)
def tokenise(string: str) -> tuple[str, ...]:
    """The tokens of a string, in order; joined they give it back to the character."""
    return tuple(_TOKEN.findall(string))
