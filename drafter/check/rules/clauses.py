"""Commas that part what is added to a sentence: "States, including …", "…, and requests the …".

Measured on the official texts the project is tested on, each paragraph once: a comma or another
mark stands before "including" in 664 of 664 places, behind those whom an organ addresses so
("Urges States, including …, to …") in 12 of 12, and before a further request of an operative
paragraph ("…, and calls upon Member States …") in 90 of 90. Both are of the Assembly, its Human
Rights Council and the Economic and Social Council; other organs have ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding, Kind
from drafter.un.dates import SPACE

NAMES = ("including-comma", "further-verb-comma")
SOURCES = {
    "including-comma": "Editorial Manual (punctuation); measured, 664 of 664",
    "further-verb-comma": "Editorial Manual (punctuation); measured, 90 of 90",
}
_S = f"{SPACE}+"
_INCLUDING = re.compile(rf"(?P<word>\b[\w’]+)(?P<gap>{SPACE}+)including\b")
_GOVERNS = re.compile(
    r"about|after|and|as|avoid|before|besides|but|by|consider|considers|"
    r"considering|despite|envisage|envisages|explore|for|from|in|into|not|"
    r"of|on|or|propose|recommend|suggest|suggests|than|through|to|towards|"
    r"upon|when|whether|while|with|without|worth",
    re.IGNORECASE,
)
"""Words after which "including" is a verb: "by including youth", "to consider including"."""
_VERB = re.compile(
    rf"(?P<word>\b[\w’]+)(?P<gap>;?{SPACE}+)and{SPACE}+(?:(?:also|further){SPACE}+)?"
    rf"(?:(?:requests|invites|urges|encourages|welcomes){SPACE}+(?:the|that|all|its|[A-Z]\w+)|"
    rf"calls{SPACE}+upon{SPACE}+(?:the|all|its|[A-Z]\w+))\b"
)
_JOINED = re.compile(
    r"welcomes|notes|recognizes|commends|supports|endorses|appreciates|"
    r"acknowledges|encourages|urges|invites|reaffirms|stresses|of|to|with|"
    r"upon|who|which|that",
    re.IGNORECASE,
)
"""Words that one object is shared with: "welcomes and encourages the efforts"."""
_CLOSED = re.compile(
    rf"(?:(?:Also|Further|Strongly){_S})?(?:(?:calls{_S}upon|urges|encourages|requests|invites){_S})"
    rf"[^,;]{{3,80}}?,?{_S}including{_S}[^,;]{{3,240}}?(?P<gap>{_S})to{_S}[a-z]+(?<!ing)\b",
    re.IGNORECASE,
)
"""Whom an organ addresses, "including" whom, and behind a comma what they are to do."""


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each such place in the body."""
    if not passage.body or case.organ not in EDITED_ALIKE:
        return
    string = passage.string
    for match in matches(_INCLUDING, string):
        if not _GOVERNS.fullmatch(match["word"]):
            yield from _comma(case, passage, match, "including-comma", "“including …”")
    if passage.kind is not Kind.OPERATIVE:
        return
    closed = _CLOSED.match(string)
    if closed and not re.search(rf",{_S}to{_S}[a-z]", string):
        yield from _comma(case, passage, closed, "including-comma", "what they are to do")
    for match in matches(_VERB, string):
        if not _JOINED.fullmatch(match["word"]):
            yield from _comma(case, passage, match, "further-verb-comma", "a further request")


def _comma(
    case: Case, passage: Passage, match: re.Match[str], rule: str, what: str
) -> Iterator[Finding]:
    start, end = match.span("gap")
    if in_ranges(start, quoted(passage.string)):
        return
    yield case.finding(
        rule, "note", passage.id, start, end, f"Editors write a comma before {what}.",
        SOURCES[rule],
        f",{match['gap'].removeprefix(';')}",
    )  # fmt: skip
