"""From adopted to draft: what only an adopted text has goes, what a draft has comes.

Adoption lines, "Draft resolution III" of a committee report and the closing go; the submitters'
line and the fixed chapeau of a commission come; the masthead is the new document's.
Source: DOMAIN (S3 to S2 to S4; S0:1, S0:4-6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import (
    Change,
    DeleteParagraph,
    Group,
    InsertParagraph,
    Kind,
    Paragraph,
    SetAttribute,
    SetMasthead,
    Suggestion,
    Text,
)
from drafter.model.resolution import MastheadField
from drafter.suggest.case import Case, suggestion
from drafter.suggest.rules.agenda import from_elsewhere
from drafter.un import organs

_NUMBERED = re.compile(r"Draft (?:resolution|decision)(?:\s+[IVXLC\d]+)?\.?", re.IGNORECASE)


def rule(case: Case) -> Iterable[Suggestion]:
    """The lines around the text, and its masthead."""
    yield from _head(case)
    yield from _closing(case)
    yield from _masthead(case)


def _head(case: Case) -> Iterable[Suggestion]:
    """What stands above the title, as one step: lines of adoption go, those of a draft come."""
    rows = case.resolution.paragraphs
    titles = [i for i, p in enumerate(rows) if p.kind is Kind.TITLE]
    if not titles:
        return
    title = next((i for i in titles if not rows[i].section), titles[0])
    above = rows[:title]
    gone = [p for i, p in enumerate(rows) if _outer(case, p) or (i < title and _goes(case, p))]
    ids = {p.id for p in gone}
    changes: list[Change] = []
    for i in range(len(rows) - 1, -1, -1):
        if rows[i].id in ids:
            changes.append(DeleteParagraph(rows[i - 1].id if i else None, rows[i]))
    if any(_outer(case, p) for p in gone) and rows[title].section == "OUTER":
        changes.append(SetAttribute(rows[title].id, "section", "OUTER", ""))
    kept = [p for p in above if p.id not in ids]
    anchor = kept[-1].id if kept else None
    taken: list[str] = []
    for kind, words in _lines(case, kept):
        fresh = case.resolution.fresh_id("p", taken)
        taken.append(fresh)
        changes.append(InsertParagraph(anchor, Paragraph(fresh, kind, Text(words))))
        anchor = fresh
    if not changes:
        return
    key = "|".join([*(p.id for p in gone), *(words for _, words in _lines(case, kept))])
    reason = "The lines of an adopted text go and those of a draft come." if gone else (
        "A draft tabled here opens with these lines."
    )  # fmt: skip
    yield suggestion("stage", "certain", _one(changes), key, reason, (case.own_evidence,))


def _outer(case: Case, paragraph: Paragraph) -> bool:
    """Whether it belongs to the resolution by which another organ sent this text on."""
    return (
        paragraph.section == "OUTER"
        and case.cycle.organ != "E"
        and paragraph.kind not in (Kind.CLOSING, Kind.TITLE)
    )


def _goes(case: Case, paragraph: Paragraph) -> bool:
    if paragraph.kind is Kind.ADOPTION:
        return True
    if paragraph.kind is Kind.CHAPEAU:
        return not paragraph.section and organs.parent_of(case.cycle.organ) == "A"
    heading = paragraph.kind in (Kind.HEADING, Kind.PLAIN)
    return heading and bool(_NUMBERED.fullmatch(paragraph.text.string.strip()))


def _lines(case: Case, kept: list[Paragraph]) -> list[tuple[Kind, str]]:
    """The lines a draft has above its title and this text has not."""
    there = {p.kind for p in kept}
    cycle = case.cycle
    lines: list[tuple[Kind, str]] = []
    if cycle.submitters and Kind.SUBMITTERS not in there:
        states = _joined(cycle.submitters)
        lines.append((Kind.SUBMITTERS, case.library.render("mastheads/submitters", states=states)))
    if Kind.CHAPEAU not in there and cycle.organ.startswith("E/CN"):
        name = {"A": "chapeaux/commission-to-assembly", "E": "chapeaux/commission-to-council"}.get(
            cycle.adopting
        )
        if name:
            words = case.library.render(name, tabling=cycle.organ)
            lines.append((Kind.CHAPEAU, words))
    return lines


def _closing(case: Case) -> Iterable[Suggestion]:
    rows = case.resolution.paragraphs
    gone = [i for i, p in enumerate(rows) if p.kind is Kind.CLOSING or _vote(p)]
    changes: list[Change] = [
        DeleteParagraph(rows[i - 1].id if i else None, rows[i]) for i in reversed(gone)
    ]
    if changes:
        reason = "A draft has no meeting, date and vote of adoption."
        key = "|".join(rows[i].id for i in gone)
        yield suggestion("stage", "certain", _one(changes), key, reason)


def _vote(paragraph: Paragraph) -> bool:
    """ "[Adopted without a vote.]" below the closing of a Human Rights Council text."""
    words = paragraph.text.string.strip()
    return paragraph.kind is Kind.PLAIN and bool(re.match(r"\[Adopted\b[^\]]*\]", words))


def _masthead(case: Case) -> Iterable[Suggestion]:
    old, cycle = case.resolution.masthead, case.cycle
    parent = organs.parent_of(cycle.organ) if cycle.organ != "A/HRC" else cycle.organ
    subsidiary = parent != cycle.organ
    fields: list[tuple[MastheadField, object]] = [
        ("organ", organs.name_of(parent)),
        ("committee", organs.name_of(cycle.organ) if subsidiary else None),
        ("symbol", None),
        ("session", cycle.session or None),
        ("date", cycle.date),
        ("issued", None),
        ("distribution", "Limited"),
        ("job_number", None),
    ]
    elsewhere = from_elsewhere(case)
    if cycle.agenda_item is not None or elsewhere:
        fields.append(("agenda_item", cycle.agenda_item))
    if elsewhere:
        fields.append(("agenda_title", None))
    if cycle.submitters:
        fields.append(("submitters", cycle.submitters))
    changes: list[Change] = []
    for field, after in fields:
        before = getattr(old, field)
        if before != after:
            changes.append(SetMasthead(field, before, after))
    if changes:
        reason = "The masthead is the new document’s; its symbol comes with its issue."
        key = f"masthead|{cycle.organ}|{cycle.session}|{cycle.date}|{cycle.agenda_item}"
        yield suggestion("stage", "certain", _one(changes), key, reason)


def _one(changes: list[Change]) -> Change:
    return changes[0] if len(changes) == 1 else Group(tuple(changes))


def _joined(states: tuple[str, ...]) -> str:
    if len(states) < 2:
        return "".join(states)
    return f"{', '.join(states[:-1])} and {states[-1]}"
