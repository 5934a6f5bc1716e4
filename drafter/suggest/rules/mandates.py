"""The latest Security Council resolution that extended a mandate, and until when.

"Resolution 2650 (2022) of 31 August 2022, by which the Council extended the mandate of the Force
until 31 August 2023": the Council's index says of each extension which mandate and until when, so
symbol, date and end move on together. Source: the catalogue's titles of Council resolutions.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.model import Evidence, Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case, short
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import cited, number_and_date
from drafter.un.citations import Citation
from drafter.un.dates import SPACE, find_dates, format_date, parse_date

if TYPE_CHECKING:
    from drafter.un.catalogue import Entry

_EXTENDED = re.compile(
    rf"[^;]{{0,40}}?\b(?:extend|renew)(?:ed|s|ing)?{SPACE}+the{SPACE}+mandate\b[^;]*?"
    rf"\b(?:until|to){SPACE}+(?=\d)"
)
_LATEST = re.compile(r"\b(?:latest|most\s+recent|most\s+recently|last)\b")
_UNTIL = re.compile(r"\b(?:until|to|through)\s+(?P<date>\d{1,2}\s+[A-Za-z]+\.?\s+\d{4})\s*$")


def rule(case: Case) -> Iterable[Suggestion]:
    """Citations of a Council resolution that extended a mandate which was extended since."""
    for group in case.once(pointer_lists):
        one = group.items[-1].citation
        if one.organ != "S" or group.in_note:
            continue
        entry = case.catalogue.get(one.symbol)
        if entry is None or "mandate" not in entry.title:
            continue
        string = case.text(group.target)
        behind = _EXTENDED.match(string, one.end)
        start = one.lead_range[0] if one.lead_range else one.start
        if behind is None and not _LATEST.search(string, max(0, start - 80), start):
            continue
        newest = _newest(case, entry)
        if newest is not None:
            made = _moved(case, group.target, one, entry, newest, behind)
            if made:
                yield made


def _moved(
    case: Case, target: str, one: Citation, old: Entry, new: Entry, behind: re.Match[str] | None
) -> Suggestion | None:
    string = case.text(target)
    start, end = number_and_date(one)
    after = cited(case, new.symbol, new.date if one.date else None)
    confidence: Confidence = "ask"
    if behind:
        said = next((d for d in find_dates(string[behind.end() : behind.end() + 30])), None)
        until = _until(new)
        if said and until and said[0] == 0 and said[2] == _until(old):
            stop = behind.end() + said[1]
            after += string[end : behind.end()] + format_date(until)
            end, confidence = stop, "likely"
    elif not re.match(rf"{SPACE}*,?{SPACE}*(?:in|by|through){SPACE}+which\b", string[one.end :]):
        confidence = "likely"
    reason = f"The Council has extended the mandate since, last by {short(new.symbol)}."
    evidence = (Evidence(new.symbol, new.title, new.date, new.where),)
    return case.replace("mandate", confidence, target, start, end, after, reason, evidence)


def _newest(case: Case, entry: Entry) -> Entry | None:
    """The newest resolution that extended the same mandate."""
    mandate = _mandate(entry)
    since = case.catalogue.related_security_council([entry.symbol], as_of=case.cycle.date, limit=30)
    same = [other for other in since if mandate and _mandate(other) == mandate]
    return max(same, key=lambda other: other.date, default=None)


def _mandate(entry: Entry) -> str:
    """The index's words for a mandate, without its end."""
    return " ".join(_UNTIL.sub("", entry.title.rstrip(" .")).lower().split())


def _until(entry: Entry) -> dt.date | None:
    found = _UNTIL.search(entry.title.rstrip(" ."))
    return parse_date(found["date"]) if found else None
