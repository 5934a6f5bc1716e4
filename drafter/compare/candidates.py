"""Which paragraphs may belong together, and how much: found by the rare words they share.

Only words and pairs of words that few paragraphs have lead to candidates, so the work grows with
the length of the texts and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from drafter.compare.order import Places
from drafter.model import Kind, Paragraph
from drafter.text.rarity import Rarity
from drafter.text.similarity import features, stems

Pair = tuple[int, int]
_Ranked = tuple[int, int, int]
"""Weight below 0, old, new."""

_RARE = 8
"""A feature that more paragraphs of both texts have than this leads to no candidates …"""
_FEW = 12
"""… unless a paragraph has fewer rare ones than this; then its rarest lead, up to …"""
_COMMON = 60
"""… this many paragraphs."""
_KEPT = 3
"""Candidates looked at for each paragraph."""
_FEW_TELLING = 4.0
"""Weight of telling words below which two paragraphs have too few of them to be judged by."""
_GAP = 16
"""Pairs between two neighbours that are looked at whatever they share."""


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

    def context(self, i: int, before: int, after: int) -> tuple[str, ...]:
        """Kind and words of a paragraph, with those of so many neighbours before and after."""
        strings = self.strings
        if before == after == 0:
            return (self.paragraphs[i].kind, strings[i])
        around = range(i - before, i + after + 1)
        return (
            self.paragraphs[i].kind,
            *(strings[k] if 0 <= k < len(strings) else "" for k in around),
        )

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


class Likeness(NamedTuple):
    """How much two paragraphs have in common."""

    alike: float
    """Shared weight over the mean weight of both, 0 to 1."""
    contained: float
    """Shared weight over the weight of the lighter one, 0 to 1."""
    shared: float
    """Shared weight."""


class _Weights(dict[int, float]):
    """Weight of each paragraph of a side, worked out when it is asked for."""

    def __init__(self, side: Side, rarity: Rarity) -> None:
        self._side, self._rarity = side, rarity

    def __missing__(self, i: int) -> float:
        self[i] = self._rarity.whole(self._side.features[i])
        return self[i]


class Telling(NamedTuple):
    """The words of a paragraph that tell it from others, in order, and their weight."""

    words: list[str]
    different: frozenset[str]
    weight: float


class _Tellings(dict[int, Telling]):
    """The telling words of each paragraph of a side, worked out when they are asked for."""

    def __init__(self, side: Side, rarity: Rarity) -> None:
        self._side, self._rarity = side, rarity

    def __missing__(self, i: int) -> Telling:
        words = list(filterfalse(self._rarity.common.__contains__, stems(self._side.strings[i])))
        self[i] = Telling(words, frozenset(words), self._rarity.weight(words))
        return self[i]


class Scale:
    """Likeness of any two paragraphs of two sides, worked out once."""

    def __init__(self, old: Side, new: Side, rarity: Rarity) -> None:
        self.old, self.new, self.rarity = old, new, rarity
        self.old_weights = _Weights(old, rarity)
        self.new_weights = _Weights(new, rarity)
        self.old_telling = _Tellings(old, rarity)
        self.new_telling = _Tellings(new, rarity)
        self.old_shared: dict[int, frozenset[str]] = {}
        self.new_shared: dict[int, frozenset[str]] = {}
        """Features without those that the other text has not, where they are known."""
        self._known: dict[Pair, Likeness] = {}

    @cached_property
    def made_here(self) -> bool:
        """Whether one text was made from the other in this program: most paragraphs that name
        their origin are much like it (else the ids are those of another text)."""
        origins = self.origins()
        return 2 * sum(self.of(i, j).alike > 0.5 for i, j in origins) > len(origins)

    def origins(self) -> list[Pair]:
        """Pairs of which one says that it was made from the other."""
        here = {p.id: i for i, p in enumerate(self.old.paragraphs)}
        there = {p.id: j for j, p in enumerate(self.new.paragraphs)}
        return [
            *((here[p.origin], j) for j, p in enumerate(self.new.paragraphs) if p.origin in here),
            *((i, there[p.origin]) for i, p in enumerate(self.old.paragraphs) if p.origin in there),
        ]

    def of(self, i: int, j: int) -> Likeness:
        """The likeness of old paragraph ``i`` and new paragraph ``j``."""
        found = self._known.get((i, j))
        if found is None:
            a = self.old_shared.get(i) or self.old.features[i]
            b = self.new_shared.get(j) or self.new.features[j]
            shared = self.rarity.weight(a & b)
            old, new = self.old_weights[i], self.new_weights[j]
            low = min(old, new)
            if not low:
                same = float(self.old.features[i] == self.new.features[j])
                found = Likeness(same, same, shared)
            else:
                found = Likeness(2 * shared / (old + new), shared / low, shared)
            self._known[i, j] = found
        return found

    def in_order(self, i: int, j: int, above: float) -> float:
        """Weight of the telling words that two paragraphs have in one order over their mean
        weight, 0 to 1: what stays where words are changed one by one and few phrases are left.

        What can't be more than ``above`` is not worked out: it is ``above``.
        """
        a, b = self.old_telling[i], self.new_telling[j]
        half = max(a.weight + b.weight, 2 * _FEW_TELLING) / 2
        if self.rarity.weight(filter(b.different.__contains__, a.words)) <= above * half:
            return above
        return max(above, self.common(a.words, b.words) / half)

    def common(self, a: Sequence[str], b: Sequence[str]) -> float:
        """Weight of the words that two rows of words have in one order."""
        return sum(
            self.rarity.weight(a[code.src_start : code.src_end])
            for code in LCSseq.opcodes(a, b)
            if code.tag == "equal"
        )


def candidates(
    scale: Scale, lefts: Sequence[int], rights: Sequence[int], places: Places
) -> set[Pair]:
    """Pairs of old paragraphs of ``lefts`` and new ones of ``rights`` that share rare words.

    Of equals, those that stand nearer to each other.
    """
    here, there = scale.old.features, scale.new.features
    counts, weights = scale.rarity.counts, scale.rarity.thousandths
    nothing: frozenset[str] = frozenset()
    all_new = nothing.union(*(there[j] for j in rights))
    scale.old_shared.update((i, here[i] & all_new) for i in lefts)
    both = nothing.union(*(scale.old_shared[i] for i in lefts))
    scale.new_shared.update((j, there[j] & both) for j in rights)
    rare = frozenset(feature for feature in both if counts[feature] <= _RARE)
    leading = {j: _leading(scale.new_shared[j], rare, counts) for j in rights}
    owners: dict[str, list[int]] = defaultdict(list)
    wanted = nothing.union(*leading.values())
    for i in lefts:
        for feature in wanted & scale.old_shared[i]:
            owners[feature].append(i)
    by_left: dict[int, list[_Ranked]] = defaultdict(list)
    found: set[Pair] = set()
    for j, row in leading.items():
        shared: dict[int, int] = defaultdict(int)
        for feature in row:
            weight = weights[feature]
            for i in owners[feature]:
                shared[i] += weight
        ranked = [(-weight, i, j) for i, weight in shared.items()]
        for item in ranked:
            by_left[item[1]].append(item)
        found.update(_best(ranked, places))
    for ranked in by_left.values():
        found.update(_best(ranked, places))
    return found | _in_place(lefts, rights, places)


def _best(ranked: list[_Ranked], places: Places) -> list[Pair]:
    if len(ranked) > _KEPT:
        ranked.sort()
        last = ranked[_KEPT - 1][0]
        if ranked[_KEPT][0] == last:
            ranked = [item for item in ranked if item[0] <= last]
            ranked.sort(key=lambda item: (item[0], places.off(item[1], item[2]), item))
    return [(i, j) for _, i, j in ranked[:_KEPT]]


def _leading(
    row: frozenset[str], rare: frozenset[str], counts: Mapping[str, int]
) -> frozenset[str]:
    """The features of a paragraph that lead to candidates."""
    leading = row & rare
    if len(leading) >= _FEW:
        return leading
    ranked = sorted((counts[f], f) for f in row if counts[f] <= _COMMON)
    return frozenset(f for _, f in ranked[:_FEW])


def _in_place(lefts: Sequence[int], rights: Sequence[int], places: Places) -> set[Pair]:
    """The few that stand between the same neighbours, whatever they say."""
    here: dict[int, list[int]] = defaultdict(list)
    there: dict[int, list[int]] = defaultdict(list)
    for i in lefts:
        here[places.rank_old(i)].append(i)
    for j in rights:
        there[places.rank_new(j)].append(j)
    return {
        (i, j)
        for rank, olds in here.items()
        if len(olds) * len(there.get(rank, ())) <= _GAP
        for i in olds
        for j in there.get(rank, ())
    }
