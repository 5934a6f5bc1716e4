"""The types that pass between the rooms. No room but this one is needed to understand them."""

from drafter.model.changes import (
    AddNote,
    Change,
    DeleteParagraph,
    DoesNotFit,
    Group,
    InsertParagraph,
    JoinParagraphs,
    MoveParagraph,
    RemoveNote,
    ReplaceText,
    SetAttribute,
    SetEmphasis,
    SetMasthead,
    SplitParagraph,
    apply,
    invert,
    reword,
)
from drafter.model.comparison import Comparison, Piece, Row
from drafter.model.cycle import Cycle
from drafter.model.labels import labels, note_numbers, numbers
from drafter.model.markup import Comment, Revision, marked_up
from drafter.model.rebase import rebase
from drafter.model.resolution import (
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Question,
    Reading,
    Repair,
    Resolution,
    Source,
    Span,
    Warning_,
)
from drafter.model.suggestion import Evidence, Finding, Suggestion
from drafter.model.text import Cue, Range, Text, merge_ranges

__all__ = [
    "AddNote", "Change", "Comment", "Comparison", "Cue", "Cycle", "DeleteParagraph", "DoesNotFit",
    "Evidence", "Finding", "Footnote", "Group", "InsertParagraph", "JoinParagraphs", "Kind",
    "Masthead", "MoveParagraph", "Paragraph", "Piece", "Question", "Range", "Reading", "RemoveNote",
    "Repair", "ReplaceText", "Resolution", "Revision", "Row", "SetAttribute", "SetEmphasis",
    "SetMasthead", "Source", "Span", "SplitParagraph", "Suggestion", "Text", "Warning_", "apply",
    "invert", "labels", "marked_up", "merge_ranges", "note_numbers", "numbers", "rebase", "reword",
]  # fmt: skip
