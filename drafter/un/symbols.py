"""Document symbols: taking them apart, writing them, linking to them.

The normal form is the one the United Nations' own metadata uses: "A/RES/70/177",
"A/RES/53/243 A", "A/RES/3363 (XXX)", "S/RES/2178 (2014)", "E/RES/2015/22", "A/HRC/RES/57/1".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from drafter.un.organs import organ_of_symbol

SymbolKind = Literal["resolution", "decision", "draft", "document"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol taken apart."""

    organ: str
    """Code of the organ ("A", "E/CN.15"); "" where it is not known."""
    kind: SymbolKind
    session: str
    """Session or year: "70", "ES-11", "XXX", "2014"; "" where the symbol has none."""
    number: str
    """"177", "243 A", "2178", "L.4/Rev.1"."""
    normal: str
    """The whole in normal form."""

    @property
    def short(self) -> str:
        """The number as a text cites it: "70/177", "2178 (2014)", "3363 (XXX)"; for what is
        neither resolution nor decision the whole symbol."""
        if self.kind not in ("resolution", "decision"):
            return self.normal
        if self.organ == "S" or _ROMAN.fullmatch(self.session):
            return f"{self.number} ({self.session})"
        return f"{self.session}/{self.number}" if self.session else self.number

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key within an organ: ascending by session or year, then number, then part."""
        session = self.session
        if _ROMAN.fullmatch(session):
            first = _from_roman(session)
        else:
            digits = re.sub(r"\D", "", session)
            first = int(digits) if digits else 0
        match = re.match(r"(?:L\.)?(\d+)(.*)", self.number)
        return (first, int(match[1]), match[2]) if match else (first, 0, self.number)


_SPACES = re.compile(r"[\s\u00a0\u2009\u202f\u200b\u200e\u200f]+")
_ROMAN = re.compile(r"(?:S-|ES-)?[IVXLC]+")
_PART = r"(?P<part>(?:\s?[A-Z])(?:(?:\s?[-–,]\s?|\s?and\s)[A-Z])*)?"
_MODERN = re.compile(rf"(?P<session>E?S-\d{{1,2}}|\d{{1,2}})/(?P<number>\d{{1,3}}){_PART}")
_YEARLY = re.compile(rf"(?P<session>(?:19|20)\d\d)/(?P<number>\d{{1,3}}){_PART}")
_COUNCIL = re.compile(r"(?P<number>\d{1,4})\s?\((?P<session>(?:19|20)\d\d)\)")
_OLD = re.compile(rf"(?P<number>\d{{1,4}}){_PART}\s?\((?P<session>(?:S-|ES-)?[IVXLC]+)\)")
_DOCUMENT = re.compile(
    r"[A-Z][A-Za-z]*(?:-[A-Z]+)?/(?=[^\s]*\d)[A-Z0-9][\w.\-]*"
    r"(?:/[\w.\-]+)*(?:\s?\((?:Vol\.|Part|Sect\.)?\s?[IVXLC\d]+\))*"
)
_DRAFT = re.compile(r"(?:^|/)(?:L|CRP|WP)\.\d")


@lru_cache(maxsize=8192)
def parse_symbol(string: str) -> Symbol | None:
    """A document symbol taken apart; None for what is none. Case and spaces are forgiven.

    A bare number needs its organ: see ``symbol_of``.
    """
    plain = _tidy(string)
    plain = re.sub(r"^https?://(?:docs\.un\.org/(?:\w\w/)?|undocs\.org/(?:\w\w/)?)", "", plain)
    match = re.match(
        r"(?P<organ>[A-Za-z]+(?:/[A-Za-z][\w.]*?)*?)/(?P<kind>RES|DEC)/(?P<rest>.+)", plain,
        re.IGNORECASE,
    )  # fmt: skip
    if match:
        organ = match["organ"].upper()
        kind: SymbolKind = "resolution" if match["kind"].upper() == "RES" else "decision"
        rest = match["rest"].strip()
        return symbol_of(rest.upper() if rest.islower() else rest, organ, kind)
    if not _DOCUMENT.fullmatch(plain):
        return None
    organ = organ_of_symbol(plain) or ""
    rest = plain[len(organ) + 1 :] if organ else plain
    session, _, number = rest.partition("/")
    if not re.fullmatch(r"(?:E?S-)?\d{1,4}", session):
        session, number = "", rest
    return Symbol(organ, "draft" if _DRAFT.search(plain) else "document", session, number, plain)


def symbol_of(number: str, organ: str, kind: SymbolKind = "resolution") -> Symbol | None:
    """The symbol of a cited number: ("70/177", "A") -> A/RES/70/177.

    None where the number is not of the organ's form.
    """
    plain = _tidy(number)
    for form in (_YEARLY, _COUNCIL, _MODERN, _OLD):
        match = form.fullmatch(plain)
        if match:
            break
    else:
        return None
    session = match["session"]
    part = match.groupdict().get("part") or ""
    digits = match["number"] + (f" {_SPACES.sub(' ', part).strip()}" if part else "")
    word = "RES" if kind == "resolution" else "DEC"
    if form is _COUNCIL or form is _OLD:
        normal = f"{organ}/{word}/{digits} ({session})"
    else:
        normal = f"{organ}/{word}/{session}/{digits}"
    return Symbol(organ, kind, session, digits, normal)


def normal_form(string: str) -> str:
    """A symbol in normal form; what is none is given back with its spaces tidied."""
    symbol = parse_symbol(string)
    return symbol.normal if symbol else _SPACES.sub(" ", string).strip()


def organ_of_number(number: str) -> str | None:
    """The organ that the form of a cited number points to: "70/177" the Assembly, "2178 (2014)"
    the Security Council, "2015/22" the Economic and Social Council; None for no such number."""
    plain = _tidy(number)
    if _YEARLY.fullmatch(plain):
        return "E"
    if _COUNCIL.fullmatch(plain):
        return "S"
    return "A" if _MODERN.fullmatch(plain) or _OLD.fullmatch(plain) else None


def link(symbol: str) -> str:
    """Address of a document: "https://undocs.org/A/RES/70/177"; spaces and parts as the United
    Nations' document system takes them ("S/RES/2178(2014)", "A/RES/53/243A")."""
    tight = _SPACES.sub("", normal_form(symbol))
    return f"https://undocs.org/{quote(tight, safe='/().-')}"


def _tidy(string: str) -> str:
    """One kind of space and hyphen, no stop behind."""
    return _SPACES.sub(" ", string).replace("‑", "-").strip().rstrip(".,;")


def _from_roman(string: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = 0
    digits = [values[sign] for sign in re.sub(r"^E?S-", "", string)]
    for here, after in zip(digits, [*digits[1:], 0], strict=True):
        total += -here if here < after else here
    return total
