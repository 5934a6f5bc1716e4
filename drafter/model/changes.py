"""Changes: the only currency of change.

A change says what it expects to find, so it can be applied (``apply``), taken back (``invert``
needs no state) and carried along through another change (``rebase.py``). One that no longer fits
raises ``DoesNotFit`` or is dropped; it is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, assert_never

from drafter.model.resolution import (
    Footnote,
    Kind,
    MastheadField,
    Paragraph,
    Resolution,
)
from drafter.model.text import Range, Text

AttributeName = Literal["kind", "level", "section", "typed_label"]


class DoesNotFit(ValueError):
    """The resolution is not what the change expects to find."""


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace ``before`` at ``start`` in a paragraph or footnote by ``after``.

    ``before`` and ``after`` hold the emphasis and the cues that belong to the range
    (``Text.slice``); ``start`` counts code points.
    """

    target: str
    start: int
    before: Text
    after: Text

    @property
    def end(self) -> int:
        """End of the replaced range, half-open."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class SetEmphasis:
    """Set all italic ranges of a paragraph or footnote."""

    target: str
    before: tuple[Range, ...]
    after: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class InsertParagraph:
    """Insert a paragraph behind the one named ``after`` (None: at the very beginning)."""

    after: str | None
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class DeleteParagraph:
    """Delete a paragraph that stands behind ``after``."""

    after: str | None
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class MoveParagraph:
    """Move a paragraph from behind ``before`` to behind ``after`` (None: the very beginning)."""

    paragraph: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SplitParagraph:
    """Split at ``at`` code points; what follows becomes ``second`` (with its text)."""

    paragraph: str
    at: int
    second: Paragraph


@dataclass(frozen=True, slots=True)
class JoinParagraphs:
    """Append ``second``, which follows directly, to a paragraph of ``at`` code points."""

    paragraph: str
    at: int
    second: Paragraph


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """Set a paragraph's kind, level, section or typed label."""

    paragraph: str
    name: AttributeName
    before: Kind | int | str | None
    after: Kind | int | str | None


@dataclass(frozen=True, slots=True)
class AddNote:
    """Add a footnote at ``index`` of the row of notes. Its cues come with text changes."""

    index: int
    note: Footnote


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Remove a footnote that stands at ``index``."""

    index: int
    note: Footnote


@dataclass(frozen=True, slots=True)
class SetMasthead:
    """Set one field of the masthead; values are of the field's own type."""

    field: MastheadField
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Group:
    """Several changes that are one step, applied in order."""

    changes: tuple[Change, ...]


Change = (
    ReplaceText
    | SetEmphasis
    | InsertParagraph
    | DeleteParagraph
    | MoveParagraph
    | SplitParagraph
    | JoinParagraphs
    | SetAttribute
    | AddNote
    | RemoveNote
    | SetMasthead
    | Group
)


def reword(resolution: Resolution, target: str, start: int, end: int, string: str) -> ReplaceText:
    """The change that rewords ``[start, end)`` of a paragraph or footnote and loses no cue."""
    text = resolution.text_of(target)
    return ReplaceText(target, start, text.slice(start, end), text.reworded(start, end, string))


