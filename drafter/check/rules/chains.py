"""Also and further. Source: DOMAIN rule 3: preambular a warning, operative a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.check.case import BODY, Case, in_ranges, matches, quoted
from drafter.model import Finding, Kind, Paragraph, ReplaceText
from drafter.un.chains import Mend, mends
from drafter.un.dates import SPACE
from drafter.un.openings import OpeningKind, opening

NAMES = ("also-further", "also-order")
_S = f"{SPACE}+"
_BREAKS = (Kind.HEADING, Kind.TITLE, Kind.SPEAKER)
_JOINED = re.compile(
    rf"(?<=\band ){SPACE}*also{_S}(?P<verb>acknowledging|affirming|emphasizing|expressing|noting|"
    rf"reaffirming|recalling|recognizing|reiterating|stressing|underlining|underscoring|welcoming)\b"
)
_ACCOUNT = re.compile(rf"\btaking{_S}also{_S}into{_S}(?P<what>account|consideration)\b")


def check(case: Case) -> Iterator[Finding]:
    """Findings where also and further do not follow from the order of paragraphs.

    The Security Council and organs that are not known here chain in their own way.
    """
    if case.organ in ("S", ""):
        return
    for row in case.bodies:
        yield from _runs(case, row)
        for paragraph in row:
            if paragraph.kind in BODY:
                yield from _order(case, paragraph)


def _runs(case: Case, row: tuple[Paragraph, ...]) -> Iterator[Finding]:
    """A plain paragraph in between may be a heading, which breaks a run, or words that go on:
    then only what holds both ways is said."""
    found = tuple(_mends(row, _BREAKS))
    if not found:
        return
    broken = {(p.id, mend.expected) for p, _, mend in _mends(row, (*_BREAKS, Kind.PLAIN))}
    for paragraph, kind, mend in found:
        if (paragraph.id, mend.expected) in broken:
            yield _out_of_run(case, paragraph, kind, mend)


def _mends(
    row: tuple[Paragraph, ...], breaks: tuple[Kind, ...]
) -> Iterator[tuple[Paragraph, OpeningKind, Mend]]:
    paragraphs: list[Paragraph] = []
    sequence: list[tuple[OpeningKind, str] | None] = []
    for paragraph in row:
        string = paragraph.text.string
        if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
            kind: OpeningKind = "preambular" if paragraph.kind is Kind.PREAMBULAR else "operative"
            sequence.append((kind, string) if opening(string, kind) else None)
            paragraphs.append(paragraph)
        elif paragraph.kind in breaks:
            sequence.append(None)
            paragraphs.append(paragraph)
    for mend in mends(sequence):
        one = sequence[mend.index]
        assert one is not None
        yield paragraphs[mend.index], one[0], mend


def _out_of_run(case: Case, paragraph: Paragraph, kind: OpeningKind, mend: Mend) -> Finding:
    """Of the opening words; the words beside the one that comes or goes keep their italics."""
    span = opening(paragraph.text.string, kind)
    assert span is not None
    start, end = min(span[0], mend.start), max(span[1], mend.end)
    should = f"“{mend.expected}”" if mend.expected else "neither “also” nor “further”"
    found = case.finding(
        "also-further", "warning" if kind == "preambular" else "note", paragraph.id, start, end,
        f"By its place in the run of equal openings this paragraph takes {should}.",
        "DOMAIN rule 3 (96.5 % of preambular, 86.8 % of operative places)",
    )  # fmt: skip
    text = paragraph.text
    after = text.slice(start, end).swap(
        mend.start - start,
        text.slice(mend.start, mend.end),
        text.reworded(mend.start, mend.end, mend.after),
    )
    fix = ReplaceText(paragraph.id, start, text.slice(start, end), after) if after else None
    return replace(found, fix=fix)


def _order(case: Case, paragraph: Paragraph) -> Iterator[Finding]:
    """ "And recognizing also", not "and also recognizing", as at the opening; "also taking into
    account", not "taking also into account"."""
    string = paragraph.text.string
    patterns = ((_JOINED, "{verb} also"), (_ACCOUNT, "also taking into {what}"))
    for pattern, words in patterns:
        if pattern is _JOINED and paragraph.kind is not Kind.PREAMBULAR:
            continue
        for match in matches(pattern, string):
            if not in_ranges(match.start(), quoted(string)):
                after = words.format(**match.groupdict())
                yield case.finding(
                    "also-order", "note", paragraph.id, *match.span(), f"Editors write “{after}”.",
                    "Official texts (14 of 14 “and recalling also” and the like; A/RES/78/226)",
                    after,
                )  # fmt: skip
