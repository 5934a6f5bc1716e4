"""How alike two texts are, with words weighed by rarity.

Formulaic language makes unrelated paragraphs look alike, so single words and pairs of
neighbouring words count by how rare they are in the texts at hand. Typed numbers and "also" and
"further" are left out: they follow from order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from drafter.text.rarity import Rarity

_NUMBER = re.compile(r"\s*(?:\d{1,3}\.|\(?(?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,3})\))\s")
_WORD = re.compile(r"[^\W_]+(?:[-\u2013./'][^\W_]+)*")
_HYPHENS = str.maketrans("\u2010\u2011’", "--'", "\u00ad\u200b\u200e\u200f\u2060")
_CHAIN = frozenset(("also", "further"))


@lru_cache(maxsize=1 << 14)
def stems(string: str) -> tuple[str, ...]:
    """The words of a text in order: lower case, endings cut, also/further and number left out."""
    if not string.isascii():
        string = string.translate(_HYPHENS)
    typed = _NUMBER.match(string)
    words = _WORD.findall(string.lower(), typed.end() if typed else 0)
    return tuple([_stem(word) for word in words if word not in _CHAIN])


@lru_cache(maxsize=1 << 14)
def features(string: str) -> frozenset[str]:
    """What two texts may share: words, and pairs of neighbouring words ("rule law")."""
    words = stems(string)
    return frozenset(words).union(map(" ".join, pairwise(words)))


def similarity(a: str, b: str, rarity: Rarity) -> float:
    """0 (nothing in common) to 1 (the same words): shared weight over the mean weight of both."""
    return alike(features(a), features(b), rarity)


def alike(a: frozenset[str], b: frozenset[str], rarity: Rarity) -> float:
    """``similarity`` of two sets of features."""
    if a == b:
        return 1.0
    whole = rarity.whole(a) + rarity.whole(b)
    return 2 * rarity.weight(a & b) / whole if whole else 0.0


def containment(part: str, whole: str, rarity: Rarity) -> float:
    """0 to 1: how much of the weight of ``part`` stands in ``whole``."""
    inside = features(part)
    weight = rarity.weight(inside)
    return rarity.weight(inside & features(whole)) / weight if weight else 0.0


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
