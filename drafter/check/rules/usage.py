"""What a text calls itself, and adverbs before participles.

Measured on the official texts the project is tested on, each paragraph once: "the present
resolution" in 19 of 19 places, never "this resolution" (the Security Council says so of its own);
no hyphen after an adverb in "-ly" in 34 of 35 ("legally binding").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("present-resolution", "adverb-hyphen")
_THIS = re.compile(rf"\b(?P<this>[Tt]his){SPACE}+resolution\b")
_HYPHEN = re.compile(
    r"(?<=ly)(?P<hyphen>[-‑])"
    r"(?=(?:[a-z]+(?:ed|ing)|based|binding|born|driven|friendly|held|known|led|made|owned|paid|run|"
    r"sound|sustainable|vulnerable)\b)",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?<![^\W\d_])[A-Za-z]{3,}ly$")
_NO_ADVERBS = frozenset(
    (
        "anomaly", "assembly", "belly", "bully", "daily", "early", "elderly", "family", "folly",
        "friendly", "yearly", "holy", "hourly", "italy", "july", "likely", "lively", "lonely",
        "monthly", "only", "orderly", "poly", "quarterly", "rally", "reply", "supply", "tally",
        "timely", "ugly", "weekly",
    )
)  # fmt: skip


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each such place in the body."""
    if not passage.body:
        return
    string, quotes = passage.string, quoted(passage.string)
    for match in matches(_THIS, string) if case.organ in EDITED_ALIKE else ():
        if not in_ranges(match.start(), quotes):
            yield case.finding(
                "present-resolution", "note", passage.id, *match.span("this"),
                "A resolution calls itself “the present resolution”.",
                "Editorial Manual; measured, 19 of 19",
                "The present" if match["this"] == "This" else "the present",
            )  # fmt: skip
    for match in matches(_HYPHEN, string, "ly-", "ly‑"):
        adverb = _ADVERB.search(string[: match.start()])
        if adverb is None or adverb[0].lower() in _NO_ADVERBS or in_ranges(match.start(), quotes):
            continue
        yield case.finding(
            "adverb-hyphen", "note", passage.id, *match.span("hyphen"),
            f"No hyphen stands after an adverb: “{adverb[0]} …”.",
            "Editorial Manual (hyphenation); measured, 34 of 35", " ",
        )  # fmt: skip
