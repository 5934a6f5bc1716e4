"""Take note of reports and documents; of facts, note. Source: DOMAIN rule 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.check.case import Case, Passage, matches
from drafter.model import Finding, Kind, ReplaceText, reword
from drafter.un.dates import SPACE

NAMES = ("take-note",)
_S = f"{SPACE}+"
_FACTS = (
    "signing|signature|fact|role|importance|need|cooperation|increase|decrease|growth|lack|absence"
)
_EVENTS = "holding|convening|launch|launching|creation|opening|entry|continuation|existence"
"""Official texts also take note of these."""
_PHRASE = re.compile(
    rf"\b(?P<verb>takes?|taking){_S}(?P<chain>(?:also|further){_S})?note"
    rf"(?P<behind>{_S}(?:also|further|with{_S}[\w ]{{3,30}}?))?{_S}"
    rf"(?:(?P<that>that)\b|(?P<of>of){_S}(?:the{_S})?(?:(?P<fact>{_FACTS})|{_EVENTS})\b)",
    re.IGNORECASE,
)
_SINGLE = {"take": "note", "takes": "notes", "taking": "noting"}


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings where a text takes note of a fact."""
    if not passage.body:
        return
    string = passage.string
    for match in matches(_PHRASE, string, "note"):
        verb = _SINGLE[match["verb"].lower()]
        if match["verb"][0].isupper():
            verb = verb.capitalize()
        behind = f"{match['chain'] or ''}{(match['behind'] or '').strip()}".strip()
        if match.start() == 0 and passage.kind is Kind.OPERATIVE:
            verb = "Notes"  # also of "Take note", the imperative
        words = f"{verb} {behind}".strip()
        end = match.end("that") if match["that"] else match.end("of")
        fix = f"{words} that" if match["that"] else words
        severity = "warning" if match["that"] or match["fact"] else "note"
        found = case.finding(
            "take-note", severity, passage.id, match.start(), end,
            "One takes note of reports and documents; a fact is noted "
            f"(“{words}{' that' if match['that'] else ''} …”).", "DOMAIN rule 7",
        )  # fmt: skip
        yield replace(found, fix=_reworded(case, passage, match.start(), end, fix, len(words)))


def _reworded(
    case: Case, passage: Passage, start: int, end: int, string: str, verb: int
) -> ReplaceText:
    """The change; the new verb phrase, so many code points, is italic where the old one was."""
    change = reword(case.resolution, passage.id, start, end, string)
    italic = bool(change.before.emphasis) and change.before.emphasis[0][0] == 0
    emphasis = ((0, verb),) if italic else ()
    return replace(change, after=replace(change.after, emphasis=emphasis))
