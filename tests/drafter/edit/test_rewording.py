"""What is proposed can be edited before it is made; its italics and cues stay."""

from __future__ import annotations

from drafter.edit.rewording import with_words, words_of
from drafter.model import (
    Cue,
    DeleteParagraph,
    Group,
    InsertParagraph,
    Kind,
    Paragraph,
    ReplaceText,
    SetMasthead,
    Text,
)

CHANGE = ReplaceText(
    "p1", 3, Text("old", (), (Cue(3, "n1"),)), Text("Noting new", ((0, 6),), (Cue(10, "n1"),))
)


def test_other_words_keep_italics_and_cues() -> None:
    assert words_of(CHANGE) == "Noting new"
    found = with_words(CHANGE, "Noting newer words")
    assert isinstance(found, ReplaceText)
    assert found.before == CHANGE.before
    assert found.after == Text("Noting newer words", ((0, 6),), (Cue(10, "n1"),))


def test_the_same_words_are_the_same_change() -> None:
    assert with_words(CHANGE, "Noting new") == CHANGE


def test_of_a_group_its_first_words_are_edited() -> None:
    gone = DeleteParagraph(None, Paragraph("p9", Kind.CLOSING, Text("80th meeting")))
    come = InsertParagraph("p1", Paragraph("p10", Kind.OPERATIVE, Text("Decides;")))
    group = Group((gone, come))
    assert words_of(group) == "Decides;"
    found = with_words(group, "Decides also;")
    assert isinstance(found, Group)
    assert found.changes[0] is gone
    assert words_of(found) == "Decides also;"


def test_what_brings_no_words_cannot_be_edited() -> None:
    gone = DeleteParagraph(None, Paragraph("p9", Kind.CLOSING, Text("80th meeting")))
    assert words_of(gone) is None
    assert with_words(gone, "x") is gone
    assert words_of(SetMasthead("submitters", (), ("Japan",))) is None
