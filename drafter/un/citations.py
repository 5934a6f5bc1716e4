"""Citations: every resolution, decision and document that a text names, and where.

"its resolution 70/177 of 17 December 2015, entitled “…”" is one citation, with the ranges of the
number, the date, the words that say whose it is and the descriptor; "resolutions 68/178 of
18 December 2013, 68/187 and 70/1" is a list of three. Forms: DOMAIN rule 4.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from drafter.un.citation_words import (
    DATE,
    ENTITLED,
    GAP,
    HEAD,
    ITEM,
    JOIN,
    NAME,
    NEXT_DATED,
    NOTE,
    OLD_SYMBOL,
    ON,
    ON_END,
    PARTS,
    SYMBOL,
    TRAILING_OWNER,
    WS,
)
from drafter.un.dates import format_date, parse_date
from drafter.un.organs import code_of
from drafter.un.symbols import Symbol, organ_of_number, parse_symbol, symbol_of

Range = tuple[int, int]
Lead = Literal["its", "organ", "bare", "symbol"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited resolution, decision or document. Ranges are half-open, in code points."""

    start: int
    """Of the whole: the words that say whose it is (for the first of a list), number and date."""
    end: int
    number: Range
    """Of the number alone: "70/177", "53/243 A", "2178 (2014)"; of "B" in "53/243 A and B"; of
    the symbol where a document is cited by its symbol."""
    organ: str
    """Code of the organ whose it is ("A", "S", "E", "A/HRC", "E/CN.15"); "" where unknown."""
    symbol: str
    """In normal form: "A/RES/70/177", "S/RES/2178 (2014)", "E/CN.15/2015/4"."""
    kind: Literal["resolution", "decision", "document"]
    lead: Lead
    """How it is introduced: "its" resolution, by the full or short name of its "organ", "bare"
    (only "resolution"), or by a document "symbol"."""
    date: dt.date | None = None
    date_range: Range | None = None
    """Of the date alone, without "of". A date shared by several ("both of 12 May 2020") stands
    with each of them."""
    list_id: int | None = None
    """Citations of one list share it; None for one that stands alone."""
    lead_range: Range | None = None
    """Of the words that introduce it ("its resolution", "General Assembly resolutions"), shared by
    the items of a list; None for a symbol."""
    descriptor: Range | None = None
    """Of "entitled “…”" or "on the protection of …" behind it."""


@lru_cache(maxsize=8192)
def find_citations(string: str, speaker: str = "A") -> tuple[Citation, ...]:
    """Every citation of a text, in order.

    ``speaker`` is the code of the organ that speaks ("its resolution 16/1" of the Human Rights
    Council is A/HRC/RES/16/1). A number whose organ is not named is taken for what its form says:
    "70/177" the Assembly's, "2178 (2014)" the Security Council's, "2015/22" the Economic and
    Social Council's.
    """
    if "/" not in string and "(" not in string:
        return ()
    found: list[Citation] = []
    free = 0
    lists = 0
    for head in HEAD.finditer(string):
        if head.start() < free:
            continue
        gap = GAP.match(string, head.end())
        at = gap.end() if gap else head.end()
        items = _items(string, at, head, speaker, lists + 1)
        if items:
            lists += 1
            found += items
            free = max(item.end for item in items)
            free = max([free, *(item.descriptor[1] for item in items if item.descriptor)])
    found = _settled(string, found, speaker) + _symbols(string, found)
    return tuple(sorted(found, key=lambda one: (one.number, one.start)))


def dated_form(symbol: str, date: dt.date | None, organ_words: str = "") -> str:
    """A citation in words: ("A/RES/70/177", date, "its resolution") -> "its resolution 70/177 of
    17 December 2015"; without a date undated."""
    parsed = parse_symbol(symbol)
    words = f"{organ_words} {parsed.short if parsed else symbol}".strip()
    return f"{words} of {format_date(date)}" if date else words


