"""A report is asked for at a session that is still to come.

Source: DOMAIN rule 12: one asked for at the very session that adopts the text is asked about,
never mended (78/226 does it, 7 of 906 measured); an earlier session is a leftover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, Kind
from drafter.un.dates import SPACE
from drafter.un.sessions import find_sessions, ordinal_words

NAMES = ("report-back",)
_ASKS = re.compile(
    r"\b(?:report|submit|provisional agenda|inform|brief|present|consider|update|convene)", re.I
)
_REQUEST = re.compile(r"\b(?:requests?|decides?|invites?|also|further)\b", re.I)


def check(case: Case) -> Iterator[Finding]:
    """Findings on sessions that operative paragraphs look forward to."""
    session = case.session
    if session is None or case.organ not in ("A", "A/HRC", "E"):
        return
    for paragraph in case.body:
        if paragraph.kind is Kind.PREAMBULAR:
            continue
        string = paragraph.text.string
        if not (_ASKS.search(string) and _REQUEST.search(string[:60])):
            continue
        for mention in find_sessions(string):
            before = string[max(0, mention.whole[0] - 40) : mention.whole[0]]
            if mention.kind != ("year" if case.organ == "E" else "regular") or not re.search(
                rf"\bat{SPACE}+its{SPACE}+(?:\w+{SPACE}+)?$", before
            ):
                continue
            submits = re.search(
                rf"(?:submit|report|present|provide|inform|update)\b[^;]{{0,90}}(?:General{SPACE}+)?"
                rf"(?:Assembly|Council),?{SPACE}+at{SPACE}+its{SPACE}+(?:\w+{SPACE}+)?$",
                string[: mention.whole[0]],
            )  # fmt: skip
            number = int(mention.session)
            if not submits or number > session or number < session - 4:
                continue
            words = str(session) if case.organ == "E" else ordinal_words(session)
            yield case.finding(
                "report-back", "note" if number == session else "warning", paragraph.id,
                mention.start, mention.end,
                f"The text is adopted at the {words} session; is the report meant for "
                + ("that very session?" if number == session else "a session that is past?"),
                "DOMAIN rule 12",
            )  # fmt: skip