def apply(resolution: Resolution, change: Change) -> Resolution:
    """The resolution after the change; DoesNotFit where it is not what the change expects."""
    match change:
        case ReplaceText(target, start, before, after):
            swapped = _text(resolution, target).swap(start, before, after)
            if swapped is None:
                raise DoesNotFit(f"{target} does not read {before.string!r} at {start}")
            return _with_text(resolution, target, swapped)
        case SetEmphasis(target, before, after):
            text = _text(resolution, target)
            if text.emphasis != before:
                raise DoesNotFit(f"the emphasis of {target} is not {before}")
            return _with_text(resolution, target, replace(text, emphasis=after))
        case InsertParagraph(after, paragraph):
            if paragraph.id in resolution.positions:
                raise DoesNotFit(f"{paragraph.id} is there already")
            at = _behind(resolution, after)
            return _with_paragraphs(resolution, at, at, (paragraph,))
        case DeleteParagraph(after, paragraph):
            at = _behind(resolution, after)
            if resolution.paragraphs[at : at + 1] != (paragraph,):
                raise DoesNotFit(f"{paragraph.id} does not stand behind {after}")
            return _with_paragraphs(resolution, at, at + 1, ())
        case MoveParagraph(paragraph_id, before, after):
            at = _behind(resolution, before)
            if [p.id for p in resolution.paragraphs[at : at + 1]] != [paragraph_id]:
                raise DoesNotFit(f"{paragraph_id} does not stand behind {before}")
            without = _with_paragraphs(resolution, at, at + 1, ())
            to = _behind(without, after)
            return _with_paragraphs(without, to, to, (resolution.paragraphs[at],))
        case SplitParagraph(paragraph_id, at, second):
            i = _at(resolution, paragraph_id)
            first = resolution.paragraphs[i]
            if second.id in resolution.positions or not 0 <= at <= len(first.text):
                raise DoesNotFit(f"{paragraph_id} cannot be split at {at}")
            head = _head(first.text, at, len(second.text.cues))
            if head + second.text != first.text:
                raise DoesNotFit(f"{paragraph_id} does not read {second.text.string!r} from {at}")
            return _with_paragraphs(resolution, i, i + 1, (replace(first, text=head), second))
        case JoinParagraphs(paragraph_id, at, second):
            i = _at(resolution, paragraph_id)
            first = resolution.paragraphs[i]
            if len(first.text) != at or resolution.paragraphs[i + 1 : i + 2] != (second,):
                raise DoesNotFit(f"{second.id} does not follow {paragraph_id}")
            joined = replace(first, text=first.text + second.text)
            return _with_paragraphs(resolution, i, i + 2, (joined,))
        case SetAttribute(paragraph_id, name, before, after):
            i = _at(resolution, paragraph_id)
            paragraph = resolution.paragraphs[i]
            if getattr(paragraph, name) != before:
                raise DoesNotFit(f"the {name} of {paragraph_id} is not {before!r}")
            changed = replace(paragraph, **{name: after})  # pyright: ignore[reportArgumentType]
            return _with_paragraphs(resolution, i, i + 1, (changed,))
        case AddNote(index, note):
            if note.id in resolution.notes_by_id or not 0 <= index <= len(resolution.notes):
                raise DoesNotFit(f"{note.id} cannot be added at {index}")
            notes = (*resolution.notes[:index], note, *resolution.notes[index:])
            return replace(resolution, notes=notes)
        case RemoveNote(index, note):
            if resolution.notes[index : index + 1] != (note,):
                raise DoesNotFit(f"{note.id} does not stand at {index}")
            notes = (*resolution.notes[:index], *resolution.notes[index + 1 :])
            return replace(resolution, notes=notes)
        case SetMasthead(field, before, after):
            if getattr(resolution.masthead, field) != before:
                raise DoesNotFit(f"the {field} of the masthead is not {before!r}")
            masthead = replace(resolution.masthead, **{field: after})  # pyright: ignore[reportArgumentType]
            return replace(resolution, masthead=masthead)
        case Group(changes):
            for part in changes:
                resolution = apply(resolution, part)
            return resolution
        case _:
            assert_never(change)


def invert(change: Change) -> Change:
    """The change that takes this one back."""
    match change:
        case ReplaceText(target, start, before, after):
            return ReplaceText(target, start, after, before)
        case SetEmphasis(target, before, after):
            return SetEmphasis(target, after, before)
        case InsertParagraph(after, paragraph):
            return DeleteParagraph(after, paragraph)
        case DeleteParagraph(after, paragraph):
            return InsertParagraph(after, paragraph)
        case MoveParagraph(paragraph_id, before, after):
            return MoveParagraph(paragraph_id, after, before)
        case SplitParagraph(paragraph_id, at, second):
            return JoinParagraphs(paragraph_id, at, second)
        case JoinParagraphs(paragraph_id, at, second):
            return SplitParagraph(paragraph_id, at, second)
        case SetAttribute(paragraph_id, name, before, after):
            return SetAttribute(paragraph_id, name, after, before)
        case AddNote(index, note):
            return RemoveNote(index, note)
        case RemoveNote(index, note):
            return AddNote(index, note)
        case SetMasthead(field, before, after):
            return SetMasthead(field, after, before)
        case Group(changes):
            return Group(tuple(invert(part) for part in reversed(changes)))
        case _:
            assert_never(change)


def _head(text: Text, at: int, cues_behind: int) -> Text:
    """What stands before ``at`` where the last ``cues_behind`` cues stand behind it."""
    cues = text.cues[: len(text.cues) - cues_behind]
    kept = tuple(cue for cue in cues if cue.at <= at)
    return Text(text.string[:at], text.slice(0, at).emphasis, kept)


def _at(resolution: Resolution, paragraph_id: str) -> int:
    try:
        return resolution.positions[paragraph_id]
    except KeyError:
        raise DoesNotFit(f"there is no paragraph {paragraph_id}") from None


def _behind(resolution: Resolution, paragraph_id: str | None) -> int:
    return 0 if paragraph_id is None else _at(resolution, paragraph_id) + 1


def _text(resolution: Resolution, target: str) -> Text:
    try:
        return resolution.text_of(target)
    except KeyError:
        raise DoesNotFit(f"there is no text {target}") from None


def _with_text(resolution: Resolution, target: str, text: Text) -> Resolution:
    i = resolution.positions.get(target)
    if i is not None:
        return _with_paragraphs(
            resolution, i, i + 1, (replace(resolution.paragraphs[i], text=text),)
        )
    notes = tuple(replace(n, text=text) if n.id == target else n for n in resolution.notes)
    return replace(resolution, notes=notes)


def _with_paragraphs(
    resolution: Resolution, start: int, end: int, new: tuple[Paragraph, ...]
) -> Resolution:
    paragraphs = (*resolution.paragraphs[:start], *new, *resolution.paragraphs[end:])
    return replace(resolution, paragraphs=paragraphs)
