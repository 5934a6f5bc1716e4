"""The document of a report taken note of: this cycle's, where the catalogue knows it, else asked
with the year or session filled in. E/CN.15/{year}/{serial}, A/{session}/{serial}.
Source: DOMAIN (S0 to S4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case
from drafter.un import organs
from drafter.un.dates import SPACE

_REPORT = re.compile(
    rf"\b(?:reports?{SPACE}+(?:of|by|prepared{SPACE}+by)|notes?{SPACE}+(?:prepared{SPACE}+)?by)"
    rf"{SPACE}+(?:the{SPACE}+)?(?P<rest>(?:[^,;]|,(?!{SPACE}+(?:and{SPACE}+)?(?:also{SPACE}+)?\w+ing\b))*)$",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"(?P<head>[A-Z]+(?:/[A-Z][\w.]*)*)/(?P<at>\d{2,4})/(?P<serial>\d+)(?P<tail>.*)"
)
BLANK = "…"
"""Stands for the serial that only the new document has."""


def rule(case: Case) -> Iterable[Suggestion]:
    """Footnotes that are the symbol of last cycle's report."""
    if case.years is None or case.own.session is None:
        return
    for note_id, (paragraph, at) in case.notes_of_body.items():
        note = case.text(note_id)
        for finder, writer in case.library.finders("footnotes"):
            if [slot.type for slot in finder.slots] != ["symbol"]:
                continue
            match = next(
                (m for m in finder.find(note) if m.start == 0 and len(note) - m.end < 2), None
            )
            before = case.text(paragraph)[:at].rstrip(" ,;\u00a0")
            said = _REPORT.search(before)
            if match is None or said is None:
                continue
            symbol = match.value("symbol").rstrip(".")
            found = _next(case, symbol, said["rest"])
            if found is None:
                continue
            new, confidence, reason = found
            after = writer.render({"symbol": new})
            if not note.rstrip().endswith("."):
                after = after.rstrip(".")
            made = case.replace(
                "report", confidence, note_id, match.start, match.end, after, reason,
                case.evidence(new),
            )  # fmt: skip
            if made:
                yield made
            break


def _next(case: Case, symbol: str, phrase: str) -> tuple[str, Confidence, str] | None:
    parts = _SERIAL.fullmatch(symbol)
    if parts is None:
        return None
    organ = organs.organ_of_symbol(symbol) or ""
    at, own = int(parts["at"]), case.own
    assert case.years is not None and own.session is not None
    if at > 1900:
        year = own.date.year if own.date else None
        if year is None and own.organ == "A":
            year = 1945 + own.session
        if year is None or not year - 1 <= at <= year:
            return None
        session = str(at + case.years)
        if organ == case.cycle.organ and case.cycle.date.year - at in (case.years, case.years + 1):
            session = str(case.cycle.date.year)
    elif parts["head"] == "A":
        if own.organ != "A" or not own.session - 1 <= at <= own.session:
            return None
        session = str(at + case.years)
    else:
        return None
    about = _about(phrase)
    known = [
        entry
        for entry in case.catalogue.reports(
            about, organ=organ or None, session=session, as_of=case.cycle.date
        )
        if about and entry.symbol != symbol
    ]
    if len(known) == 1:
        return known[0].symbol, "likely", "The catalogue knows this cycle’s report."
    new = f"{parts['head']}/{session}/{BLANK}"
    return new, "ask", "This cycle’s report has a serial of its own; please fill it in."


def _about(phrase: str) -> str:
    """“Secretary-General on technical assistance” is about technical assistance; "" where the
    words do not say what a report is about."""
    found = re.search(r"\b(?:on|entitled)\s+(?P<about>.+)", phrase)
    return found["about"] if found else ""
