"""Which paragraphs may belong together, and how much: found by the rare words they share.

Only words and pairs of words that few paragraphs have lead to candidates, so the work grows with
the length of the texts and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Kind, Paragraph
from drafter.text.rarity import Rarity
from drafter.text.similarity import features

Pair = tuple[int, int]

_COMMON = 60
"""A word that leads to more pairs than this leads to none."""
_KEPT = 8
"""Candidates looked at for each paragraph."""


@dataclass(frozen=True)
class Side:
    """One of the two texts, made ready for pairing."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def strings(self) -> tuple[str, ...]:
        return tuple(p.text.string for p in self.paragraphs)

    @cached_property
    def features(self) -> tuple[frozenset[str], ...]:
        return tuple(map(features, self.strings))

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """Position of the paragraph each sub-paragraph hangs on; its own where there is none."""
        found: list[int] = []
        open_: list[int] = []
        for i, paragraph in enumerate(self.paragraphs):
            if paragraph.kind is Kind.SUBPARAGRAPH:
                del open_[max(1, paragraph.level) :]
                found.append(open_[-1] if open_ else i)
                open_.append(i)
            else:
                open_ = [i]
                found.append(i)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two paragraphs have in common, 0 to 1 each."""

    alike: float
    """Shared weight over the mean weight of both."""
    contained: float
    """Shared weight over the weight of the lighter one."""


class Scale:
    """Likeness of any two paragraphs of two sides, worked out once."""

    def __init__(self, old: Side, new: Side, rarity: Rarity) -> None:
        self.old, self.new, self.rarity = old, new, rarity
        self.old_weights = [rarity.weight(f) for f in old.features]
        self.new_weights = [rarity.weight(f) for f in new.features]
        self._known: dict[Pair, Likeness] = {}

    def of(self, i: int, j: int) -> Likeness:
        """The likeness of old paragraph ``i`` and new paragraph ``j``."""
        found = self._known.get((i, j))
        if found is None:
            a, b = self.old.features[i], self.new.features[j]
            wa, wb = self.old_weights[i], self.new_weights[j]
            if a == b:
                found = Likeness(1.0, 1.0)
            else:
                shared = self.rarity.weight(a & b)
                low = min(wa, wb)
                found = Likeness(2 * shared / (wa + wb), shared / low if low else 0.0)
            self._known[i, j] = found
        return found


def candidates(scale: Scale, lefts: Sequence[int], rights: Sequence[int]) -> set[Pair]:
    """Pairs of old paragraphs of ``lefts`` and new ones of ``rights`` that share rare words."""
    counts, weight_of = scale.rarity.counts, scale.rarity.one
    places: dict[str, list[int]] = defaultdict(list)
    for i in lefts:
        for feature in scale.old.features[i]:
            if counts[feature] > 1:
                places[feature].append(i)
    uses: dict[str, int] = defaultdict(int)
    for j in rights:
        for feature in scale.new.features[j]:
            if feature in places:
                uses[feature] += 1
    common = {f for f, used in uses.items() if used * len(places[f]) > _COMMON * 4}
    weights = {f: weight_of(f) for f in uses if f not in common}
    by_left: dict[int, list[tuple[int, int]]] = defaultdict(list)
    found: set[Pair] = set()
    for j in rights:
        shared: dict[int, int] = defaultdict(int)
        for feature in scale.new.features[j]:
            weight = weights.get(feature)
            if weight is not None:
                for i in places[feature]:
                    shared[i] += weight
        ranked = sorted(((-w, i) for i, w in shared.items()))
        found.update((i, j) for _, i in ranked[:_KEPT])
        for w, i in ranked:
            by_left[i].append((w, j))
    for i, ranked in by_left.items():
        ranked.sort()
        found.update((i, j) for _, j in ranked[:_KEPT])
    return found
