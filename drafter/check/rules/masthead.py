"""Masthead: the session stated is the one of the date, the symbol can be read.

Source: DOMAIN, "What changes each cycle" (session N of the Assembly opens in 1945 + N; the
Commission on Crime Prevention and Criminal Justice holds its Nth in 1991 + N). Organs whose
arithmetic is not certain are left alone, and the Economic and Social Council, whose symbol's year
may be later than the adoption.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, SetMasthead
from drafter.un import organs, sessions
from drafter.un.dates import format_date
from drafter.un.symbols import parse_symbol

NAMES = ("masthead-session", "masthead-symbol")


def check(case: Case) -> Iterator[Finding]:
    """Findings on the masthead."""
    head = case.resolution.masthead
    symbol = parse_symbol(head.symbol) if head.symbol else None
    if head.symbol and symbol is None:
        yield Finding(
            "masthead-symbol", "note", "masthead.symbol", 0, len(head.symbol),
            f"“{head.symbol}” is no document symbol of the usual form.",
            "DOMAIN rule 4 (forms of symbols)",
        )  # fmt: skip
    organ = symbol.organ if symbol else organs.code_of(head.organ or "") or ""
    day = head.date or head.issued
    session = head.session or ""
    stated = sessions.session_number(session)
    if (
        day is None or stated is None
        or organs.parent_of(organ) not in ("A", "E") or organ in ("E", "A/HRC", "S", "")
        or not sessions.organ_sessions_certain(organ)
    ):  # fmt: skip
        return
    expected = sessions.session_at(organ, day)
    if expected and expected != session and abs(int(expected) - stated) <= 5:
        yield Finding(
            "masthead-session", "warning", "masthead.session", 0, len(session),
            f"On {format_date(day)} it is the {sessions.session_phrase(expected)}.",
            "DOMAIN, “What changes each cycle” (sessions)",
            SetMasthead("session", session, expected),
        )  # fmt: skip
