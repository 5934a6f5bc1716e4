"""What a rule reads of a case: as long as that is the same, so is what it suggests.

Every key holds the shape of the text (ids, kinds, sections), for labels and new ids rest on it,
and the paragraphs and notes whose words the rule may look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.model import Kind, Paragraph
from drafter.suggest.case import Case

Reads = Callable[[Case], object]

_SUBSTANCE = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_NUMBER = re.compile(r"\d")


def around(case: Case) -> object:
    """The lines around the text and its masthead."""
    lines = (
        p for p in case.resolution.paragraphs if p.kind not in _SUBSTANCE or p.section == "OUTER"
    )
    return case.resolution.masthead, _of(case, lines)


def words(pattern: str) -> Reads:
    """The paragraphs that have certain words, whatever their kind, and the masthead."""
    found = re.compile(pattern)

    def reads(case: Case) -> object:
        rows = case.resolution.paragraphs
        with_words = (p for p in rows if found.search(p.text.string))
        return case.resolution.masthead, _of(case, with_words)

    return reads


def cited(case: Case) -> object:
    """What cites something or carries a cue, and the notes."""
    rows = (p for p in case.body if case.citations[p.id] or p.text.cues)
    return case.resolution.notes, _of(case, rows)


def cited_and_organ(case: Case) -> object:
    """The same with the organ whose document was loaded."""
    return case.resolution.masthead.organ, cited(case)


def cited_and_asked(case: Case) -> object:
    """The same with the operative paragraphs, which a recital may tell of."""
    return cited(case), _of(case, (p for p in case.body if p.kind is Kind.OPERATIVE))


def cited_and_recalled(case: Case) -> object:
    """The same with the whole preamble."""
    return cited(case), _of(case, (p for p in case.body if p.kind is Kind.PREAMBULAR))


def numbers(case: Case) -> object:
    """The paragraphs that have figures."""
    return _of(case, (p for p in case.body if _NUMBER.search(p.text.string)))


def _of(case: Case, paragraphs: Iterable[Paragraph]) -> object:
    return case.once(shape), case.own, case.speaker, tuple(paragraphs)


def shape(case: Case) -> object:
    """Ids, kinds, levels and sections of all paragraphs, ids and cues of the notes."""
    rows = case.resolution.paragraphs
    return (
        tuple((p.id, p.kind, p.level, p.section, p.typed_label) for p in rows),
        tuple(note.id for note in case.resolution.notes),
        tuple((p.id, cue.note) for p in rows for cue in p.text.cues),
    )
