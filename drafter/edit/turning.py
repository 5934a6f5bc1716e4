"""A preambular paragraph made operative, and the other way round: place, opening verb, ending."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.edit.order import settle_endings
from drafter.edit.spelling import words
from drafter.edit.steps import Steps
from drafter.edit.structure import make_kind
from drafter.model import (
    Change,
    Group,
    Kind,
    MoveParagraph,
    Paragraph,
    Resolution,
    reword,
)
from drafter.un.openings import OpeningKind, opening


def turn(resolution: Resolution, paragraph_id: str, kind: Kind) -> Change | None:
    """Make a paragraph preambular or operative: with its sub-paragraphs it goes to where the two
    parts meet, *Recalling* becomes *Recalls*, and the ends of what was moved and of its new
    neighbours follow. None where it is of the kind already or has no part to go to.
    """
    here = resolution.paragraph(paragraph_id)
    if here.kind is kind or here.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return None
    steps = Steps(resolution)
    steps.do(make_kind(resolution, paragraph_id, kind))
    _move(steps, resolution, here, kind)
    _reopen(steps, paragraph_id, kind)
    _end(steps, resolution, paragraph_id)
    return steps.change()


def _move(steps: Steps, first: Resolution, here: Paragraph, kind: Kind) -> None:
    rows = first.paragraphs
    i = first.positions[here.id]
    block = [here.id]
    for below in rows[i + 1 :]:
        if below.kind is not Kind.SUBPARAGRAPH:
            break
        block.append(below.id)
    root, last = Kind.PLAIN, None
    for paragraph in rows:
        if paragraph.section != here.section:
            continue
        if paragraph.kind is not Kind.SUBPARAGRAPH:
            root = paragraph.kind
        if root is Kind.PREAMBULAR and paragraph.id not in block:
            last = paragraph.id
    if last is None:
        return
    behind: str | None = last
    for paragraph_id in block:
        before = _before(steps.now, paragraph_id)
        if before != behind:
            steps.do(MoveParagraph(paragraph_id, before, behind))
        behind = paragraph_id


def _reopen(steps: Steps, paragraph_id: str, kind: Kind) -> None:
    string = steps.now.paragraph(paragraph_id).text.string
    found = re.match(r"[^\W\d_]+", string)
    verb = found[0] if found else ""
    operative = kind is Kind.OPERATIVE
    wanted: OpeningKind = "operative" if operative else "preambular"
    for form in _third_person(verb) if operative else _participle(verb):
        if form.lower() in words() and opening(form + string[len(verb) :], wanted):
            change = reword(steps.now, paragraph_id, 0, len(verb), form)
            emphasised = steps.now.paragraph(paragraph_id).text.emphasis[:1]
            if emphasised and emphasised[0][0] == 0:
                # The verb was italic, and stays so also where only part of it is another.
                after = replace(change.after, emphasis=((0, len(form)),))
                change = replace(change, after=after)
            steps.do(change)
            return


def _third_person(verb: str) -> tuple[str, ...]:
    if not verb.endswith("ing"):
        return ()
    base = verb[:-3]
    return f"{base}es", f"{base}s", f"{base[:-1]}s", f"{base[:-1]}ies"


def _participle(verb: str) -> tuple[str, ...]:
    if not verb.endswith("s"):
        return ()
    base = verb[:-1]
    forms = [f"{base}ing"]
    if base.endswith("e"):
        forms = [f"{base[:-1]}ing", f"{base}ing"]
    if base.endswith("ie"):
        forms.insert(0, f"{base[:-2]}ying")
    return (*forms, f"{base}{base[-1]}ing")


def _end(steps: Steps, first: Resolution, paragraph_id: str) -> None:
    """Endings of what was moved and what stands beside it, as far as they were right before."""
    settled = settle_endings(first)
    wrong = _targets(settled)
    change = settle_endings(steps.now)
    for part in _parts(change):
        target = getattr(part, "target", "")
        if target == paragraph_id or target not in wrong:
            steps.do(part)


def _targets(change: Change | None) -> set[str]:
    return {getattr(part, "target", "") for part in _parts(change)}


def _parts(change: Change | None) -> tuple[Change, ...]:
    if change is None:
        return ()
    return change.changes if isinstance(change, Group) else (change,)


def _before(resolution: Resolution, paragraph_id: str) -> str | None:
    i = resolution.positions[paragraph_id]
    return resolution.paragraphs[i - 1].id if i else None