def _items(string: str, at: int, head: re.Match[str], speaker: str, list_id: int) -> list[Citation]:
    """The items of a list that begins at ``at``; a single one has no list id."""
    found: list[Citation] = []
    first = head.start("noun")
    if head["its"]:
        first = head.start("its")
    elif head["owner"]:
        first = head.start("owner")
    lead_range = (first, head.end())
    kind = "decision" if head["noun"].lower().startswith("decision") else "resolution"
    start = first
    position = at
    while True:
        match = ITEM.match(string, position)
        if match is None:
            break
        owner = _owner(string, match.end(), head, match[0], speaker)
        symbol = symbol_of(match[0], owner, kind)
        assert symbol is not None
        lead: Lead = "its" if head["its"] else "organ" if head["owner"] else "bare"
        numbers = [(match.span(), symbol.normal)]
        end = match.end()
        if match[0][-1:].isalpha() or "(" in match[0]:
            stem = re.sub(r"\s?[A-Z]$", "", match[0])
            while part := PARTS.match(string, end):
                if "(" in stem:
                    break
                last = numbers[-1][1][-1]
                if part["join"].strip() in ("–", "-", "to"):
                    for code in range(ord(last) + 1, ord(part["part"])):
                        between = symbol_of(f"{stem} {chr(code)}", owner, kind)
                        if between:
                            numbers.append((part.span("part"), between.normal))
                more = symbol_of(f"{stem} {part['part']}", owner, kind)
                if more is None:
                    break
                numbers.append((part.span("part"), more.normal))
                end = part.end()
        note = NOTE.match(string, end)
        if note:
            end = note.end()
        dated = DATE.match(string, end)
        date, date_range = None, None
        if dated:
            date, date_range = parse_date(dated["date"]), dated.span("date")
            end = dated.end()
        if dated is None:
            trailing = TRAILING_OWNER.match(string, end)
            if trailing:
                lead = "organ"
                end = trailing.end()
                dated = DATE.match(string, end)
                if dated:
                    date, date_range = parse_date(dated["date"]), dated.span("date")
                    end = dated.end()
        descriptor, behind = _descriptor(string, end)
        if descriptor and dated is None:
            later = DATE.match(string, behind)
            if later and (later["all"] is None) and string[behind : behind + 1] == ",":
                date, date_range = parse_date(later["date"]), later.span("date")
                behind = later.end()
        for span, normal in numbers:
            found.append(
                Citation(
                    start if span is numbers[0][0] else span[0],
                    end if span == numbers[-1][0] else span[1],
                    span, owner, normal, kind, lead, date, date_range, list_id, lead_range,
                    descriptor,
                )
            )  # fmt: skip
        if dated and dated["all"]:
            found = [_with_date(one, date, date_range) for one in found]
        join = JOIN.match(string, behind)
        if join is None or join.end() == behind:
            join = JOIN.match(string, end)
        if descriptor and (join is None or ITEM.match(string, join.end()) is None):
            join = NEXT_DATED.match(string, behind)
        if join is None:
            break
        position = start = join.end()
    if len(found) == 1:
        found = [_alone(found[0])]
    return found


def _owner(string: str, end: int, head: re.Match[str], number: str, speaker: str) -> str:
    """Code of the organ a cited number belongs to."""
    by_form = organ_of_number(number) or ""
    trailing = TRAILING_OWNER.match(string, end)
    named = head["owner"] or (trailing["owner"] if trailing else None)
    if named is None:
        if head["its"] and by_form == "A" and "(" not in number and speaker:
            return speaker
        if head["its"] and by_form == "E" and speaker.startswith("E"):
            return speaker
        return by_form
    plain = re.sub(rf"^the{WS}", "", named, flags=re.IGNORECASE)
    code = code_of(plain)
    if code:
        return code
    if plain.lower() == "assembly":
        return "UNEP/EA" if speaker == "UNEP/EA" else "A"
    if plain.lower() == "council":
        if by_form == "A" and "(" not in number:
            return "A/HRC"
        return by_form
    if plain.lower() in ("commission", "committee", "conference") and speaker not in ("A", "S"):
        return speaker
    return "" if by_form == "A" else by_form


