"""Citations that point to the latest word on something, and what the latest word is now.

A list that names several members of a series grows ("70/179, 72/195 and 74/176" gets 76/186
behind it); one that names a single member is moved on to the newest. What recites history
(drafter.un.recital) is told apart and only asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.suggest.case import Case
from drafter.suggest.latest import later, since_loaded
from drafter.suggest.own_series import own_series
from drafter.un.citations import Citation
from drafter.un.recital import recital
from drafter.un.symbols import parse_symbol

Standing = Literal["current", "doubtful", "history"]

_POINTING = re.compile(
    r"\b(?:recalling|recalls|recall|reaffirming|reaffirms|reiterating|reiterates|bearing|taking|"
    r"takes|noting|notes|mindful|guided|considering|considered|welcoming|welcomes|underlining|"
    r"acknowledging|emphasizing|stressing|reconfirming|affirming)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\bthat\b|\bwhich\b|\brequest(?:s|ed|ing)?\b|\bcall(?:s|ed|ing)? (?:up)?on\b"
                    r"|\binvit(?:e|es|ed|ing)\b|\bdecid(?:es|ed|ing)\b", re.IGNORECASE)  # fmt: skip
_TOLD = re.compile(r",?\s+which\s+(?!(?:is|are)\b)\w+")
_MOST_RECENT = re.compile(r"\bmost\s+recent(?:ly)?\b|\blatest\b", re.IGNORECASE)
_NAMED_NEXT = re.compile(
    r"(?:,|\b(?:and|including|in particular|namely|as well as|most recently|further|also))\s+$"
)
"""Right before "its resolution": another item of the recital, whatever clause stood between."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One cited resolution and the newest of its series."""

    target: str
    citation: Citation
    newest: tuple[str, ...]
    """Symbols of the members that came later, ascending; empty where there is none."""
    own: bool
    """The series is the loaded text's own."""
    standing: Standing
    reason: str
    """Why it is history or doubtful; empty where it is current."""
    kind: str = ""
    """The kind of recital (drafter.un.recital), or empty."""


@dataclass(frozen=True, slots=True)
class PointerList:
    """Citations that stand in one list, or a single one."""

    target: str
    items: tuple[Pointer, ...]
    most_recent: bool
    """The text itself says that these are the most recent ones."""
    in_note: bool

    @property
    def standing(self) -> Standing:
        """Current only if every item that has something newer is."""
        kinds = {item.standing for item in self.items if item.newest}
        return "history" if "history" in kinds else "doubtful" if "doubtful" in kinds else "current"


def pointer_lists(case: Case) -> tuple[PointerList, ...]:
    """Every list and single citation of resolutions in the body and its footnotes, in order."""
    return tuple(_all(case))


def _all(case: Case) -> Iterator[PointerList]:
    own = own_series(case)
    for target, citations in case.citations.items():
        in_note = target in case.notes_of_body
        groups: dict[object, list[Citation]] = {}
        for index, one in enumerate(citations):
            if one.kind == "resolution" and parse_symbol(one.symbol):
                key = one.list_id if one.list_id is not None else f"single {index}"
                groups.setdefault(key, []).append(one)
        for group in groups.values():
            recent = _is_recent(case, target, group, in_note)
            items = tuple(_pointer(case, target, one, own, in_note, recent, len(group))
                          for one in group)  # fmt: skip
            yield PointerList(target, items, recent, in_note)


def _pointer(
    case: Case, target: str, one: Citation, own: frozenset[str], in_note: bool, recent: bool,
    size: int,
) -> Pointer:  # fmt: skip
    string = case.text(target)
    is_own = one.symbol in own
    standing: Standing = "current"
    reason = ""
    told = recital(string, one)
    if told is not None:
        standing, reason = "history", told.reason
    elif _TOLD.match(string, one.descriptor[1] if one.descriptor else one.end):
        standing, reason = "history", "the text tells what that resolution said"
    elif in_note:
        if not recent and size < 2:
            standing, reason = "history", "the note names the text that the paragraph speaks of"
    elif not recent and not _points(string, one):
        standing, reason = "doubtful", "the text does not simply recall it"
    kind = told.kind if told else ""
    newest = () if kind in ("founding", "annex") else _later(case, one, is_own)
    return Pointer(target, one, newest, is_own, standing, reason, kind)


def _later(case: Case, one: Citation, is_own: bool) -> tuple[str, ...]:
    """What came after a cited text; in its own series the loaded text, and what followed it."""
    if is_own:
        own = case.own.symbol
        return (own, *case.once(since_loaded)) if own and own != one.symbol else ()
    return () if one.organ == "S" else later(case, one)


def _points(string: str, one: Citation) -> bool:
    """Whether the sentence only recalls the resolution: a verb of recalling before it and no
    other clause between."""
    start = one.lead_range[0] if one.lead_range else one.start
    clause = max(string.rfind(";", 0, start), 0)
    verbs = list(_POINTING.finditer(string, clause, start))
    if not verbs:
        return False
    between = string[verbs[-1].end() : start]
    if one.lead == "its" and string.startswith("its", start) and _NAMED_NEXT.search(between):
        return True
    return not _BREAK.search(between) and len(between) <= 400


def _is_recent(case: Case, target: str, group: Iterable[Citation], in_note: bool) -> bool:
    first = next(iter(group))
    start = first.lead_range[0] if first.lead_range else first.start
    if not in_note:
        return _said_recent(case, target, start)
    paragraph, at = case.notes_of_body[target]
    return bool(_MOST_RECENT.search(case.text(paragraph), max(0, at - 120), at))


def _said_recent(case: Case, target: str, start: int) -> bool:
    """Whether "the most recent" stands close before a list, other lists between left aside."""
    string = case.text(target)
    said = list(_MOST_RECENT.finditer(string, 0, start))
    if not said:
        return False
    between = set(range(said[-1].end(), start))
    for one in case.citations[target]:
        between.difference_update(range(one.start, one.end))
    return len(between) <= 120
