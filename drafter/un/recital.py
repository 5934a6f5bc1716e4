"""Does a citation recite history? Then no newer symbol may be put in its place.

"Recalling that in its resolution 68/276 it expressed concern" says what that text said; putting
its successor there would put words into its mouth. Source: DOMAIN, under "What changes each
cycle".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from drafter.un.citations import Citation
from drafter.un.dates import SPACE

RecitalKind = Literal["said", "act", "annex", "founding"]


@dataclass(frozen=True, slots=True)
class Recital:
    """Why a citation recites history."""

    kind: RecitalKind
    """"said": the text tells what it said ("in which it called upon"); "act": it is the basis of
    something ("established by", "pursuant to"); "annex": its annex is cited; "founding": a text
    that later ones only review."""
    start: int
    """Half-open range of the words that show it, in code points."""
    end: int
    reason: str
    """One sentence."""


FOUNDING = {
    "A/RES/60/288": "the Strategy itself, which later resolutions review (A/RES/60/288)",
    "A/RES/217 A (III)": "the Universal Declaration of Human Rights",
    "A/RES/2200 A (XXI)": "the International Covenants on Human Rights",
    "A/RES/46/182": "the guiding principles of humanitarian assistance",
    "A/RES/60/251": "the creation of the Human Rights Council",
    "A/RES/70/1": "the 2030 Agenda for Sustainable Development",
    "A/RES/69/313": "the Addis Ababa Action Agenda",
    "A/RES/60/1": "the 2005 World Summit Outcome",
    "A/RES/55/2": "the United Nations Millennium Declaration",
    "A/RES/48/141": "the mandate of the High Commissioner for Human Rights",
    "A/RES/60/147": "the Basic Principles and Guidelines on the right to a remedy",
    "A/RES/79/1": "the Pact for the Future",
    "A/RES/51/240": "the Agenda for Development",
    "A/RES/41/128": "the Declaration on the Right to Development",
    "A/RES/47/135": "the Declaration on the rights of minorities",
    "A/RES/61/295": "the Declaration on the Rights of Indigenous Peoples",
    "A/RES/2625 (XXV)": "the Declaration on Friendly Relations",
    "A/RES/1514 (XV)": "the Declaration on decolonization",
}
"""Texts that are cited for what they are, whatever came later."""

_WS = f"{SPACE}+"
_SAID_VERBS = (
    r"(?:adopted|agreed|affirmed|acknowledged|appealed|approved|asked|authorized|called|commended|"
    r"condemned|confirmed|considered|created|decided|declared|demanded|designated|emphasized|"
    r"encouraged|endorsed|established|expressed|extended|instructed|invited|launched|mandated|"
    r"noted|proclaimed|reaffirmed|recalled|recognized|recommended|reiterated|renewed|requested|"
    r"resolved|set|stressed|took|underlined|underscored|urged|welcomed|inter|also|further)"
)
_BEHIND_SAID = re.compile(
    rf"(?:(?!\bresolutions?\b|\band{_WS}(?:\w+ly{_WS})?\w+ing\b)[^.;:]){{0,160}}?,?{SPACE}*"
    rf"(?:in|by|through|under|with|of){_WS}which\b"
    rf"|{SPACE}*,?{SPACE}*(?:whereby|where{_WS}it|that{_WS}{_SAID_VERBS}|it{_WS}{_SAID_VERBS}|"
    rf"{_SAID_VERBS}\b(?!{_WS}on\b))",
    re.IGNORECASE,
)
_BEFORE_SAID = re.compile(rf"\b(?:in|by|through|under){_WS}(?:the{_WS})?$", re.IGNORECASE)
_BEFORE_ACT = re.compile(
    rf"\b(?:pursuant{_WS}to|in{_WS}accordance{_WS}with|in{_WS}line{_WS}with|as{_WS}(?:\w+ly{_WS})?"
    rf"(?:affirmed|reaffirmed|requested|decided|established|set{_WS}out|set{_WS}forth|outlined|"
    rf"contained|provided{_WS}for|mandated|recognized|called{_WS}for|stipulated|defined|endorsed|"
    rf"agreed|noted|stated|renewed|extended|adopted|stressed)"
    rf"{_WS}(?:in|by|under)|established{_WS}(?:in|by|under|pursuant{_WS}to)|"
    rf"(?:adopted|mandated|created|endorsed|proclaimed|contained|annexed|requested|set{_WS}out|"
    rf"set{_WS}forth|approved|launched|authorized|given|entrusted|conferred|outlined|"
    rf"called{_WS}for|provided|welcomed|recognized|decided|reaffirmed|made|referred)"
    rf"(?:{_WS}\w+){{0,6}}?{_WS}(?:in|by|to|under)|"
    rf"(?:anniversary|adoption|mandate|mandates|terms|provisions|paragraphs?{_WS}\d+[\w ,]*){_WS}"
    rf"(?:of|in|under)|on{_WS}the{_WS}basis{_WS}of|under|since|by{_WS}virtue{_WS}of)"
    rf"{_WS}(?:the{_WS})?$",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\b(?:annex|annexes|appendix)\b", re.IGNORECASE)


def recital(string: str, citation: Citation) -> Recital | None:
    """Why this citation of a text recites history; None where it only points to a text."""
    start, end = citation.start, citation.end
    if found := _ANNEX.search(string, start, end):
        return Recital(
            "annex", *found.span(), "it cites what is annexed to that text, which no later text "
            "replaces",
        )  # fmt: skip
    founding = FOUNDING.get(citation.symbol)
    if founding:
        return Recital("founding", *citation.number, f"it is cited as {founding}")
    lead = min(start, citation.lead_range[0]) if citation.lead_range else start
    head = max(0, lead - 200)
    if before := _BEFORE_ACT.search(string, head, lead):
        return Recital(
            "act", *before.span(), "it is named as the basis of something, which a later text is "
            "not",
        )  # fmt: skip
    if before := _BEFORE_SAID.search(string, head, lead):
        return Recital("said", *before.span(), "the text tells what that resolution said")
    tail = citation.descriptor[1] if citation.descriptor else end
    if behind := _BEHIND_SAID.match(string, tail):
        return Recital("said", *behind.span(), "the text tells what that resolution said")
    return None