def _settled(string: str, cited: list[Citation], speaker: str) -> list[Citation]:
    """The same with organs that the form alone gives wrong: "resolution 27/3 of 18 May 2018".

    The Assembly has numbered so only since its thirty-first session, and a date outside the
    session is not its own: such a number belongs to the organ named before, or to none known.
    """
    settled: list[Citation] = []
    named = speaker if speaker not in ("A", "S", "E") else ""
    for one in cited:
        if one.lead == "organ" and one.organ not in ("A", "S", "E", ""):
            named = one.organ
        parsed = parse_symbol(one.symbol) if one.organ else None
        number = one.symbol.rpartition("/RES/")[2].rpartition("/DEC/")[2] or one.symbol
        if not one.organ or (one.organ == "A" and parsed and not _plausible(parsed, one)):
            named = _named_before(string, one) or named
            kind = "decision" if one.kind == "decision" else "resolution"
            again = symbol_of(number, named, kind) if named else None
            symbol = again.normal if again else number
            one = replace(one, organ=named if again else "", symbol=symbol)
        settled.append(one)
    return settled


def _named_before(string: str, one: Citation) -> str:
    """Code of the organ named last before a citation ("by the Human Rights Council in its
    resolution 6/2"), or "" where it is none that numbers its resolutions so."""
    names = [match[0] for match in NAME.finditer(string, max(0, one.start - 300), one.start)]
    code = code_of(names[-1]) if names else None
    return "" if code is None or code in ("A", "S", "E") else code


def _plausible(symbol: Symbol, one: Citation) -> bool:
    """Whether an Assembly number can be what it seems to be."""
    if one.lead == "organ" or not symbol.session.isdigit():
        return True
    session = int(symbol.session)
    if session < 31 and symbol.kind == "resolution":
        return False
    year = one.date.year - 1945 if one.date else session
    return session - 1 <= year <= session + 1


def _descriptor(string: str, end: int) -> tuple[Range | None, int]:
    """Range of "entitled “…”" or "on …" behind a citation, and where the text goes on."""
    entitled = ENTITLED.match(string, end)
    if entitled:
        return entitled.span("words"), entitled.end()
    on = ON.match(string, end)
    if on:
        stop = ON_END.search(string, on.end())
        if stop and stop.start() > on.end():
            return (on.start("words"), stop.start()), stop.start()
    return None, end


def _symbols(string: str, cited: list[Citation]) -> list[Citation]:
    """Documents that are cited by their symbol."""
    taken = [(one.start, one.end) for one in cited]
    found: list[Citation] = []
    for match in SYMBOL.finditer(string):
        start, end = match.span()
        if not any(sign.isdigit() for sign in match[0]):
            continue
        if any(a <= start < b for a, b in taken):
            continue
        if "/RES/" in match[0] or "/DEC/" in match[0]:
            tail = OLD_SYMBOL.match(string, end)
            end = tail.end() if tail else end
        while string[end - 1] in ".-":
            end -= 1
        symbol = parse_symbol(string[start:end])
        if symbol is None:
            continue
        kind = symbol.kind if symbol.kind in ("resolution", "decision") else "document"
        dated = DATE.match(string, end)
        date = parse_date(dated["date"]) if dated else None
        found.append(
            Citation(
                start, dated.end() if dated else end, (start, end), symbol.organ, symbol.normal,
                kind, "symbol", date, dated.span("date") if dated else None,
            )
        )  # fmt: skip
    return found


def _with_date(one: Citation, date: dt.date | None, date_range: Range | None) -> Citation:
    return one if one.date else replace(one, date=date, date_range=date_range)


def _alone(one: Citation) -> Citation:
    return replace(one, list_id=None)
