"""What keys and menus do to a draft, as one Change and where the caret goes. No Qt here.

The commands themselves are ``drafter.edit``; this adds what only an editor knows: a selection, and
carets before or behind a footnote cue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from drafter.edit import steps as edit_steps
from drafter.edit import structure
from drafter.edit.becoming import replacement
from drafter.edit.negotiation import insert_beside
from drafter.edit.opening_italics import follow_opening, opened_anew
from drafter.model import (
    Change,
    InsertParagraph,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    SetEmphasis,
    Text,
)
from ui.editor.mapping import (
    Place,
    beginning,
    behind_cues,
    end,
    with_range,
)

Caret = tuple[str, Place]
"""Paragraph id and place in it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From one caret to a later one, or twice the same."""

    start: Caret
    end: Caret


@dataclass(frozen=True, slots=True)
class Step:
    """What a command comes to."""

    change: Change
    caret: Caret


Command = Callable[[Resolution, Selection], Step | None]


class Steps(edit_steps.Steps):
    """Changes gathered one upon the other into one step."""

    def step(self, caret: Caret) -> Step | None:
        """All of them, with the notes that lost their last cue taken away; None where there are
        none."""
        self.drop_orphans()
        change = self.change()
        return Step(change, caret) if change else None


def type_text(
    resolution: Resolution, selection: Selection, string: str, italic: bool | None = None
) -> Step | None:
    """Type a string in the place of what is selected; ``italic`` None goes by what is before it."""
    string = "".join(c for c in string.replace("\n", " ") if c.isprintable() or c in "\t\u200d\xad")
    if not string and selection.start == selection.end:
        return None
    if italic is None:
        italic = italic_at(resolution, selection.start)
    new = Text(string, ((0, len(string)),) if italic and string else ())
    return put(resolution, selection, new)


def put(resolution: Resolution, selection: Selection, new: Text) -> Step | None:
    """Put a text in the place of what is selected."""
    first = selection.start[0]
    if not resolution.paragraphs:
        fresh = Paragraph(resolution.fresh_id("p"), Kind.PLAIN, new)
        return Step(InsertParagraph(None, fresh), (fresh.id, end(new)))
    if resolution.paragraph(first).kind is Kind.OPAQUE:
        return None
    steps = Steps(resolution)
    caret = put_in(steps, selection, new)
    if selection.end[0] == first:
        # One change, so that a run of typing stays one step.
        was = resolution.paragraph(first)
        text = steps.now.paragraph(first).text
        wanted = follow_opening(was, text)
        if wanted is not text:
            steps = Steps(resolution)
            steps.do(replacement(first, was.text, wanted))
    return steps.step(caret)


def put_in(steps: Steps, selection: Selection, new: Text) -> Caret:
    (first, start), (last, stop) = selection.start, selection.end
    text = steps.now.paragraph(first).text
    until = stop if first == last else end(text)
    steps.do(replacement(first, text, with_range(text, start, until, new)))
    if first != last:
        rest = steps.now.paragraph(last)
        if rest.kind is not Kind.OPAQUE:
            steps.do(replacement(last, rest.text, with_range(rest.text, beginning(), stop, Text())))
        size = len(steps.now.paragraph(first).text)
        if rest.kind is not Kind.OPAQUE:
            steps.do(structure.replace_range(steps.now, (first, size), (last, 0), Text()))
        else:
            between_ids = [p.id for p in from_to(steps.now, first, last)[1:-1]]
            for paragraph_id in between_ids:
                steps.do(structure.delete(steps.now, paragraph_id))
    if first not in steps.now.positions:
        return last, beginning()
    at = start.offset + len(new)
    here = sum(cue.at == len(new) for cue in new.cues)
    return first, Place(at, here if len(new) else here + start.cues)


def delete(resolution: Resolution, selection: Selection, *, backwards: bool = False) -> Step | None:
    """Delete what is selected; from a paragraph's end to the next one's beginning joins the two."""
    if selection.start == selection.end or not resolution.paragraphs:
        return None
    (first, start), (last, stop) = selection.start, selection.end
    here, there = resolution.paragraph(first), resolution.paragraph(last)
    following = resolution.positions[last] == resolution.positions[first] + 1
    if following and stop == beginning() and start == end(here.text):
        change = structure.join(resolution, last)
        if change is None:
            return None
        return Step(change, (first, start) if here.text else (last, beginning()))
    if here.kind is Kind.OPAQUE or there.kind is Kind.OPAQUE:
        if first == last:
            return None
        return put(resolution, selection, Text())
    return put(resolution, selection, Text())


def enter(resolution: Resolution, selection: Selection) -> Step | None:
    """Begin a new paragraph at the caret; what was selected goes."""
    if not resolution.paragraphs:
        fresh = Paragraph(resolution.fresh_id("p"), Kind.PLAIN)
        return Step(InsertParagraph(None, fresh), (fresh.id, beginning()))
    steps = Steps(resolution)
    caret = selection.start
    if selection.start != selection.end:
        if resolution.paragraph(caret[0]).kind is Kind.OPAQUE:
            return None
        caret = put_in(steps, selection, Text())
    here = steps.now.paragraph(caret[0])
    if here.kind is Kind.OPAQUE or (caret[1] == beginning() and here.text):
        # A new one before it, so that the words stay in the paragraph they came from.
        i = steps.now.positions[here.id]
        after = steps.now.paragraphs[i - 1].id if i else None
        kind = Kind.PLAIN if here.kind is Kind.OPAQUE else here.kind
        if here.kind is Kind.OPAQUE:
            after = here.id
        fresh = Paragraph(steps.now.fresh_id("p"), kind, Text(), here.level, here.section)
        steps.do(InsertParagraph(after, fresh))
        return steps.step((fresh.id if here.kind is Kind.OPAQUE else here.id, beginning()))
    change = structure.split(steps.now, here.id, caret[1].offset)
    steps.do(change)
    second = steps.now.paragraphs[steps.now.positions[here.id] + 1]
    steps.do(replacement(second.id, second.text, opened_anew(here, second)))
    return steps.step((second.id, beginning()))


def toggle_italic(resolution: Resolution, selection: Selection) -> Step | None:
    """Make what is selected italic, or upright where all of it is italic."""
    (first, start), (last, stop) = selection.start, selection.end
    ranges: list[tuple[Paragraph, int, int]] = []
    for paragraph in from_to(resolution, first, last):
        a = start.offset if paragraph.id == first else 0
        b = stop.offset if paragraph.id == last else len(paragraph.text)
        if a < b and paragraph.kind is not Kind.OPAQUE:
            ranges.append((paragraph, a, b))
    italic = all(any(c <= a and b <= d for c, d in p.text.emphasis) for p, a, b in ranges)
    steps = Steps(resolution)
    for paragraph, a, b in ranges:
        old = paragraph.text.emphasis
        new = _without(old, a, b) if italic else (*old, (a, b))
        steps.do(SetEmphasis(paragraph.id, old, replace(paragraph.text, emphasis=new).emphasis))
    return steps.step(selection.end)


def italic_at(resolution: Resolution, caret: Caret) -> bool:
    """Whether what is typed at a caret is italic: as the letter before it, or the first one."""
    if caret[0] not in resolution.positions:
        return False
    at = caret[1].offset
    emphasis = resolution.paragraph(caret[0]).text.emphasis
    return any(a < at <= b or a == at == 0 for a, b in emphasis)


def demote(resolution: Resolution, selection: Selection) -> Step | None:
    """Make a sub-paragraph of the paragraph at the caret."""
    return _structure(resolution, selection, structure.demote)


def promote(resolution: Resolution, selection: Selection) -> Step | None:
    """Raise the paragraph at the caret a level."""
    return _structure(resolution, selection, structure.promote)


def move_up(resolution: Resolution, selection: Selection) -> Step | None:
    """Move the paragraph at the caret before the one above."""
    return _structure(resolution, selection, structure.move_up)


def move_down(resolution: Resolution, selection: Selection) -> Step | None:
    """Move the paragraph at the caret behind the one below."""
    return _structure(resolution, selection, structure.move_down)


def duplicate(resolution: Resolution, selection: Selection) -> Step | None:
    """Insert a copy of the paragraph at the caret."""
    return _structure(resolution, selection, structure.duplicate)


def delete_paragraph(resolution: Resolution, selection: Selection) -> Step | None:
    """Delete the paragraph at the caret."""
    here = selection.end[0]
    if here not in resolution.positions:
        return None
    i = resolution.positions[here]
    rest = [p.id for p in resolution.paragraphs if p.id != here]
    steps = Steps(resolution)
    steps.do(structure.delete(resolution, here))
    return steps.step((rest[min(i, len(rest) - 1)] if rest else "", beginning()))


def as_kind(kind: Kind, level: int = 0) -> Command:
    """The command that says what the paragraphs of a selection are."""

    def command(resolution: Resolution, selection: Selection) -> Step | None:
        steps = Steps(resolution)
        for paragraph in from_to(resolution, selection.start[0], selection.end[0]):
            if paragraph.kind is not Kind.OPAQUE:
                steps.do(structure.make_kind(steps.now, paragraph.id, kind, level))
        return steps.step(selection.end)

    return command


def turned(kind: Kind) -> Command:
    """The command that makes what is selected preambular or operative; a single paragraph that is
    the other of the two goes to its new part, its opening verb and ending with it."""

    def command(resolution: Resolution, selection: Selection) -> Step | None:
        from drafter.edit.turning import turn

        if selection.start[0] == selection.end[0] in resolution.positions:
            change = turn(resolution, selection.end[0], kind)
            if change is not None:
                return Step(change, (selection.end[0], beginning()))
        return as_kind(kind)(resolution, selection)

    return command


def beside(how: Literal["bis", "alt"]) -> Command:
    """The command that inserts a paragraph beside the one at the caret: "5 bis", "5 alt"."""

    def command(resolution: Resolution, selection: Selection) -> Step | None:
        here = selection.end[0]
        found = insert_beside(resolution, here, how) if here in resolution.positions else None
        return Step(found[0], (found[1], beginning())) if found else None

    return command


def whole(change: Callable[[Resolution], Change | None]) -> Command:
    """The command that does something to the whole draft; the caret stays where it is."""

    def command(resolution: Resolution, selection: Selection) -> Step | None:
        found = change(resolution)
        return Step(found, selection.end) if found is not None else None

    return command


def retext(resolution: Resolution, paragraph_id: str, new: Text) -> Change | None:
    """The change that gives a paragraph another text."""
    return replacement(paragraph_id, resolution.paragraph(paragraph_id).text, new)


def where(before: Resolution, after: Resolution, here: Caret) -> Caret | None:
    """The caret behind the last thing that differs between two states of a draft; ``here``, where
    it was, in a paragraph of which nothing but the place differs."""
    if _only_placed(before, after, here[0]):
        return here
    old, new = before.paragraphs, after.paragraphs
    if not new:
        return None
    size = min(len(old), len(new))
    first = 0
    while first < size and old[first] == new[first]:
        first += 1
    if first == len(old) == len(new):
        return None
    last = 0
    while last < size - first and old[-1 - last] == new[-1 - last]:
        last += 1
    paragraph = new[max(min(first, len(new) - 1), len(new) - last - 1)]
    was = before.positions.get(paragraph.id)
    if was is None:
        return paragraph.id, end(paragraph.text)
    change = retext(before, paragraph.id, paragraph.text)
    if not isinstance(change, ReplaceText):
        return paragraph.id, beginning()
    at = change.start + len(change.after)
    return paragraph.id, behind_cues(paragraph.text, at)


def _only_placed(before: Resolution, after: Resolution, key: str) -> bool:
    """Whether a paragraph got another place or level, and no paragraph other words."""
    if key not in before.positions or before.positions.keys() != after.positions.keys():
        return False
    placed = before.positions[key] != after.positions[key]
    if not placed and before.paragraph(key) == after.paragraph(key):
        return False
    return all(p.text == after.paragraph(p.id).text for p in before.paragraphs)


def _structure(
    resolution: Resolution,
    selection: Selection,
    command: Callable[[Resolution, str], Change | None],
) -> Step | None:
    here = selection.end[0]
    if here not in resolution.positions:
        return None
    change = command(resolution, here)
    return Step(change, selection.end) if change is not None else None


def from_to(resolution: Resolution, first: str, last: str) -> tuple[Paragraph, ...]:
    if first not in resolution.positions or last not in resolution.positions:
        return ()
    i, k = resolution.positions[first], resolution.positions[last]
    return resolution.paragraphs[i : k + 1]


def _without(
    emphasis: tuple[tuple[int, int], ...], start: int, stop: int
) -> tuple[tuple[int, int], ...]:
    kept = [(a, min(b, start)) for a, b in emphasis if a < start]
    return (*kept, *((max(a, stop), b) for a, b in emphasis if b > stop))
