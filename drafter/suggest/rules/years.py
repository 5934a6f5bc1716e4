"""Years that stand for the cycle: a date ahead of the loaded text moves on with it, as a question.

"No later than December 2025" in a text of 2023 asks for a look in 2025; "the 2030 Agenda" is a
name. Sessions named by a year are a matter of the session rule. Source: 78/228, operative 5 and 31,
whose years lay ahead of the text and behind its successor; no rule of the United Nations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Kind, Suggestion
from drafter.suggest.case import Case
from drafter.suggest.periods import next_after, on_a_basis, period
from drafter.un.dates import SPACE, find_dates

_YEAR = re.compile(
    rf"\b(?P<before>in|by|during|for|until|before|throughout|of|than|January|February|March|April|"
    rf"May|June|July|August|September|October|November|December|the){SPACE}+(?P<year>20\d\d)\b"
    r"(?!\s*[–-]\s*\d|\s+(?:Agenda|session|World|Declaration|Political|Outcome|Programme|Plan))"
)
_BIENNIUM = re.compile(r"\bbiennium\s+(?P<year>20\d\d)[–-](?P<end>20\d\d)")
_AHEAD = re.compile(
    r"\b(?:requests?|decides?|invites?|encourages?|calls?|urges?|looks?\s+forward|to\s+be|will|"
    r"shall|no\s+later|convene|next)\b",
    re.IGNORECASE,
)


def rule(case: Case) -> Iterable[Suggestion]:
    """Years ahead of the loaded text, in operative paragraphs that ask for something."""
    step, own = case.years, case.own
    if step is None or own.session is None or own.organ != "A":
        return
    adopted = own.date.year if own.date else 1945 + own.session
    for paragraph in case.body:
        string = paragraph.text.string
        if paragraph.kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) or not _AHEAD.search(string):
            continue
        dates = [(a, b) for a, b, _ in find_dates(string)]
        for match in _YEAR.finditer(string):
            year = int(match["year"])
            start, end = match.span("year")
            if not adopted < year <= adopted + step + 1:
                continue
            if any(a <= start < b for a, b in dates):
                continue
            if year > case.cycle.date.year + 1:
                continue  # it lies ahead of the new text too
            every = period(string)
            new = next_after(year, case.cycle.date.year, every) if every else year + step
            reason = (
                f"{year} lay ahead of the loaded text, and the text says it comes again; the next "
                f"time is {new}."
                if every
                else f"{year} lay ahead of the loaded text; {_years(step)} on it is {new}."
            )
            sure = "likely" if on_a_basis(string) else "ask"
            made = case.replace(
                "year", sure, paragraph.id, start, end, str(new), reason, (case.own_evidence,)
            )
            if made:
                yield made
        for match in _BIENNIUM.finditer(string):
            after = f"biennium {int(match['year']) + 2}–{int(match['end']) + 2}"
            made = case.replace(
                "year", "ask", paragraph.id, match.start(), match.end(), after,
                "The biennium of the loaded text; please look which one is meant now.",
            )  # fmt: skip
            if made:
                yield made


def _years(count: int) -> str:
    return "one year" if count == 1 else f"{count} years"
