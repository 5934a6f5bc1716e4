"""Sessions that a body's report tells of: this cycle's report tells of a later one.

"The report of the International Law Commission on the work of its seventy-third session" is, a
year on, that of its seventy-fourth. Bodies that meet once a year count on with the years; where
the session's days or place are told behind it, or the body is not known to meet yearly, it is
asked. Source: the reports named in the catalogue's titles (74/186, 75/135, 76/111, 77/103: the
Commission's seventy-first to seventy-third sessions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Kind, Paragraph, Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case
from drafter.un.dates import SPACE
from drafter.un.sessions import ORDINAL_PATTERN, find_sessions, same_style
from drafter.un.yearly import YEARLY, session_in

_REPORT = re.compile(
    rf"\b[Rr]eports?{SPACE}+of{SPACE}+(?:the{SPACE}+)?(?P<body>[A-Z][^,;.:]{{3,150}}?){SPACE}+"
    rf"on{SPACE}+(?:the{SPACE}+work{SPACE}+of{SPACE}+)?its{SPACE}+(?:reconvened{SPACE}+)?(?={ORDINAL_PATTERN}{SPACE}+"
    rf"session|(?:20\d\d){SPACE}+session)"
)
_AHEAD = -2
"""Years before its session by which a report is put on a provisional agenda."""
_HELD = re.compile(rf",?{SPACE}+(?:held|convened|which{SPACE}+was|in{SPACE}+\w+{SPACE}+from)\b")
_TOLD = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TITLE)


def rule(case: Case) -> Iterable[Suggestion]:
    """Reports of bodies on their sessions, in the text and in its title."""
    years, own = case.years, case.own
    if years is None or own.date is None or own.organ not in ("A", "E"):
        return
    titles = case.resolution.of_kind(Kind.TITLE)
    for paragraph in (*titles, *case.body):
        if paragraph.kind in _TOLD and "session" in paragraph.text.string:
            yield from _in(case, paragraph, years, own.date.year)


def _in(case: Case, paragraph: Paragraph, years: int, year: int) -> Iterable[Suggestion]:
    string = paragraph.text.string
    for match in _REPORT.finditer(string):
        mention = next((m for m in find_sessions(string) if m.start == match.end()), None)
        if mention is None or not mention.session.isdigit():
            continue
        number = int(mention.session)
        body = _full_name(case, match["body"].removeprefix("the ").strip(), number, year)
        new, confidence = _next(body, number, years, year)
        if new is None:
            continue
        if _HELD.match(string, mention.whole[1]):
            confidence = "ask"
        after = same_style(str(new), string[mention.start : mention.end])
        made = case.replace(
            "reported-session", confidence, paragraph.id, mention.start, mention.end, after,
            "Each cycle takes up the report on the session since the last one.",
            (case.own_evidence,),
        )  # fmt: skip
        if made:
            yield made


def _next(body: str, number: int, years: int, year: int) -> tuple[int | None, Confidence]:
    """The session reported on now, and how sure that is; None where the old one was history."""
    if number > 1900:
        return (number + years, "likely") if 0 <= year - number <= 1 else (None, "ask")
    code = YEARLY.get(body)
    if code is None:
        return (number + 1, "ask") if years == 1 else (None, "ask")
    if not _AHEAD <= session_in(code, year) - number <= 1:
        return None, "ask"
    return number + years, "likely"


def _full_name(case: Case, body: str, number: int, year: int) -> str:
    """The yearly body that a short name ("the Commission") stands for: the one that the title
    names and whose session of that year it is."""
    if body in YEARLY or len(body.split()) > 2:
        return body
    fits = [
        name
        for name, code in YEARLY.items()
        if name.endswith(body) or body.split()[-1] in name.split()
        if name in case.own.title and _AHEAD <= session_in(code, year) - number <= 1
    ]
    return fits[0] if len(fits) == 1 else body
