"""Sessions: which one an organ is in at a date, how a text names it, what is asked for when.

Sources: DOMAIN, "What changes each cycle"; for the Assembly's opening day rule 1 of its rules of
procedure (A/520/Rev.20, since resolution 57/301 the Tuesday of the third week of September that
has a working day in its first; since the 78th session the second week, as its sessions opened).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from drafter.un.dates import SPACE

SessionKind = Literal["regular", "special", "emergency", "year"]

_FOUNDED = {
    "A": 1945,  # certain: all metadata
    "E/CN.15": 1991,  # certain: measured, 28th in 2019
    "E/CN.7": 1957,  # one datum: a setting
    "E/CN.3": 1969,  # general knowledge, as are all below
    "E/CN.5": 1962,
    "E/CN.6": 1956,
    "E/CN.9": 1967,
    "E/CN.16": 1997,
    "E/CN.18": 2005,
    "E/C.19": 2001,
    "E/C.16": 2001,
    "E/AC.51": 1960,
    "E/CDP": 1998,
    "A/CN.4": 1949,  # 2020's was put off by a year
    "A/CN.9": 1967,
    "A/AC.82": 1953,
    "A/AC.96": 1949,
    "A/AC.105": 1957,
    "A/AC.105/C.1": 1963,
    "A/AC.105/C.2": 1961,
    "A/AC.198": 1978,
    "CFS": 1972,  # since 2022
    "WHA": 1947,
}
"""Session number = year - this."""
_CERTAIN = frozenset({"A", "S", "E", "E/CN.15"})


@dataclass(frozen=True, slots=True)
class SessionMention:
    """A session named in a running text."""

    start: int
    """Half-open range of the ordinal, or of the year for "2015 session", in code points."""
    end: int
    session: str
    """"71", "ES-11", "S-32", "2015"."""
    kind: SessionKind
    whole: tuple[int, int]
    """Range with the word "session" and what stands between."""


def organ_sessions_certain(organ: str) -> bool:
    """Whether the session arithmetic of an organ is certain (else a person is asked)."""
    return _root(organ) in _CERTAIN


def opening_day(session: int) -> dt.date:
    """Day on which a regular session of the General Assembly opens."""
    first = dt.date(1945 + session, 9, 1)
    monday = first - dt.timedelta(days=first.weekday())
    if first.weekday() >= 5:
        monday += dt.timedelta(days=7)
    weeks = 1 if session >= 78 else 2
    if session < 58:
        tuesday = first + dt.timedelta(days=(1 - first.weekday()) % 7)
        return tuesday + dt.timedelta(days=14)
    return monday + dt.timedelta(days=7 * weeks + 1)


def session_at(organ: str, date: dt.date) -> str:
    """The session an organ is in, or next to hold, at a date.

    "71" for the Assembly and its committees on 22 May 2017; "26" for the Commission on Crime
    Prevention and Criminal Justice; "2017" for the Economic and Social Council; "" for the
    Security Council, which has none, and for organs not known.
    """
    root = _root(organ)
    if root == "A":
        session = date.year - 1945
        return _counted(session if date >= opening_day(session) else session - 1)
    if root == "E":
        return str(date.year)
    if root == "A/HRC":
        return _counted(_human_rights_council(date))
    founded = _FOUNDED.get(root)
    return _counted(date.year - founded) if founded else ""


def session_dates(organ: str, session: str) -> tuple[dt.date, dt.date] | None:
    """First and last day on which ``session_at`` gives this session; None if not known."""
    number = session_number(session)
    if number is None:
        return None
    try:
        return _days(_root(organ), number)
    except ValueError:  # no calendar goes so far
        return None


def _days(root: str, number: int) -> tuple[dt.date, dt.date] | None:
    if root == "A":
        return opening_day(number), opening_day(number + 1) - dt.timedelta(days=1)
    if root == "E":
        return dt.date(number, 1, 1), dt.date(number, 12, 31)
    if root == "A/HRC":
        year, third = 2006 + (number - 1) // 3, (number - 1) % 3
        if third == 0:
            return dt.date(year - 1, 11, 1), dt.date(year, 4, 30)
        return (
            (dt.date(year, 5, 1), dt.date(year, 7, 31))
            if third == 1
            else (dt.date(year, 8, 1), dt.date(year, 10, 31))
        )
    founded = _FOUNDED.get(root)
    if not founded:
        return None
    return dt.date(founded + number, 1, 1), dt.date(founded + number, 12, 31)


def session_year(organ: str, session: str) -> int | None:
    """Year in which a session opens; None if not known."""
    number = session_number(session)
    if organ == "A/HRC" and number is not None:
        return 2006 + (number - 1) // 3
    dates = session_dates(organ, session)
    return dates[0].year if dates else None


def adopting_session(adopting: str, tabled: str, date: dt.date) -> str:
    """Session at which ``adopting`` takes up what is tabled in ``tabled`` at a date.

    What a commission of the Economic and Social Council sends to the Assembly in May is adopted
    at the session that opens in September of that year (70/177: May 2015, seventieth session).
    """
    if _root(adopting) == "A" and tabled.startswith("E"):
        return _counted(date.year - 1945)
    return session_at(adopting, date)


def report_back(asked: str, adopted: str, adopting: str) -> str | None:
    """Session of the next report: the loaded text's own distance, carried over.

    70/177 was adopted at the 70th session and asked for a report at the 71st: a text adopted at
    the 72nd asks for the 73rd. None where a session is no plain number.
    Source: DOMAIN, "report-back".
    """
    numbers = [session_number(session) for session in (adopting, asked, adopted)]
    if None in numbers:
        return None
    now, then, own = (number or 0 for number in numbers)
    return _counted(now + then - own) or None


def session_number(session: str) -> int | None:
    """The number of a session that is a plain one ("70", "2015"), else None ("ES-11", "")."""
    return int(session) if re.fullmatch(r"[0-9]{1,4}", session) else None


@cache
def ordinal_words(number: int) -> str:
    """71 -> "seventy-first"."""
    # Here, for it imports every language there is; reading needs only the table below.
    from num2words import num2words  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    return str(num2words(number, ordinal=True, lang="en"))


def ordinal_figures(number: int) -> str:
    """71 -> "71st"."""
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@cache
def _ordinals() -> dict[str, int]:
    """1 to 199 by their words, without hyphens."""
    small = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth",
    ]  # fmt: skip
    for tens in ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"):
        small += [f"{tens}ieth", *(f"{tens}y {unit}" for unit in small[:9])]
    words = [*small, "one hundredth", *(f"one hundred and {ordinal}" for ordinal in small)]
    return {ordinal: number for number, ordinal in enumerate(words, 1)}


def from_ordinal_words(words: str) -> int | None:
    """ "Seventy-first", "seventy first", "71st" -> 71; None for anything else."""
    plain = re.sub(rf"[-‑‐–]|{SPACE}+", " ", words.strip().lower())
    if match := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", plain):
        return int(match[1])
    plain = re.sub(r"^hundred", "one hundred", plain)
    plain = re.sub(r"hundred (?!and )", "hundred and ", plain)
    return _ordinals().get(plain)


def session_phrase(session: str) -> str:
    """ "73" -> "seventy-third session", "2015" -> "2015 session", "ES-11" -> "eleventh emergency
    special session", "S-32" -> "thirty-second special session"."""
    match = re.fullmatch(r"(?P<kind>E?S-)?(?P<number>[0-9]{1,3})", session)
    if match is None:
        return session if "session" in session.lower() else f"{session} session"
    kind = {"ES-": "emergency special ", "S-": "special "}.get(match["kind"] or "", "")
    return f"{ordinal_words(int(match['number']))} {kind}session"


