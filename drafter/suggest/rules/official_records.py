"""A body's yearly report, a supplement to the Official Records: the one of this cycle's session.

"Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 13 (A/78/13)": the
supplement keeps its number, the session is the adopting one. Where the paragraph speaks of what
that session's report held, or the note stands behind a resolution, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.templates import rewrite
from drafter.un.dates import SPACE
from drafter.un.sessions import parse_session, same_style

_REPORT = re.compile(rf"\breports?(?:{SPACE}+[^,;]{{1,300}})?[,;]?{SPACE}*$", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:taking note|takes note|having (?:considered|examined|received)|considering|welcomes|"
    r"welcoming|endorses|endorsing|notes|noting|commends|expresses its appreciation)\b",
    re.IGNORECASE,
)


def rule(case: Case) -> Iterable[Suggestion]:
    """Footnotes that name the supplement of the session which adopted the loaded text."""
    step, own = case.step, case.own
    if step is None or own.session is None or own.organ != "A":
        return
    for note_id, (paragraph, at) in case.notes_of_body.items():
        before = case.text(paragraph)[:at]
        if not (_REPORT.search(before) and _TAKEN.search(before)):
            continue
        if any(one.end >= at - 2 for one in case.citations[paragraph] if one.end <= at):
            continue
        note = case.text(note_id)
        for finder, writer in case.library.finders("footnotes"):
            if {slot.type for slot in finder.slots} != {"session", "number", "symbol"}:
                continue
            match = next((m for m in finder.find(note) if m.start <= len("See ")), None)
            if match is None:
                continue
            said = match.value("session")
            session = parse_session(f"{said.lower()} session")
            symbol = match.value("symbol")
            if session != str(own.session) or not symbol.startswith(f"A/{session}/"):
                continue
            new = same_style(str(own.session + step), said)
            values = {
                "session": new,
                "symbol": symbol.replace(f"A/{session}/", f"A/{own.session + step}/", 1),
            }
            made = case.replace(
                "official-records", "likely", note_id, match.start, match.end,
                rewrite(match, writer, values),
                f"The report of the session that adopts: {own.session + step}.",
            )  # fmt: skip
            if made:
                yield made
            break
