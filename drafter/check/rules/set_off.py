"""Words that stand between commas: "…, within its mandate, …", "…, inter alia, …".

Measured on the official texts the project is tested on, each paragraph once: commas or other marks
stand on both sides of "inter alia" in 36 of 36 places; "as appropriate" (60), "where appropriate"
and the like (46), "upon request" (53) and "within its mandate" (48) stand between commas, or go
with a word beside them ("upon request and within its mandate", "upon request by"), in 206 of 207;
before "in particular" a comma stands in 97 of 97 places where it adds to a sentence, before
"especially" in 70 of 70. Organs other than the Assembly, its Human Rights Council and the Economic
and Social Council have ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import EDITED_ALIKE, Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.dates import SPACE

NAMES = ("set-off-comma", "in-particular-comma")
SOURCES = {
    "set-off-comma": "Editorial Manual (punctuation); measured, 242 of 243",
    "in-particular-comma": "Editorial Manual (punctuation); measured, 167 of 167",
}
_S = f"{SPACE}+"
_ONE = (
    rf"(?:inter{_S}alia|(?:as|where|when){_S}appropriate|where{_S}(?:applicable|relevant)|"
    rf"upon{_S}(?:(?:their|its){_S})?request|"
    rf"within{_S}(?:its|their){_S}(?:(?:existing|respective){_S})*mandates?)"
)
_SET_OFF = re.compile(
    rf"(?P<left>{_S})(?P<words>{_ONE}(?:{_S}and{_S}{_ONE})*)(?:(?P<right>{_S})|(?=,))"
)
_LINKED = re.compile(
    r"\b(?:and|or|but|if|including|that|which|who|only|even|well|such|to|be|is|are|not)$"
)
"""Words before such a phrase that it goes with."""
_VERB = re.compile(rf"to{_S}(?!(?:the|a|an|its|their|each|any|all|such|national|local)\b)[a-z]+\b")
_OBJECT = re.compile(rf"(?:the|their|its|all|any|an?){_S}")
_PARTICULAR = re.compile(
    rf"(?P<word>\b[\w’]+)(?P<gap>{_S})(?P<what>in{_S}particular|especially){_S}"
    rf"(?P<next>(?:the|those|in|of|for|by|through|to|on|as|at|when|where|with|their|its|women|girls|"
    rf"children|youth|young|older|persons|developing|least|small|low|rural|human|[A-Z]\w+)\b)"
)
_GOVERNS = re.compile(
    r"\w+(?:ing|ed|ly)|and|or|but|be|is|are|was|were|to|also|further|that|which|who|more|most|"
    r"not|notes?|recalls?|welcomes?|stresses|encourages?|urges?|requests?|recognizes|emphasizes|"
    r"underlines|calls|invites|affects?|concerns?|concern|by|in|of|for|with|on|at|from|as|upon|"
    r"relates?|applies|apply|refers?|includes?|draws?|affirms?|reaffirms?|takes?",
    re.IGNORECASE,
)
"""Words after which "in particular" belongs to a verb: "focused in particular on"."""


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on each such comma that is missing."""
    if not passage.body or case.organ not in EDITED_ALIKE:
        return
    string = passage.string
    quotes = quoted(string)
    for match in matches(_SET_OFF, string):
        if not in_ranges(match.start(), quotes):
            yield from _set_off(case, passage, match)
    for match in matches(_PARTICULAR, string):
        if (
            not _GOVERNS.fullmatch(match["word"])
            and len(string[: match.start("gap")].split()) > 2
            and not in_ranges(match.start(), quotes)
        ):
            what = " ".join(match["what"].split())
            yield _comma(case, passage, match, "gap", "in-particular-comma",
                         f"Editors write a comma before “{what}”.")  # fmt: skip


def _set_off(case: Case, passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    before = passage.string[: match.start()]
    words = " ".join(match["words"].split())
    sides = _missing(words, before, passage.string[match.end() :], match["right"] is not None)
    for side in sides:
        yield _comma(case, passage, match, side, "set-off-comma",
                     f"“{words}” stands between commas.")  # fmt: skip


def _missing(words: str, before: str, after: str, bare: bool) -> tuple[str, ...]:
    """On which sides of the words a comma is missing; ``bare`` where none follows them."""
    marked = not before[-1:].isalnum()
    alone = not marked and not _LINKED.search(before)
    if words.startswith("inter"):
        left = not marked and bool(before)
        return ("left",) * left + ("right",) * bare
    if not bare:
        return ("left",) if alone and not words.startswith("upon") else ()
    goes_on = _VERB.match(after) or (
        words.startswith(("as", "where", "when")) and _OBJECT.match(after)
    )
    if not goes_on:
        return ()
    if before.endswith(","):
        return ("right",)
    return ("left", "right") if alone else ()


def _comma(
    case: Case, passage: Passage, match: re.Match[str], gap: str, rule: str, message: str
) -> Finding:
    start, end = match.span(gap)
    return case.finding(
        rule, "note", passage.id, start, end, message, SOURCES[rule], f",{match[gap]}"
    )