def parse_session(phrase: str) -> str | None:
    """ "Seventieth session" -> "70"; a session's number ("70", "ES-11") gives itself."""
    phrase = phrase.strip().rstrip(".,")
    if re.fullmatch(r"(?:E?S-)?\d{1,4}", phrase):
        return phrase
    mentions = find_sessions(phrase)
    return mentions[0].session if mentions else None


_ORDINAL = (
    r"(?:(?:one[ -])?hundred(?:[ -]and)?[ -]?)?"
    r"(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y[-‑‐– ]+(?:first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth))|first|second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth)|(?:one[ -])?hundredth|\d{1,3}(?:st|nd|rd|th)"
)
ORDINAL_PATTERN = rf"(?:{_ORDINAL})"
"""A regular expression (no groups, lower case) that matches an ordinal in words or figures."""
_JOIN = rf"(?:{SPACE}*,{SPACE}*|{SPACE}+(?:and|or|to){SPACE}+|{SPACE}*,{SPACE}*(?:and|or){SPACE}+)"
_QUALIFIERS = (
    rf"(?:{SPACE}+(?:resumed|regular|annual|substantive|reconvened|plenary|emergency|special|"
    rf"organizational|and{SPACE}+(?:subsequent|future|following)))*"
)
_MENTION = re.compile(
    rf"(?<![\w-])(?P<list>(?:{_ORDINAL})(?:{_JOIN}(?:{_ORDINAL}))*)(?P<qualifiers>{_QUALIFIERS})"
    rf"{SPACE}+sessions?\b",
    re.IGNORECASE,
)
_ONE = re.compile(_ORDINAL, re.IGNORECASE)
_YEAR = re.compile(
    rf"(?<![\w/-])(?P<year>(?:19|20)\d\d)(?P<qualifiers>{_QUALIFIERS}){SPACE}+session\b",
    re.IGNORECASE,
)


