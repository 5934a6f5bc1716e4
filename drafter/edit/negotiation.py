"""Numbers during a negotiation: what is inserted is *bis* and *ter*, an alternative *alt*, so that
every other number stays what delegations have on their papers; at the end all are counted anew.
"""

from __future__ import annotations

import re
from typing import Literal

from drafter.edit.steps import Steps
from drafter.model import (
    Change,
    InsertParagraph,
    Kind,
    Paragraph,
    Resolution,
    SetAttribute,
    labels,
    numbers,
)

LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
"""What the second, third, … paragraph of one number is called."""

_LABEL = re.compile(rf"(?P<root>(?:PP|OP)?\d+)(?: (?:{'|'.join(LATIN)}|alt(?: \d+)?))?")
_SINGLE = re.compile(rf"(?:PP|OP)?\d+(?: (?:{'|'.join(LATIN)}|alt(?: \d+)?))?\.?")


def insert_beside(
    resolution: Resolution, paragraph_id: str, how: Literal["bis", "alt"]
) -> tuple[Change, str] | None:
    """The change that inserts an empty paragraph behind one and those inserted there before,
    labelled "5 bis" or "5 alt" ("PP5 bis" among preambular ones), and its id.

    Sub-paragraphs stay with theirs. None for a paragraph that has no number of its own.
    """
    rows = resolution.paragraphs
    i = resolution.positions[paragraph_id]
    while i and rows[i].kind is Kind.SUBPARAGRAPH:
        i -= 1
    here = rows[i]
    root = _root(resolution, here)
    if root is None:
        return None
    k = i
    family = {here.typed_label or ""}
    while k + 1 < len(rows):
        following = rows[k + 1]
        if following.kind is not Kind.SUBPARAGRAPH:
            label = following.typed_label or ""
            if following.kind is not here.kind or not label.startswith(f"{root} "):
                break
            family.add(label)
        k += 1
    ways = LATIN if how == "bis" else ("alt", *(f"alt {n}" for n in range(2, 100)))
    label = next((f"{root} {way}" for way in ways if f"{root} {way}" not in family), None)
    if label is None:
        return None
    fresh = Paragraph(resolution.fresh_id("p"), here.kind, section=here.section, typed_label=label)
    return InsertParagraph(rows[k].id, fresh), fresh.id


def renumber(resolution: Resolution) -> Change | None:
    """Count all paragraphs anew: what was *bis*, *ter* and *alt* gets a number of its own. None
    where no number was typed. A paragraph that is to have no number keeps none."""
    steps = Steps(resolution)
    for paragraph in resolution.paragraphs:
        label = paragraph.typed_label
        if (
            label
            and paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)
            and _SINGLE.fullmatch(label)
        ):
            steps.do(SetAttribute(paragraph.id, "typed_label", label, None))
    return steps.change()


def _root(resolution: Resolution, paragraph: Paragraph) -> str | None:
    """The number a paragraph's neighbours are called by: "5", "PP5"."""
    if paragraph.kind is Kind.OPERATIVE:
        said = numbers(resolution).get(paragraph.id)
    elif paragraph.kind is Kind.PREAMBULAR:
        said = paragraph.typed_label or labels(resolution)[paragraph.id].split(".")[-1]
    else:
        return None
    found = _LABEL.fullmatch((said or "").rstrip("."))
    return found["root"] if found else None
