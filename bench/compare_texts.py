"""Made-up texts of any length for the benchmarks: as formulaic as resolutions are."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from drafter.model import Kind, Paragraph, Resolution, Text

_VERBS = re.findall(
    "[A-Z][a-z]+",
    "RecallingReaffirmingNotingWelcomingRecognizingStressingRequestsUrgesEncouragesInvites",
)
_FORMULAE = (
    "the United Nations system",
    "Member States that have not yet done so",
    "upon request and within its mandate",
    "in accordance with international law",
    "the implementation of the present resolution",
    "technical assistance and capacity-building",
    "including through the exchange of experience and good practices",
    "in all its forms and manifestations",
    "the 2030 Agenda for Sustainable Development",
    "as well as regional and subregional organizations",
    "with full respect for human rights and fundamental freedoms",
    "in close consultation with all relevant stakeholders",
)
_BEGIN = re.findall("...", "martolvensilcordanpelringoshabfenlurwesjatkip")
_END = ["ation", "ment", "ity", "ing", "ance", "al", "ive", "ure", "ship", "ness", "er", "ism"]


def _word(rng: random.Random) -> str:
    return rng.choice(_BEGIN) + rng.choice(_BEGIN) + rng.choice(_END)


def text(count: int, seed: int = 1) -> Resolution:
    """A resolution of ``count`` paragraphs, about 60 words each."""
    rng = random.Random(seed)
    vocabulary = [_word(rng) for _ in range(1200)]
    paragraphs: list[Paragraph] = []
    for k in range(count):
        kind = Kind.PREAMBULAR if k < count // 3 else Kind.OPERATIVE
        words = [rng.choice(_VERBS)]
        while len(words) < 60:
            if rng.random() < 0.12:
                words += rng.choice(_FORMULAE).split()
            else:
                words.append(rng.choice(vocabulary))
                if rng.random() < 0.25:
                    words.append(rng.choice(("of", "the", "and", "in", "to")))
        paragraphs.append(Paragraph(f"p{k}", kind, Text(" ".join(words) + ";")))
    return Resolution(tuple(paragraphs))


def successor(old: Resolution, extra: int = 0, seed: int = 2) -> Resolution:
    """What the next cycle makes of a text: most paragraphs edited, a few moved, gone and new."""
    rng = random.Random(seed)
    new = list(old.paragraphs)
    for _ in range(len(new) // 30):
        new.pop(rng.randrange(len(new)))
        new.insert(rng.randrange(len(new)), new.pop(rng.randrange(len(new))))
    fresh = text(len(old.paragraphs) // 30 + extra, seed + 100).paragraphs
    for p in fresh:
        new.insert(rng.randrange(len(new)), p)
    for k, p in enumerate(new):
        string = p.text.string
        if rng.random() < 0.6:
            words = string.split(" ")
            for _ in range(rng.randint(1, 8)):
                words[rng.randrange(len(words))] = _word(rng)
            string = " ".join(words)
        new[k] = replace(p, id=f"q{k}", text=Text(string))
    return Resolution(tuple(new))