def find_sessions(string: str) -> tuple[SessionMention, ...]:
    """Every session a text names, lists ("seventy-first and seventy-second sessions") too."""
    found: list[SessionMention] = []
    for match in _MENTION.finditer(string):
        qualifiers = match["qualifiers"].lower()
        prefix, kind = _kind(qualifiers)
        for one in _ONE.finditer(string, match.start("list"), match.end("list")):
            number = from_ordinal_words(one[0])
            if number is not None:
                found.append(
                    SessionMention(one.start(), one.end(), f"{prefix}{number}", kind, match.span())
                )
    for match in _YEAR.finditer(string):
        found.append(
            SessionMention(match.start("year"), match.end("year"), match["year"], "year",
                           match.span())
        )  # fmt: skip
    return tuple(sorted(found, key=lambda mention: mention.start))


def same_style(session: str, like: str) -> str:
    """An ordinal in the style of ``like``: words or figures, capital or not.

    ("73", "seventy-first") -> "seventy-third"; ("73", "71st") -> "73rd".
    """
    digits = re.sub(r"^E?S-", "", session)
    number = session_number(digits)
    if number is None or re.fullmatch(r"\d{4}", like):
        return digits
    if like[:1].isdigit():
        return ordinal_figures(number)
    words = ordinal_words(number)
    return words.capitalize() if like[:1].isupper() else words


def _kind(qualifiers: str) -> tuple[str, SessionKind]:
    if "emergency" in qualifiers:
        return "ES-", "emergency"
    if "special" in qualifiers:
        return "S-", "special"
    return "", "regular"


def _counted(number: int) -> str:
    """A session's number; "" before there was a first."""
    return str(number) if number > 0 else ""


def _root(organ: str) -> str:
    """The organ whose sessions count: a Main Committee sits in the Assembly's."""
    return "A" if re.fullmatch(r"A/(C\.\d|SPC)", organ) else organ


def _human_rights_council(date: dt.date) -> int:
    """3 x (year - 2006) + 1, 2, 3 for spring, June, September (likely: 32nd June 2016)."""
    base = 3 * (date.year - 2006)
    if date.month <= 4:
        return base + 1
    if date.month <= 7:
        return base + 2
    return base + (3 if date.month <= 10 else 4)
