"""A body's yearly report, a supplement to the Official Records: the one of this cycle's session.

"Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 13 (A/78/13)": the
supplement keeps its number, the session is the adopting one. Where the paragraph speaks of what
that session's report held, or the note stands behind a resolution, it is left alone. Source: the
form of the notes of 78/210 and 78/228; that session and year move on is general knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.templates import Match, rewrite
from drafter.un.dates import SPACE
from drafter.un.sessions import parse_session, same_style

_REPORT = re.compile(rf"\breports?(?:{SPACE}+[^,;]{{1,300}})?[,;]?{SPACE}*$", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:taking note|takes note|having (?:considered|examined|received)|considering|welcomes|"
    r"welcoming|endorses|endorsing|notes|noting|commends|expresses its appreciation)\b",
    re.IGNORECASE,
)

_SUPPLEMENTS = ({"session", "number", "symbol"}, {"year", "number", "symbol"})
"""Types of the slots of a supplement: the Assembly's by session, the Council's by year."""


def rule(case: Case) -> Iterable[Suggestion]:
    """Footnotes that name the supplement of the session which adopted the loaded text."""
    step, own = case.step, case.own
    if step is None or own.session is None or own.organ not in ("A", "E"):
        return
    for note_id, (paragraph, at) in case.notes_of_body.items():
        before = case.text(paragraph)[:at]
        if not (_REPORT.search(before) and _TAKEN.search(before)):
            continue
        if any(one.end >= at - 2 for one in case.citations[paragraph] if one.end <= at):
            continue
        note = case.text(note_id)
        for finder, writer in case.library.finders("footnotes"):
            if {slot.type for slot in finder.slots} not in _SUPPLEMENTS:
                continue
            match = next((m for m in finder.find(note) if m.start <= len("See ")), None)
            values = _now(case, match) if match else None
            if match is None or values is None:
                continue
            made = case.replace(
                "official-records", "likely", note_id, match.start, match.end,
                rewrite(match, writer, values), f"This cycle’s report: {values['symbol']}.",
            )  # fmt: skip
            if made:
                yield made
            break


def _now(case: Case, match: Match) -> dict[str, str] | None:
    """Session or year and symbol of this cycle's report; None where the note names another's."""
    own, step = case.own, case.step
    assert own.session is not None and step is not None
    symbol = match.value("symbol")
    if "session" in match.slots:
        said = match.value("session")
        old, new = own.session, own.session + step
        if parse_session(f"{said.lower()} session") != str(old):
            return None
        when = {"session": same_style(str(new), said)}
    else:
        old = int(match.value("year"))
        new = old + step
        if own.date is None or not 0 <= own.date.year - old <= 1:
            return None
        when = {"year": str(new)}
    head = re.match(rf"[AE]/{old}/", symbol)
    return {**when, "symbol": f"{symbol[:2]}{new}/{symbol[head.end() :]}"} if head else None
