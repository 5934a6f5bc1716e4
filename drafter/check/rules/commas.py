"""No comma before the "and" of a plain list. Source: Editorial Manual; DOMAIN rule 11.

Only where three single words are listed: elsewhere a comma before "and" parts clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("serial-comma",)
_LIST = re.compile(
    rf"(?<![\w\-])[a-z][a-z\-]+,{SPACE}+(?!(?:inter|including|particularly|especially|however|"
    rf"therefore|thereby|respectively|accordingly|also|further|moreover)\b)[a-z\-]+(?P<comma>,)"
    rf"{SPACE}+(?:and|or){SPACE}+(?!(?:to|in|for|of|by|with|the|on|at|also|further|as|that|this|"
    rf"when|where|other|others|requests|urges|encourages|invites|calls|decides|notes|welcomes|"
    rf"stresses|recognizes|emphasizes|recalls|reaffirms|expresses|takes)\b)[a-z][a-z\-]+(?<!ing)\b(?![^,;.]{{0,60}}\band\b)"
)


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each such comma."""
    if not passage.body:
        return
    for match in matches(_LIST, passage.string):
        if not in_ranges(match.start(), quoted(passage.string)):
            yield case.finding(
                "serial-comma", "note", passage.id, *match.span("comma"),
                "No comma stands before the “and” of a list.",
                "Editorial Manual; DOMAIN rule 11", "",
            )  # fmt: skip
