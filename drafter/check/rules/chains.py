"""Also and further. Source: DOMAIN rule 3: preambular a warning, operative a note."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, Kind
from drafter.un.chains import mends
from drafter.un.openings import OpeningKind, opening

NAMES = ("also-further",)
_BREAKS = (Kind.HEADING, Kind.TITLE, Kind.SPEAKER)


def check(case: Case) -> Iterator[Finding]:
    """Findings where also and further do not follow from the order of paragraphs.

    The Security Council and organs that are not known here chain in their own way.
    """
    if case.organ in ("S", ""):
        return
    for row in case.bodies:
        ids: list[str] = []
        sequence: list[tuple[OpeningKind, str] | None] = []
        for paragraph in row:
            if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
                kind: OpeningKind = (
                    "preambular" if paragraph.kind is Kind.PREAMBULAR else "operative"
                )
                known = opening(paragraph.text.string, kind) is not None
                sequence.append((kind, paragraph.text.string) if known else None)
                ids.append(paragraph.id)
            elif paragraph.kind in _BREAKS:
                sequence.append(None)
                ids.append(paragraph.id)
        for mend in mends(sequence):
            one = sequence[mend.index]
            assert one is not None
            should = f"“{mend.expected}”" if mend.expected else "neither “also” nor “further”"
            yield case.finding(
                "also-further", "warning" if one[0] == "preambular" else "note", ids[mend.index],
                mend.start, max(mend.end, mend.start),
                f"By its place in the run of equal openings this paragraph takes {should}.",
                "DOMAIN rule 3 (96.5 % of preambular, 86.8 % of operative places)", mend.after,
            )  # fmt: skip
