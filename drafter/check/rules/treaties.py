"""Treaties and "Ibid." in footnotes: the next from the same series says "Ibid.", and only then.

Source: DOMAIN rule 4 ("United Nations, Treaty Series, vol. 1577, No. 27531.", the next from the
same series "Ibid., vol. …"); Editorial Manual (footnotes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding, note_numbers

NAMES = ("ibid",)
SOURCE = "DOMAIN rule 4; Editorial Manual (footnotes)"
_SERIES = re.compile(r"United Nations, Treaty Series(?=, vols?\.)")
_IBID_VOLUME = re.compile(r"Ibid\.(?=, vols?\. \d+, Nos?\.)")
_IBID = re.compile(r"Ibid\.")


def check(case: Case) -> Iterator[Finding]:
    """Findings on each footnote by the one before it, in the order of their marks."""
    order = note_numbers(case.resolution)
    before: str | None = None
    in_series = False
    for note in sorted(case.resolution.notes, key=lambda one: order.get(one.id, len(order) + 1)):
        if note.id not in order:
            continue
        string = note.text.string.replace("\xa0", " ")
        series, volume = _SERIES.match(string), _IBID_VOLUME.match(string)
        if before is None and (first := _IBID.match(string)):
            yield case.finding(
                "ibid", "warning", note.id, *first.span(),
                "“Ibid.” has no footnote before it to refer to.", SOURCE,
            )  # fmt: skip
        elif volume and not in_series:
            yield case.finding(
                "ibid", "warning", note.id, *volume.span(),
                "The footnote before this one is of no treaty series; the series is named.",
                SOURCE, "United Nations, Treaty Series",
            )  # fmt: skip
        elif series and in_series:
            yield case.finding(
                "ibid", "note", note.id, *series.span(),
                "The next treaty from the same series is “Ibid.”.", SOURCE, "Ibid.",
            )  # fmt: skip
        in_series = bool((volume and before is not None) or (series and ";" not in string))
        before = string
