"""A change that is about to be made, with other words in it: to edit what is proposed first."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import AddNote, Change, Group, InsertParagraph, ReplaceText, SetMasthead, Text


def words_of(change: Change) -> str | None:
    """The words a change brings, that a person may edit; of a group those of its first part that
    has any. None where it brings none."""
    match change:
        case ReplaceText(after=after):
            return after.string or None
        case InsertParagraph(paragraph=paragraph):
            return paragraph.text.string
        case AddNote(note=note):
            return note.text.string
        case SetMasthead(after=after) if isinstance(after, str):
            return after
        case Group(changes):
            return next((w for part in changes if (w := words_of(part)) is not None), None)
        case _:
            return None


def with_words(change: Change, words: str) -> Change:
    """The same change bringing other words; italics stay where they were in an unchanged
    beginning or over the whole, and no cue is lost. A change without words stays as it is."""
    match change:
        case ReplaceText(after=after) if after.string:
            return replace(change, after=_reworded(after, words))
        case InsertParagraph(paragraph=paragraph):
            text = _reworded(paragraph.text, words)
            return replace(change, paragraph=replace(paragraph, text=text))
        case AddNote(note=note):
            return replace(change, note=replace(note, text=_reworded(note.text, words)))
        case SetMasthead(after=after) if isinstance(after, str):
            return replace(change, after=words)
        case Group(changes):
            for i, part in enumerate(changes):
                if words_of(part) is not None:
                    return Group((*changes[:i], with_words(part, words), *changes[i + 1 :]))
            return change
        case _:
            return change


def _reworded(text: Text, words: str) -> Text:
    return text.reworded(0, len(text), words) if words != text.string else text
