"""References to paragraphs of the text itself ("paragraph 12 above") that follow renumbering.

Only what plainly speaks of the text itself is followed: "above", "below", "of the present
resolution". "Paragraph 12 of resolution 70/177" is another text's (Editorial Manual, references).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.edit.steps import Steps
from drafter.model import (
    Change,
    Group,
    Kind,
    ReplaceText,
    Resolution,
    SetEmphasis,
    SetMasthead,
    apply,
    numbers,
    reword,
)

_S = r"\s+"
_NUMBER = rf"\d{{1,4}}(?:{_S}(?:bis|ter|quater|alt))?"
_ITEMS = rf"{_NUMBER}(?:{_S}?\([a-z]+\))*"
_LIST = rf"{_ITEMS}(?:(?:,{_S}|{_S}(?:and|or|to){_S}|[–-]){_ITEMS})*"
_OWN = rf"(?:above|below|(?:of|in){_S}(?:the{_S}present|this){_S}resolution)\b"
_REFERENCE = re.compile(
    rf"\b(?:operative{_S})?paragraphs?{_S}(?P<list>{_LIST}),?{_S}{_OWN}", re.IGNORECASE
)
_FIRST = re.compile(rf"(?<![\w(]){_NUMBER}")


@dataclass(frozen=True, slots=True)
class Followed:
    """A change with the references that follow it."""

    change: Change
    said: tuple[str, ...] = ()
    """What was followed, in words: "paragraph 12 is 13 now"."""


def followed(before: Resolution, change: Change) -> Followed:
    """The change, as one step with what makes references follow it where it alters numbers.

    DoesNotFit where the change does not fit. References to a paragraph that is gone are left: the
    checks tell of them.
    """
    if isinstance(change, ReplaceText | SetEmphasis | SetMasthead):
        return Followed(change)
    if not any("paragraph" in p.text.string for p in before.paragraphs):
        return Followed(change)
    after = apply(before, change)
    moved = _moved(before, after)
    if not moved:
        return Followed(change)
    steps = Steps(after)
    said: dict[str, None] = {}
    for paragraph in after.paragraphs:
        new = moved.get(paragraph.section)
        was = before.positions.get(paragraph.id)
        # What came with the change itself (a paste, an undone deletion) is right already.
        if not new or was is None or before.paragraphs[was].text != paragraph.text:
            continue
        for reference in reversed(list(_REFERENCE.finditer(paragraph.text.string))):
            start = reference.start("list")
            for number in reversed(list(_FIRST.finditer(reference["list"]))):
                wanted = new.get(re.sub(r"\s+", " ", number[0]))
                if wanted is not None:
                    a, b = start + number.start(), start + number.end()
                    steps.do(reword(steps.now, paragraph.id, a, b, wanted))
                    said[f"{number[0]} → {wanted}"] = None
    more = steps.change()
    if more is None:
        return Followed(change)
    parts = change.changes if isinstance(change, Group) else (change,)
    rest = more.changes if isinstance(more, Group) else (more,)
    return Followed(
        Group((*parts, *rest)),
        tuple(sorted(said, key=lambda one: (int(re.split(r"\D", one)[0]), one))),
    )


def _moved(before: Resolution, after: Resolution) -> dict[str, dict[str, str]]:
    """By section, the old number of each operative paragraph that has another one now."""
    was, now = numbers(before), numbers(after)
    found: dict[str, dict[str, str]] = {}
    for paragraph in before.paragraphs:
        if paragraph.kind is not Kind.OPERATIVE or paragraph.id not in after.positions:
            continue
        old, new = was.get(paragraph.id, "").rstrip("."), now.get(paragraph.id, "").rstrip(".")
        if old and new and old != new:
            found.setdefault(paragraph.section, {}).setdefault(old, new)
    return found
