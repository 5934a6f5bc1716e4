"""Agenda items: the masthead's, which is numbered anew each session, and those an operative
paragraph names by their titles.

The item's title is checked against the titles the catalogue knows, the item itself is asked.
Source: DOMAIN, "What changes each cycle"; titles of agenda items from the United Nations' metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from drafter.model import Kind, SetMasthead, Suggestion
from drafter.suggest.case import Case, short, suggestion
from drafter.un import organs
from drafter.un.dates import SPACE
from drafter.un.series import title_key

if TYPE_CHECKING:
    from drafter.un.catalogue import Entry

_QUOTED = re.compile(rf"\bitem{SPACE}+entitled{SPACE}+[“\"](?P<title>[^”\"]{{4,600}})[”\"]")
_NEAR = 88
"""Likeness, in per cent, from which a title is a known one miswritten, or changed since."""


def rule(case: Case) -> Iterable[Suggestion]:
    """The masthead's item, and the quoted titles of items."""
    yield from _masthead(case)
    titles: dict[str, Entry] | None = None
    for paragraph in case.body:
        if paragraph.kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            continue
        for match in _QUOTED.finditer(paragraph.text.string):
            if titles is None:
                titles = _known(case)
            made = _corrected(case, paragraph.id, match, titles)
            if made:
                yield made


def from_elsewhere(case: Case) -> bool:
    """Whether the masthead's agenda item is another organ's: of the Assembly that adopted the
    loaded text, where the draft is tabled in a commission of the Council."""
    here = organs.parent_of(case.cycle.organ)
    if case.own.adopted:
        return organs.parent_of(case.own.organ) != here
    old = case.resolution.masthead.organ
    return old is not None and old != organs.name_of(here)


def _masthead(case: Case) -> Iterable[Suggestion]:
    old = case.resolution.masthead
    if case.cycle.agenda_item is not None or not old.agenda_item or from_elsewhere(case):
        return
    now = _item_now(case, old.agenda_title or "")
    if now is not None and now.agenda_item == old.agenda_item:
        return
    number = now.agenda_item if now else None
    reason = "Agenda items are numbered anew each session; please put in this one’s."
    if now is not None:
        reason = f"Under item {number} this session adopted {short(now.symbol)}; please look."
    evidence = case.evidence(now.symbol) if now else ()
    change = SetMasthead("agenda_item", old.agenda_item, number)
    key = f"agenda|{old.agenda_item}|{number}"
    yield suggestion("agenda-item", "ask", change, key, reason, evidence)


def _item_now(case: Case, title: str) -> Entry | None:
    """What the adopting session has adopted under an item of the same title."""
    if not title:
        return None
    found = [
        entry
        for entry in case.catalogue.under_item(title, case.cycle.adopting, case.cycle.date)
        if entry.session == case.cycle.adopting_session and entry.agenda_item
    ]
    return found[-1] if found else None


def _known(case: Case) -> dict[str, Entry]:
    """Titles of agenda items and their parts, lower case, each with the newest text under it."""
    known: dict[str, Entry] = {}
    for entry in case.catalogue.by_item(case.own.organ, case.cycle.date):
        title = _plain(entry.agenda_title)
        head, _, rest = title.partition(": ")
        for part in (title, head, rest):
            if part:
                known[part] = entry
    return known


def _corrected(
    case: Case, target: str, match: re.Match[str], titles: dict[str, Entry]
) -> Suggestion | None:
    said = _plain(match["title"])
    if said in titles or not titles:
        return None
    best = process.extractOne(said, titles.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best is None or title_key(best[0]) == title_key(said):
        return None
    entry = titles[best[0]]
    at = _plain(entry.agenda_title).find(best[0])
    after = _spaced(entry.agenda_title)[at : at + len(best[0])]
    start, end = match.span("title")
    return case.replace(
        "agenda-title", "ask", target, start, end, after[:1].upper() + after[1:],
        f"Under this title {short(entry.symbol)} was adopted; please look which one it is now.",
        case.evidence(entry.symbol),
    )  # fmt: skip


def _plain(title: str) -> str:
    return _spaced(title).lower()


def _spaced(title: str) -> str:
    """One kind of space, hyphen and apostrophe; as long as a title has no doubled spaces."""
    plain = re.sub("[\u200b-\u200f\u2060\ufeff]", "", title)
    return " ".join(re.sub("[‐‑]", "-", plain).replace("'", "’").split())
