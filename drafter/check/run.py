"""All rules over a text, and over what a keystroke changed of one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from drafter.check.case import Case, Passage, passage_of
from drafter.check.damage import Damage
from drafter.check.rules import (
    abbreviations,
    bodies,
    brackets,
    chains,
    citation_form,
    citations,
    clauses,
    commas,
    cross_references,
    cues,
    dates,
    endings,
    joined,
    known,
    lists,
    masthead,
    notes,
    numbering,
    openings,
    quotes,
    report_back,
    set_off,
    small_numbers,
    speaker,
    spelling,
    take_note,
    titles,
    treaties,
    unexplained,
    upon_request,
    usage,
)
from drafter.model import Cycle, Finding, Footnote, Paragraph, Resolution, note_numbers
from drafter.un.catalogue import Catalogue

Rule = Callable[[Case], Iterable[Finding]]
PassageRule = Callable[[Case, Passage], Iterable[Finding]]

WHOLE: tuple[Rule, ...] = (
    masthead.check,
    openings.check,
    endings.check,
    numbering.check,
    chains.check,
    cues.check,
    notes.check,
    treaties.check,
    citations.check,
    speaker.check,
    unexplained.check,
    report_back.check,
    cross_references.check,
)
"""Rules that look at the text as a whole: at order, at what is mentioned first, at what is cued."""

SINGLE: tuple[PassageRule, ...] = (
    citation_form.check,
    known.check,
    lists.check,
    abbreviations.check,
    bodies.check,
    take_note.check,
    upon_request.check,
    spelling.check,
    dates.check,
    small_numbers.check,
    quotes.check,
    commas.check,
    clauses.check,
    set_off.check,
    joined.check,
    usage.check,
    titles.check,
    brackets.check,
)
"""Rules over one paragraph or footnote and the ``frame`` of its case; nothing else."""

RULES: tuple[Rule | PassageRule, ...] = (*WHOLE, *SINGLE)

_ORDER = {"error": 0, "warning": 1, "note": 2}


_Single = Mapping[str, tuple[Paragraph | Footnote, tuple[Finding, ...]]]
_NOTHING: _Single = {}


@dataclass(frozen=True)
class Checked:
    """The findings on a text, and what the next run need not work out again."""

    findings: tuple[Finding, ...] = ()
    """In the order of the text."""
    frame: tuple[object, ...] = field(default=(), repr=False)
    single: _Single = field(default_factory=lambda: _NOTHING, repr=False)
    """By id: a paragraph or footnote as it was, and what the rules over one text found on it."""


def check_resolution(
    resolution: Resolution,
    cycle: Cycle | None = None,
    catalogue: Catalogue | None = None,
    off: Collection[str] = (),
) -> tuple[Finding, ...]:
    """The findings on a text, in the order of the text.

    ``off`` names rules that a person has switched off. Nothing is said about what reading
    repaired or asks about.
    """
    return check_again(Checked(), resolution, cycle, catalogue, off).findings


def check_again(
    before: Checked,
    resolution: Resolution,
    cycle: Cycle | None = None,
    catalogue: Catalogue | None = None,
    off: Collection[str] = (),
) -> Checked:
    """The same findings as ``check_resolution``, where a text much like this one was checked
    ``before``: rules over one paragraph run only on paragraphs that are not as they were."""
    case = Case(resolution, cycle, catalogue)
    frame = case.frame
    known_before = before.single if before.frame == frame else _NOTHING
    single: dict[str, tuple[Paragraph | Footnote, tuple[Finding, ...]]] = {}
    for one in (*resolution.paragraphs, *resolution.notes):
        was = known_before.get(one.id)
        if was is None or was[0] != one:
            passage = passage_of(one)
            was = (one, tuple(f for rule in SINGLE for f in rule(case, passage)) if passage else ())
        single[one.id] = was
    damage = Damage(resolution)
    found: dict[tuple[str, str, int, int], Finding] = {}
    for finding in (
        *(f for rule in WHOLE for f in rule(case)),
        *(f for _, row in single.values() for f in row),
    ):
        if finding.rule not in off and not damage.holds(finding):
            found.setdefault((finding.rule, finding.target, finding.start, finding.end), finding)
    order = {p.id: i for i, p in enumerate(resolution.paragraphs)}
    order |= {note: len(order) + number for note, number in note_numbers(resolution).items()}
    findings = sorted(
        found.values(), key=lambda f: (order.get(f.target, -1), f.start, _ORDER[f.severity], f.rule)
    )
    return Checked(tuple(findings), frame, single)


def rule_names() -> tuple[str, ...]:
    """The names that findings carry, for preferences."""
    return tuple(name for rule in RULES for name in sys.modules[rule.__module__].NAMES)
