"""Corrections of how last cycle's text was read: what a paragraph is, what was mended, what was
asked.

A correction is made on last cycle's text, and on the draft where its paragraph still stands as it
was read. Both are Changes, done and undone as one step (``drafter.edit.history``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.edit.structure import set_kind
from drafter.model import (
    Change,
    Cue,
    Group,
    Kind,
    Question,
    Repair,
    ReplaceText,
    Resolution,
    Text,
    reword,
)

_SEAM = " / "
"""Stands in a repair for a line break that was mended: no words to put back."""
_MARK = re.compile(r"\s*[\d¹²³⁰⁴-⁹*]+(?:,\s*[\d¹²³⁰⁴-⁹]+)*")
"""What a repair took for the mark of a footnote."""
_AROUND = 24
"""Code points beside a place that find it again in a draft that was reworded elsewhere."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction."""

    base: Change
    """Of last cycle's text."""
    draft: Change
    """Of the draft; an empty group where it is another there by now."""


def correct_kind(
    base: Resolution, draft: Resolution, paragraph_id: str, kind: Kind, level: int = 0
) -> Correction | None:
    """Say what a paragraph of last cycle's text is; None where it is that already, or no text.

    The draft follows where its paragraph still is of the kind and level that were read.
    """
    was = base.paragraph(paragraph_id)
    if Kind.OPAQUE in (was.kind, kind):
        return None
    change = set_kind(base, paragraph_id, kind, level)
    if change is None:
        return None
    parts: list[Change] = []
    for paragraph in draft.paragraphs:
        same = (paragraph.kind, paragraph.level) == (was.kind, was.level)
        if paragraph.origin == paragraph_id and same:
            parts += _flat(set_kind(draft, paragraph.id, kind, level))
    return Correction(change, _one(parts))


def undo_repair(base: Resolution, draft: Resolution, repair: Repair) -> Correction | None:
    """Put back what stood in the file before a repair.

    None where the repair was none of words (a page break, a link, the masthead), where its words
    are not there any more, or where it cannot be told which of several places was mended.
    """
    change = _as_it_was(base, repair)
    return Correction(change, _followed(base, draft, change)) if change is not None else None


def answer(
    base: Resolution, draft: Resolution, question: Question, proposal: str | None = None
) -> Correction | None:
    """Accept what a question proposes, or something else: the id of a note for a doubtful mark,
    the word for two halves. None where there is nothing (any more) to accept."""
    wanted = proposal if proposal is not None else question.proposal
    change = _answered(base, question, wanted) if wanted is not None else None
    return Correction(change, _followed(base, draft, change)) if change is not None else None


def open_cue(resolution: Resolution, question: Question) -> Cue | None:
    """The cue a question is about that still calls no note."""
    if question.target not in resolution.positions:
        return None
    cues = resolution.paragraph(question.target).text.cues
    lost = [cue for cue in cues if cue.note is None]
    named = set(re.findall(r"\d+", question.message))
    return next((cue for cue in lost if cue.typed in named), None)


def _answered(base: Resolution, question: Question, wanted: str) -> Change | None:
    cue = open_cue(base, question)
    if cue is not None and wanted in base.notes_by_id:
        # A cue belongs to the character before it.
        start = max(0, cue.at - 1)
        old = base.text_of(question.target).slice(start, cue.at)
        called = [Cue(c.at, wanted) if c.typed == cue.typed else c for c in old.cues]
        return ReplaceText(question.target, start, old, replace(old, cues=tuple(called)))
    if cue is not None or not _has(base, question.target) or " " in wanted:
        return None
    halves = r"\s+".join((r"(?P<a>\w+)", r"(?P<b>\w+)"))
    string = base.text_of(question.target).string
    for match in re.finditer(rf"(?=\b{halves}\b)", string):
        if match["a"] + match["b"] == wanted:
            return reword(base, question.target, match.start("a"), match.end("b"), wanted)
    return None


def _as_it_was(base: Resolution, repair: Repair) -> Change | None:
    before, after = repair.before, repair.after
    if not _has(base, repair.target) or not after or before == after or _SEAM in before:
        return None
    if repair.rule.startswith("md-"):
        return None
    text = base.text_of(repair.target)
    mark = before.startswith(after) and _MARK.fullmatch(before[len(after) :]) is not None
    edge = (r"(?<!\w)" if after[0].isalnum() else "", r"(?!\w)" if after[-1].isalnum() else "")
    found = [m.span() for m in re.finditer(edge[0] + re.escape(after) + edge[1], text.string)]
    if mark:
        found = [(a, b) for a, b in found if any(cue.at == b for cue in text.cues)]
    if len(found) > 1:
        seams = _seams(base, repair.target)
        found = [(a, b) for a, b in found if any(a < seam <= b for seam in seams)]
    if len(found) != 1:
        return None
    start, end = found[0]
    if not mark:
        return reword(base, repair.target, start, end, before)
    old = text.slice(end - 1, end)
    return ReplaceText(
        repair.target, end - 1, old, replace(old, cues=()) + Text(before[len(after) :])
    )


def _seams(base: Resolution, target: str) -> list[int]:
    """Where the text goes on elsewhere in the file than it left off: there it was mended."""
    spans = base.source.spans.get(target, ()) if base.source else ()
    return [
        b.start for a, b in pairwise(spans) if (a.block, a.at + a.end - a.start) != (b.block, b.at)
    ]


def _followed(base: Resolution, draft: Resolution, change: Change) -> Change:
    """The same change in the draft, where its words still stand as they were read."""
    if not isinstance(change, ReplaceText):
        return Group(())
    targets = [p.id for p in draft.paragraphs if p.origin == change.target]
    if change.target in base.notes_by_id and change.target in draft.notes_by_id:
        targets.append(change.target)
    whole = base.text_of(change.target)
    parts: list[Change] = []
    for target in targets:
        text = draft.text_of(target)
        start = _again(whole.string, text.string, change)
        if start is not None:
            moved = replace(change, target=target, start=start)
            if text.swap(start, moved.before, moved.after) is not None:
                parts.append(moved)
    return _one(parts)


def _again(old: str, new: str, change: ReplaceText) -> int | None:
    """Where the words of a change stand in a text that was reworded elsewhere."""
    if new.startswith(old[: change.end]):
        return change.start
    if new.endswith(old[change.start :]):
        return len(new) - (len(old) - change.start)
    left = min(change.start, _AROUND)
    words = old[change.start - left : change.end + _AROUND]
    return new.index(words) + left if new.count(words) == 1 else None


def _has(resolution: Resolution, target: str) -> bool:
    return target in resolution.positions or target in resolution.notes_by_id


def _flat(change: Change | None) -> Sequence[Change]:
    if change is None:
        return ()
    return change.changes if isinstance(change, Group) else (change,)


def _one(parts: Sequence[Change]) -> Change:
    return parts[0] if len(parts) == 1 else Group(tuple(parts))
