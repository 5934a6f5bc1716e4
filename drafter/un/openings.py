"""Opening words: the verb phrase that a paragraph begins with, which is what stands in italics.

DOMAIN rule 1: italics cover only the opening verb phrase with also or further, "in particular",
"with appreciation"; "of" is roman in *Takes note* of, "upon" italic in *Calls upon*, commas are
roman. The grammar below was written against the italic openings of 348 official files (General
Assembly, 72nd session; Economic and Social Council, 2018; ``data/openings.tsv``, what it cannot
derive), so that it also knows a phrase that nobody has counted ("Also strongly encourages").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from drafter.un.dates import SPACE

OpeningKind = Literal["preambular", "operative"]

_S = f"{SPACE}+"
_NOUNS = (
    "acknowledgement|admiration|alarm|appeals?|appreciation|approval|aspirations?|belief|calls?|"
    "commendation|commitments?|compassion|concerns?|condemnation|condolences|confidence|"
    "conviction|deep|demands?|desire|determination|disappointment|dismay|encouragement|"
    "endorsement|expectation|faith|frustration|gratitude|hope|indignation|intention|interest|"
    "invitation|opposition|outrage|pledge|readiness|recognition|recommendation|regrets?|rejection|"
    "requests?|resolve|respect|sadness|satisfaction|solidarity|sorrow|support|sympathy|thanks|"
    "view|willingness|wish"
)
"""What an organ expresses, reaffirms or reiterates as its own."""
_FEELINGS = (
    "alarm|appreciation|approval|concern|disappointment|dismay|gratitude|indignation|interest|"
    "regret|sadness|satisfaction|sorrow|outrage|pleasure|pride"
)
_ADJ = (
    r"(?:abiding|clear|continued|continuing|deep|deepest|deepening|enduring|extreme|firm|full|"
    r"grave|gravest|great|greatest|growing|heartfelt|high|highest|increasing|keen|ongoing|"
    r"outright|particular|profound|renewed|serious|sincere|sincerest|special|steadfast|strong|"
    r"strongest|total|unconditional|unequivocal|unreserved|unwavering|utmost|very|warm|"
    r"widespread|wholehearted|\w+ly|and)"
)
_ADJS = rf"(?:{_ADJ}{_S})*"
_AGAIN = rf"(?:{_S}(?:once{_S}again|once{_S}more|again|anew|repeatedly|equally))?"
_CHAIN = rf"(?:{_S}(?:also|further))?"
_ADVERB = (
    rf"(?:(?:also|further|furthermore|once{_S}again|once{_S}more|again|"
    rf"(?!(?:Apply|Imply|Supply|Rely|Comply|Reply)\b)\w+ly){_S})*"
)
_WITH = rf"(?:{_S}with{_S}(?:{_ADJ}{_S})*(?:{_FEELINGS})(?:{_S}and{_S}{_ADJS}(?:{_FEELINGS}))?)?"
_TERMS = (
    rf"(?:{_S}(?:in{_S}the{_S}strongest{_S}(?:possible{_S})?terms|unequivocally|strongly|"
    rf"without{_S}reservation|in{_S}particular|in{_S}(?:this|that){_S}(?:regard|respect|context)))?"
)
_TAIL = rf"{_CHAIN}{_AGAIN}{_WITH}{_TERMS}{_CHAIN}"
_PARTICIPLES = (
    "affected|aghast|alarmed|anxious|appalled|assured|aware|cautious|cognizant|committed|"
    "concerned|confident|conscious|convinced|deeming|desirous|determined|disappointed|dismayed|"
    "distressed|disturbed|encouraged|gratified|grateful|guided|hopeful|horrified|indignant|"
    "inspired|mindful|motivated|moved|pleased|preoccupied|reassured|resolved|saddened|satisfied|"
    "seized|sensitive|shocked|struck|troubled|willing|worried"
)
"""Preambular opening words that do not end in -ing."""
_VERBS = (
    "accepts|acknowledges|acts|adopts|advises|affirms|agrees|allocates|amends|appeals|appoints|"
    "appreciates|appropriates|approves|asks|assures|authorizes|calls|cautions|commemorates|"
    "commends|commits|concludes|concurs|condemns|confirms|congratulates|considers|continues|"
    "convenes|decides|declares|deems|defers|defines|demands|denounces|deplores|designates|desires|"
    "determines|directs|discontinues|draws|elects|emphasizes|empowers|encourages|endorses|"
    "establishes|excludes|exhorts|expects|expresses|extends|finds|firmly|gives|grants|hails|"
    "highlights|honours|implores|initiates|insists|instructs|intends|invites|joins|keeps|launches|looks|"
    "maintains|mandates|notes|notices|objects|observes|offers|opens|orders|passes|pays|"
    "pledges|praises|proclaims|prolongs|promises|proposes|ratifies|re-emphasizes|reaffirms|"
    "realizes|"
    "recalls|receives|recognizes|recommends|recommits|reconfirms|reconsiders|refers|reflects|"
    "regards|regrets|reiterates|rejects|remains|reminds|renews|repeats|repudiates|requests|"
    "requires|reserves|resolves|respects|restates|salutes|sees|selects|sets|shares|solicits|"
    "stresses|strives|submits|suggests|supports|suspends|takes|terminates|thanks|transmits|"
    "trusts|underlines|underscores|undertakes|urges|views|voices|vows|warns|welcomes|wishes"
)
"""Operative opening verbs, third person."""
_ATTITUDE = (
    rf"(?:{_AGAIN}{_S}(?:its|their){_S}{_ADJS}(?:{_NOUNS})"
    rf"(?:{_S}and{_S}{_ADJS}(?:{_NOUNS}))?(?:{_S}upon\b|(?<=call){_S}for\b)?)"
)
_NO_VERBS = (
    r"(?!(?:Beginning|Concerning|Following|Regarding|During|Nothing|Something|Everything)\b)"
)
"""Words in -ing that open no preambular paragraph."""


@cache
def _grammar(kind: OpeningKind) -> re.Pattern[str]:
    """What a paragraph of a kind may open with. Compiled when first asked for, and with what
    follows most verbs written once, not in every alternative: the alternatives are long lists."""
    if kind == "preambular":
        say = r"(?:Expressing|Voicing|Conveying|Extending|Reiterating|Renewing)"
        call, take, bear = "Calling", "Taking", r"(?:Bearing|Keeping|Having)"
        other = r"(?:re-)?\w{2,}ing"
    else:
        say = r"(?:Expresses|Voices|Conveys|Extends|Pledges)"
        call, take, bear = "Calls", "Takes", r"(?:Bears|Keeps)"
        other = f"(?:{_VERBS})"
    attitude_nouns = rf"(?:{_CHAIN}{_AGAIN}{_S}(?:(?:its|their|the){_S})?{_ADJS}(?:{_NOUNS}))"
    alone = [
        rf"{call}{_CHAIN}(?:{_S}(?:strongly|urgently|once{_S}again|once{_S}more|again))?"
        rf"{_S}(?:upon\b|on\b(?={_S}(?:the|all|Member|States))|for\b){_CHAIN}{_TERMS}",
        rf"{call}{_S}attention{_CHAIN}",
    ]
    with_tail = [
        rf"{take}{_CHAIN}{_AGAIN}{_S}(?:(?:due|full|particular|special){_S})?note",
        rf"{take}{_CHAIN}{_S}(?:(?:fully|also|further|duly){_S})?into{_S}"
        rf"(?:full{_S})?(?:account|consideration)",
        rf"{bear}{_CHAIN}{_S}in{_S}mind",
        rf"{say}{attitude_nouns}(?:{_S}and{_S}{_ADJS}(?:{_NOUNS}))?(?:{_S}upon\b)?",
    ]
    if kind == "preambular":
        with_tail += [
            rf"Having(?:{_S}(?:also|further|carefully|fully|again|once{_S}again))*{_S}"
            rf"(?:heard|regard|met|taken{_S}note|been{_S}\w+|\w+ed)",
            rf"(?:Being|Remaining){_S}(?:\w+ly{_S})*(?:{_PARTICIPLES})",
            rf"Sharing{_S}the{_S}{_ADJS}(?:{_NOUNS})",
            rf"(?:Believing|Considering|Deeming|Finding){_S}it{_S}"
            rf"(?:necessary|important|essential|appropriate|desirable|vital)",
            rf"(?:Paying{_S}tribute|Looking{_S}forward|Drawing{_S}attention)",
            rf"(?:{_PARTICIPLES})(?:{_S}and{_S}(?:{_PARTICIPLES}))?",
        ]
    else:
        alone += [
            rf"Continues{_S}to{_S}(?:encourage|urge|request|stress|support|invite|"
            rf"recognize|welcome|express{_S}{_ADJS}(?:{_NOUNS})|call{_S}upon|call{_S}for|"
            rf"emphasize|note|strongly{_S}\w+)",
        ]
        with_tail += [
            rf"Remains(?:{_S}(?:\w+ly|also|further))*{_S}(?:{_PARTICIPLES})",
            rf"Considers{_S}it{_S}(?:necessary|important|essential|appropriate|desirable|"
            rf"vital|intolerable|unacceptable)",
            rf"Pays{_S}(?:{_ADJ}{_S})?tribute",
            rf"Looks{_S}forward",
            rf"Draws{_S}(?:the{_S})?attention",
        ]
    with_tail.append(f"{other}{_ATTITUDE}")
    more = rf"(?:{_S}and{_S}{_ADVERB}{other}(?:{_S}upon\b)?(?!{_S}and\b|,))?"
    front = _NO_VERBS if kind == "preambular" else ""
    return re.compile(
        rf"{front}{_ADVERB}(?:{'|'.join(alone)}|(?:{'|'.join(with_tail)}){_TAIL}|"
        rf"{other}{_TAIL}{more})(?!\w)",
        re.IGNORECASE,
    )


_LEADING = re.compile(r"[\s\u00a0\u200b\u200e\u200f\ufeff]*")


@cache
def _counted() -> dict[OpeningKind, frozenset[str]]:
    """Openings that the grammar cannot derive, by kind."""
    table: dict[OpeningKind, set[str]] = {"preambular": set(), "operative": set()}
    text = files("drafter.un").joinpath("data/openings.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, phrase, _count = line.split("\t")
            table["preambular" if kind == "preambular" else "operative"].add(phrase.lower())
    return {kind: frozenset(phrases) for kind, phrases in table.items()}


@lru_cache(maxsize=8192)
def opening(string: str, kind: OpeningKind) -> tuple[int, int] | None:
    """Range of the opening verb phrase (half-open code points), which is what is italic; None
    where the text opens with none."""
    lead = _LEADING.match(string)
    start = lead.end() if lead else 0
    if not string[start : start + 1].isupper():
        return None
    end = start
    match = _grammar(kind).match(string, start)
    if match and string[start + 1 : match.end()].islower():
        end = match.end()
    known = _counted()[kind]
    head = string[start : start + 80].replace("\xa0", " ").lower()
    for phrase in known:
        if len(phrase) > end - start and head.startswith(phrase):
            end = start + len(phrase)
    return (start, end) if end > start else None


def opening_kind(string: str) -> OpeningKind | None:
    """Whether a text opens like a preambular or like an operative paragraph, or like neither."""
    if opening(string, "operative"):
        return "operative"
    return "preambular" if opening(string, "preambular") else None


def opening_words(string: str, kind: OpeningKind) -> str:
    """The opening verb phrase with single plain spaces; "" for none."""
    span = opening(string, kind)
    return re.sub(SPACE + "+", " ", string[span[0] : span[1]]) if span else ""
