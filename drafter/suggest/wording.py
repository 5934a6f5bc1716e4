"""Citations, dates, titles and lists in words, all through templates."""

from __future__ import annotations

import datetime as dt
import re

from drafter.suggest.case import Case
from drafter.un.citations import Citation
from drafter.un.symbols import parse_symbol


def cited(case: Case, symbol: str, date: dt.date | None) -> str:
    """A resolution as the templates cite it: with its date, or without."""
    if date is None:
        return case.library.render("citations/undated", resolution=symbol)
    return case.library.render("citations/dated", resolution=symbol, date=date)


def date_of(case: Case, symbol: str) -> dt.date | None:
    """Day of adoption; None where only the year is known."""
    if symbol == case.own.symbol:
        return case.own.date
    entry = case.catalogue.get(symbol, as_of=case.cycle.date)
    return entry.date if entry and not entry.year_only else None


def title_of(case: Case, symbol: str) -> str:
    """Title of a resolution; "" where it is not known."""
    if symbol == case.own.symbol:
        return case.own.title
    entry = case.catalogue.get(symbol, as_of=case.cycle.date)
    return entry.title if entry else ""


def number_and_date(citation: Citation) -> tuple[int, int]:
    """Range of a citation's number with the date behind it."""
    end = citation.number[1]
    if citation.date_range and citation.date_range[0] - end < 40:
        end = citation.date_range[1]
    return citation.number[0], max(end, citation.number[1])


def descriptor(case: Case, words: str, symbol: str) -> str:
    """The words “entitled …” or “on …” with another resolution's title, as ``words`` has them."""
    title = title_of(case, symbol)
    if words.startswith("entitled"):
        return case.library.render("citations/entitled", title=title)
    return case.library.render("citations/on-subject", title=lowered(title))


def subject(words: str) -> str:
    """What a descriptor names: without "entitled", "on" and quotation marks."""
    return re.sub(r"^(?:entitled|on|concerning|regarding|relating to)\s+[“\"]?|[”\"]$", "", words)


def lowered(title: str) -> str:
    """A title as it stands in mid-sentence: its first word small, unless it begins a name."""
    words = title.split()
    if not words or words[0][1:2].isupper():
        return title
    if len(words) > 1 and words[1][:1].isupper() and words[0] not in ("The", "A", "An"):
        return title
    return title[:1].lower() + title[1:]


def listed(case: Case, items: list[str]) -> str:
    """ "68/178, 68/187 and 69/197"."""
    if len(items) < 2:
        return "".join(items)
    return case.library.render("citations/list", items=", ".join(items[:-1]), last=items[-1])


def order(symbol: str) -> tuple[int, int, str]:
    """Sort key of a resolution among those of its organ."""
    parsed = parse_symbol(symbol)
    return parsed.order if parsed else (0, 0, symbol)
