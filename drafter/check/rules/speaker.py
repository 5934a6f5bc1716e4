"""Speaker: an organ says "its resolution" of its own; footnotes by the stage of the text.

Source: DOMAIN rule 5 (footnotes of adopted Assembly texts say "Resolution" in 98.8 % of 3,810).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.case import Case
from drafter.model import Finding, Kind
from drafter.un import organs
from drafter.un.openings import opening

NAMES = ("own-resolution", "footnote-style", "speaker-line")
SOURCE = "DOMAIN rule 5"
_NAMED = re.compile(r"General[\s\u00a0]Assembly[\s\u00a0]+(?P<noun>resolutions?)$")
_BARE = re.compile(r"Resolutions?$")


def check(case: Case) -> Iterator[Finding]:
    """Findings on how the text names resolutions of the organ that speaks."""
    yield from _lines(case)
    if case.organ != "A":
        return
    for paragraph in case.resolution.paragraphs:
        if paragraph.section or paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
            continue
        string = paragraph.text.string
        for one in case.citations.get(paragraph.id, ()):
            if one.lead != "organ" or one.organ != "A" or one.lead_range is None:
                continue
            start, end = one.lead_range
            named = _NAMED.search(string[start:end])
            preambular = paragraph.kind is Kind.PREAMBULAR
            first = opening(string, "preambular" if preambular else "operative")
            recalled = first is not None and not string[first[1] : start].strip(" ,\xa0")
            if named and recalled and string[end:].lstrip()[:1].isdigit():
                yield case.finding(
                    "own-resolution", "note", paragraph.id, start, end,
                    "The Assembly calls a resolution of its own “its resolution”.", SOURCE,
                    f"its {named['noun']}",
                )  # fmt: skip
    yield from _notes(case)


def _lines(case: Case) -> Iterator[Finding]:
    """A comma behind the organ's name, where preambular paragraphs follow."""
    for row in case.bodies:
        for paragraph, following in pairwise(row):
            end = len(paragraph.text.string.rstrip())
            if (
                paragraph.kind is Kind.SPEAKER
                and following.kind is Kind.PREAMBULAR
                and paragraph.text.string[:end][-1:].isalnum()
            ):
                yield case.finding(
                    "speaker-line", "warning", paragraph.id, end - 1, end,
                    "A comma follows the name of the organ before preambular paragraphs.",
                    "DOMAIN, “Structure”", f"{paragraph.text.string[end - 1]},",
                )  # fmt: skip


def _notes(case: Case) -> Iterator[Finding]:
    assembly = organs.parent_of(case.document_organ) == "A" and case.document_organ != "A/HRC"
    for note in case.resolution.notes:
        cited = case.citations.get(note.id, ())
        if not cited or cited[0].lead_range is None or cited[0].organ != "A":
            continue
        start, end = cited[0].lead_range
        words = note.text.string[start:end]
        if start != 0:
            continue
        mixed = any(one.organ != "A" for one in cited)
        named = _NAMED.match(words)
        if named and assembly and case.adopted and not mixed:
            yield case.finding(
                "footnote-style", "warning", note.id, start, end,
                "In a text of the Assembly a footnote says “Resolution”, without its name.",
                SOURCE, named["noun"].capitalize(),
            )  # fmt: skip
        elif _BARE.match(words) and case.document_organ and not assembly and not case.adopted:
            yield case.finding(
                "footnote-style", "warning", note.id, start, end,
                "Outside the Assembly a footnote names it: “General Assembly resolution”.",
                SOURCE, f"General Assembly {words.lower()}",
            )  # fmt: skip
