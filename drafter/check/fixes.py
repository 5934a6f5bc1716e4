"""Several fixes at once, as one step."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Change, DoesNotFit, Finding, Group, Resolution, apply

SAFE = frozenset(
    {
        "abbreviation", "adverb-hyphen", "also-further", "also-order", "body-name",
        "cue-before-punctuation", "date-form", "doubled-and", "footnote-style",
        "further-verb-comma", "ibid", "in-particular-comma", "including-comma", "inner-quotes",
        "large-number", "last-ending", "later-mention-dated", "lead-in-ending", "list-and",
        "list-comma", "note-ending", "opening-capitals", "opening-italics", "operative-ending",
        "per-cent", "preambular-ending", "present-resolution", "quote-stop", "range-dash",
        "serial-comma", "set-off-comma", "small-number", "speaker-line", "spelling",
        "straight-quotes", "subparagraph-ending", "upon-request",
    }
)  # fmt: skip
"""Rules whose fixes follow from the rule and its table alone: they may be made together. A date, a
citation and what is noted or taken note of are looked at one by one."""


def fix_together(resolution: Resolution, findings: Iterable[Finding]) -> Change | None:
    """The fixes of these findings as one change, from the end of each text to its beginning; what
    no longer fits, or overlaps one that is made, is left out. None where nothing is left."""
    changes: list[Change] = []
    for one in sorted(findings, key=lambda f: (f.target, f.start, f.end), reverse=True):
        if one.fix is None:
            continue
        try:
            resolution = apply(resolution, one.fix)
        except DoesNotFit:
            continue
        changes.append(one.fix)
    return Group(tuple(changes)) if changes else None
