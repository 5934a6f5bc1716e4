"""Structure commands: what Enter, Backspace, Delete, paste and the Draft menu do to a draft.

Each takes a resolution and gives the one Change that does it; none alters anything itself. All
offsets are code points in a paragraph's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.edit.steps import Steps
from drafter.model import (
    Change,
    DeleteParagraph,
    InsertParagraph,
    JoinParagraphs,
    Kind,
    MoveParagraph,
    Paragraph,
    ReplaceText,
    Resolution,
    SetAttribute,
    SplitParagraph,
    Text,
)

Position = tuple[str, int]
"""A place in a text: paragraph id and offset."""

_FOLLOWED_BY_PREAMBULAR = frozenset({Kind.SPEAKER, Kind.TITLE, Kind.CHAPEAU, Kind.SUBMITTERS})
_MAX_LEVEL = 4


def split(resolution: Resolution, paragraph_id: str, at: int) -> Change:
    """Enter: part a paragraph at ``at``; what follows starts a new one of the fitting kind.

    Behind the speaker a preambular paragraph begins; an operative is followed by the next
    operative, numbered by its place. What was typed as a label ("5 bis") stays with the first.
    """
    first = resolution.paragraph(paragraph_id)
    kind = Kind.PREAMBULAR if first.kind in _FOLLOWED_BY_PREAMBULAR else first.kind
    second = Paragraph(
        resolution.fresh_id("p"),
        kind if kind not in (Kind.HEADING, Kind.OPAQUE) else Kind.PLAIN,
        first.text.cut(at)[1],
        first.level if first.kind is Kind.SUBPARAGRAPH else 0,
        first.section,
    )
    return SplitParagraph(paragraph_id, at, second)


def join(resolution: Resolution, second_id: str) -> Change | None:
    """Backspace at the start of a paragraph: append it to the one before.

    An empty paragraph before gives way whole, so the second keeps its kind. None where there is
    nothing to join, or where one of the two is no text.
    """
    i = resolution.positions[second_id]
    if i == 0:
        return None
    first, second = resolution.paragraphs[i - 1], resolution.paragraphs[i]
    if not first.text and first.kind is not Kind.OPAQUE:
        return delete(resolution, first.id)
    if Kind.OPAQUE in (first.kind, second.kind):
        return None
    return JoinParagraphs(first.id, len(first.text), second)


def delete(resolution: Resolution, paragraph_id: str) -> Change:
    """Delete a whole paragraph."""
    i = resolution.positions[paragraph_id]
    return DeleteParagraph(_before(resolution, i), resolution.paragraphs[i])


def delete_range(resolution: Resolution, start: Position, end: Position) -> Change | None:
    """Delete from one place to a later one, within a paragraph or across several.

    Across paragraphs what is left of the last is appended to the first. What is no text (a table)
    and stands wholly between is deleted with the rest; one that is an end is left. None where
    nothing would change.
    """
    return replace_range(resolution, start, end, Text())


def replace_range(
    resolution: Resolution, start: Position, end: Position, new: Text
) -> Change | None:
    """Put ``new`` in the place of everything from one place to a later one."""
    (first_id, at), (last_id, to) = start, end
    if first_id == last_id:
        text = resolution.paragraph(first_id).text
        if at == to and not new:
            return None
        return _replaced(first_id, text, at, to, new)
    steps = Steps(resolution)
    i, k = resolution.positions[first_id], resolution.positions[last_id]
    for paragraph in resolution.paragraphs[i + 1 : k]:
        steps.do(delete(steps.now, paragraph.id))
    first, last = steps.now.paragraph(first_id), steps.now.paragraph(last_id)
    if to and last.kind is not Kind.OPAQUE:
        steps.do(ReplaceText(last_id, 0, last.text.slice(0, to), Text()))
    if first.kind is not Kind.OPAQUE:
        size = len(first.text)
        steps.do(_replaced(first_id, first.text, at, size, new))
        joined = join(steps.now, last_id)
        if joined is not None:
            steps.do(joined)
    return steps.change()


def insert_text(resolution: Resolution, place: Position, new: Text) -> Change:
    """Insert text at a place; cues at the very start of a paragraph stay in front of it."""
    target, at = place
    return _replaced(target, resolution.text_of(target), at, at, new)


def insert_paragraphs(
    resolution: Resolution, place: Position, paragraphs: Sequence[Paragraph]
) -> Change | None:
    """Paste paragraphs at a place: the first goes on the text there, the last before what follows.

    Ids are given anew; a single one is put into the text as it is. None where there are none.
    """
    if not paragraphs:
        return None
    paragraph_id, at = place
    here = resolution.paragraph(paragraph_id)
    if len(paragraphs) == 1 and here.kind is not Kind.OPAQUE:
        return insert_text(resolution, place, paragraphs[0].text)
    steps = Steps(resolution)
    rest = list(paragraphs)
    behind = paragraph_id
    if here.kind is not Kind.OPAQUE:
        if not here.text:
            for name in ("kind", "level"):
                value = getattr(rest[0], name)
                if getattr(here, name) != value:
                    steps.do(SetAttribute(paragraph_id, name, getattr(here, name), value))
        elif at < len(here.text):
            steps.do(split(steps.now, paragraph_id, at))
        steps.do(insert_text(steps.now, place, rest.pop(0).text))
    for paragraph in rest:
        fresh = replace(
            paragraph,
            id=steps.now.fresh_id("p"),
            section=here.section,
            origin=None,
            typed_label=None,
        )
        steps.do(InsertParagraph(behind, fresh))
        behind = fresh.id
    return steps.change()


def insert_after(
    resolution: Resolution, paragraph_id: str | None, kind: Kind, text: Text
) -> Change:
    """Insert a paragraph of a kind behind another (None: at the very beginning)."""
    section = resolution.paragraph(paragraph_id).section if paragraph_id else ""
    level = 1 if kind is Kind.SUBPARAGRAPH else 0
    fresh = Paragraph(resolution.fresh_id("p"), kind, text, level, section)
    return InsertParagraph(paragraph_id, fresh)


def duplicate(resolution: Resolution, paragraph_id: str) -> Change:
    """Insert a copy of a paragraph behind it."""
    copy = replace(
        resolution.paragraph(paragraph_id),
        id=resolution.fresh_id("p"),
        origin=None,
        typed_label=None,
    )
    return InsertParagraph(paragraph_id, copy)


def move_up(resolution: Resolution, paragraph_id: str) -> Change | None:
    """Move a paragraph before the one above it; None at the top."""
    i = resolution.positions[paragraph_id]
    if i == 0:
        return None
    return MoveParagraph(paragraph_id, _before(resolution, i), _before(resolution, i - 1))


def move_down(resolution: Resolution, paragraph_id: str) -> Change | None:
    """Move a paragraph behind the one below it; None at the end."""
    i = resolution.positions[paragraph_id]
    if i + 1 == len(resolution.paragraphs):
        return None
    return MoveParagraph(paragraph_id, _before(resolution, i), resolution.paragraphs[i + 1].id)


def set_kind(
    resolution: Resolution, paragraph_id: str, kind: Kind, level: int = 0
) -> Change | None:
    """Say what a paragraph is; None where it is that already."""
    paragraph = resolution.paragraph(paragraph_id)
    steps = Steps(resolution)
    if paragraph.kind is not kind:
        steps.do(SetAttribute(paragraph_id, "kind", paragraph.kind, kind))
    if paragraph.level != level:
        steps.do(SetAttribute(paragraph_id, "level", paragraph.level, level))
    return steps.change()


def make_kind(
    resolution: Resolution, paragraph_id: str, kind: Kind, level: int = 0
) -> Change | None:
    """Make a paragraph another kind: a number that was typed goes with what it was, and it counts
    with its new neighbours. None where it is that already."""
    steps = Steps(resolution)
    steps.do(set_kind(resolution, paragraph_id, kind, level))
    if steps.now is not resolution:
        steps.do(set_label(steps.now, paragraph_id, None))
    return steps.change()


def demote(resolution: Resolution, paragraph_id: str) -> Change | None:
    """Tab: an operative or preambular becomes a sub-paragraph (a), that one (i), and so on.

    None where nothing stands above it to belong to, or it is as deep as it goes.
    """
    i = resolution.positions[paragraph_id]
    paragraph = resolution.paragraphs[i]
    above = resolution.paragraphs[i - 1] if i else None
    numbered = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH)
    if above is None or above.kind not in numbered or paragraph.kind not in (*numbered, Kind.PLAIN):
        return None
    level = paragraph.level + 1 if paragraph.kind is Kind.SUBPARAGRAPH else 1
    deepest = above.level + 1 if above.kind is Kind.SUBPARAGRAPH else 1
    if level > min(_MAX_LEVEL, deepest):
        return None
    return make_kind(resolution, paragraph_id, Kind.SUBPARAGRAPH, level)


def promote(resolution: Resolution, paragraph_id: str) -> Change | None:
    """Shift+Tab: a sub-paragraph rises a level; (a) becomes a paragraph like its parent."""
    i = resolution.positions[paragraph_id]
    paragraph = resolution.paragraphs[i]
    if paragraph.kind is not Kind.SUBPARAGRAPH:
        return None
    if paragraph.level > 1:
        return make_kind(resolution, paragraph_id, Kind.SUBPARAGRAPH, paragraph.level - 1)
    for above in reversed(resolution.paragraphs[:i]):
        if above.kind is not Kind.SUBPARAGRAPH:
            kind = Kind.PREAMBULAR if above.kind is Kind.PREAMBULAR else Kind.OPERATIVE
            return make_kind(resolution, paragraph_id, kind)
    return make_kind(resolution, paragraph_id, Kind.OPERATIVE)


def set_label(resolution: Resolution, paragraph_id: str, label: str | None) -> Change | None:
    """Type a label ("5 bis", "PP7 alt") or, with None, go back to the computed number."""
    before = resolution.paragraph(paragraph_id).typed_label
    after = label or None
    return SetAttribute(paragraph_id, "typed_label", before, after) if before != after else None


def _before(resolution: Resolution, i: int) -> str | None:
    return resolution.paragraphs[i - 1].id if i else None


def _replaced(target: str, text: Text, start: int, end: int, new: Text) -> ReplaceText:
    return ReplaceText(target, start, text.slice(start, end) if end > start else Text(), new)
