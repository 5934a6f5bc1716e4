"""Merges and splits: paragraphs that went into a pair, or came out of one.

A paragraph without a partner belongs to a pair when it shares whole phrases with one of the two
that the other does not have. Formulae are short or common and count for little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from drafter.compare.candidates import Pair, Scale
from drafter.model import Kind
from drafter.text.similarity import stems

Link = tuple[tuple[int, ...], tuple[int, ...]]

_PHRASE = 2.0
"""Weight from which a shared phrase counts: about three rare words in a row."""
_GAIN = 4.0
"""Weight that the phrases must have together where the two are no neighbours."""
_SHARE = 0.18
"""Part of the lighter of the two paragraphs that the shared phrases must make up …"""
_SHARE_OF_ONE = 0.3
"""… and a phrase that is the only one, where they are no neighbours."""
_ORDERLY = 0.3
"""Part of a neighbour's telling words that the shared paragraph must have in one order."""
_FAINT = 0.2
"""Part of the lighter one's words in the other below which the order of words says nothing."""
_SMALL = 8.0
"""Weight below which a paragraph is too small to be judged by a part of it."""
_CUT_OFF = 0.7
"""Part of a neighbour's words that must continue the main paragraph."""
_HALF = 0.45
"""Part of the lighter of two neighbours that stands in the other …"""
_MORE = 0.25
"""… and part of it that the main paragraph has not."""
_WEAK = 0.6
"""Score below which a pair is given up if its two belong to other pairs …"""
_BETTER = 0.3
"""… by so much more, their shares there added."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A paragraph without a partner that may belong to a pair."""

    share: float
    i: int
    j: int
    """The link that is offered …"""
    main: Pair
    """… beside this pair."""
    merge: bool


def with_shares(scale: Scale, pairs: Mapping[Pair, float], likely: Collection[Pair]) -> list[Link]:
    """The pairs (with their scores) as links, with what went into them or came out of them.

    A weak pair is given up where its paragraphs belong better to others.
    """
    of_left = dict(pairs.keys())
    of_right = {j: i for i, j in pairs}
    for i, j in _better_apart(scale, pairs, likely, of_left, of_right):
        del of_left[i], of_right[j]
    offers: list[_Offer] = []
    for i, j in likely:
        if i not in of_left and j in of_right:
            main, merge = (of_right[j], j), True
        elif j not in of_right and i in of_left:
            main, merge = (i, of_left[i]), False
        else:
            continue
        share = max(
            _share(scale, i, j, main, merge),
            _cut_off(scale, i, j, main, merge),
            _half(scale, i, j, main, merge),
        )
        if share < _SHARE and scale.of(i, j).contained > _FAINT:
            share = _in_order(scale, i, j, main, merge)
        if share >= _SHARE:
            offers.append(_Offer(share, i, j, main, merge))
    into: dict[Pair, list[int]] = defaultdict(list)
    out_of: dict[Pair, list[int]] = defaultdict(list)
    taken: set[tuple[bool, int]] = set()
    for offer in sorted(offers, key=lambda o: (-o.share, o.main, o.i, o.j)):
        loose = offer.i if offer.merge else offer.j
        mine, other = (into, out_of) if offer.merge else (out_of, into)
        if (offer.merge, loose) in taken or other[offer.main]:
            continue
        if mine[offer.main]:
            there = mine[offer.main]
            place = (scale, offer.i, offer.j, offer.main, offer.merge)
            if not (
                _cut_off(*place) or _share(*place, there) >= _SHARE or _in_order(*place, there)
            ):
                continue
        mine[offer.main].append(loose)
        taken.add((offer.merge, loose))
    return [
        (tuple(sorted((i, *into[i, j]))), tuple(sorted((j, *out_of[i, j]))))
        for i, j in sorted(of_left.items())
    ]


def _better_apart(
    scale: Scale,
    pairs: Mapping[Pair, float],
    likely: Collection[Pair],
    of_left: Mapping[int, int],
    of_right: Mapping[int, int],
) -> list[Pair]:
    """Weak pairs whose two have much more to do with other pairs, as parts of these."""
    weak = {pair for pair, score in pairs.items() if score < _WEAK}
    gains: dict[Pair, list[float]] = {pair: [0.0, 0.0] for pair in weak}
    for i, j in likely if weak else ():
        main = (of_right.get(j, -1), j)
        mine = (i, of_left.get(i, -1))
        if mine in weak and main in pairs and main != mine and main not in weak:
            gains[mine][0] = max(gains[mine][0], _share(scale, i, j, main, True))
        if main in weak and mine in pairs and main != mine and mine not in weak:
            gains[main][1] = max(gains[main][1], _share(scale, i, j, mine, False))
    return [pair for pair in sorted(weak) if sum(gains[pair]) > pairs[pair] + _BETTER]


def _share(
    scale: Scale, i: int, j: int, main: Pair, merge: bool, others: Collection[int] = ()
) -> float:
    """Weight of the phrases that ``i`` and ``j`` share and the main pair (and the ``others`` that
    joined it) have not, over the weight of the lighter of the two (several times that where the
    two differ in role)."""
    low = max(_SMALL, min(scale.old_weights[i], scale.new_weights[j]) / 2)
    kinds = {scale.old.paragraphs[i].kind, scale.new.paragraphs[j].kind}
    if len(kinds) > 1:
        low *= 4 if Kind.PREAMBULAR in kinds else 2
    side, first = (scale.old, main[0]) if merge else (scale.new, main[1])
    near = abs((i if merge else j) - first) == 1
    enough = max(_PHRASE if near else _GAIN, _SHARE * low)
    if scale.of(i, j).shared < enough:
        return 0.0
    here, there = scale.old.features[i], scale.new.features[j]
    known = side.features[first]
    if others:
        known = known.union(*(side.features[other] for other in others))
    if scale.rarity.weight((here & there) - known) < enough:
        return 0.0
    shared, loose = (scale.new.strings[j], here) if merge else (scale.old.strings[i], there)
    weights = [scale.rarity.weight(phrase - known) for phrase in _phrases(stems(shared), loose)]
    telling = [weight for weight in weights if weight >= _PHRASE]
    share = sum(telling) / low
    if near or (sum(telling) >= _GAIN and (len(telling) > 1 or share >= _SHARE_OF_ONE)):
        return share
    return 0.0


def _in_order(
    scale: Scale, i: int, j: int, main: Pair, merge: bool, others: Collection[int] = ()
) -> float:
    """Part of a loose paragraph's telling words that the shared one has in the same order, beside
    what the main one (and the ``others`` that joined it) accounts for; 0 where it is small. So a
    part is known even if its words were changed one by one."""
    if merge:
        side, loose, first, shared = scale.old_telling, i, main[0], scale.new_telling[j]
    else:
        side, loose, first, shared = scale.new_telling, j, main[1], scale.old_telling[i]
    rest = shared.words
    for other in (first, *others):
        rest = _unmatched(rest, side[other].words)
    part = side[loose]
    common = scale.common(part.words, rest)
    share = common / max(part.weight, _SMALL / 2)
    near = abs(loose - first) == 1
    enough = _ORDERLY if near else _ORDERLY + 0.05
    if scale.old.paragraphs[i].kind is not scale.new.paragraphs[j].kind:
        enough *= 2
    return share if share >= enough and common >= (_PHRASE if near else _PHRASE + 1) else 0.0


def _unmatched(words: list[str], other: list[str]) -> list[str]:
    """The words that another row has not in the same order."""
    found: list[str] = []
    for code in LCSseq.opcodes(words, other):
        if code.tag != "equal":
            found += words[code.src_start : code.src_end]
    return found


def _cut_off(scale: Scale, i: int, j: int, main: Pair, merge: bool) -> float:
    """Part of a neighbour's words that continue the main paragraph as the shared one does; 0 where
    they are few. So a part cut off is known even if the rest says the same in other words."""
    if merge:
        side, loose, first, shared = scale.old, i, main[0], stems(scale.new.strings[j])
    else:
        side, loose, first, shared = scale.new, j, main[1], stems(scale.old.strings[i])
    if abs(loose - first) != 1:
        return 0.0
    a, b = stems(side.strings[first]), stems(side.strings[loose])
    whole = a + b if first < loose else b + a
    gain = LCSseq.similarity(shared, whole) - LCSseq.similarity(shared, a)
    return gain / len(b) if len(b) > 3 and gain >= _CUT_OFF * len(b) else 0.0


def _half(scale: Scale, i: int, j: int, main: Pair, merge: bool) -> float:
    """What a neighbour shares and the main paragraph has not, over the weight of the lighter of
    the two, where much of the lighter one stands in the other; else 0. So two that say nearly the
    same of two things ("all Assembly resolutions", "all Council resolutions") are known as one
    that says it of both."""
    if abs(i - main[0] if merge else j - main[1]) != 1:
        return 0.0
    if scale.old.paragraphs[i].kind is not scale.new.paragraphs[j].kind:
        return 0.0
    if scale.of(i, j).contained < _HALF:
        return 0.0
    known = scale.old.features[main[0]] if merge else scale.new.features[main[1]]
    gain = scale.rarity.weight((scale.old.features[i] & scale.new.features[j]) - known)
    share = gain / max(_SMALL, min(scale.old_weights[i], scale.new_weights[j]) / 2)
    return share if share >= _MORE else 0.0


def _phrases(words: tuple[str, ...], there: frozenset[str]) -> Iterator[set[str]]:
    """The runs of three words and more that also stand there, as pairs of neighbours."""
    run: list[str] = []
    for a, b in pairwise(words):
        pair = f"{a} {b}"
        if pair in there:
            run.append(pair)
            continue
        if len(run) > 1:
            yield set(run)
        run = []
    if len(run) > 1:
        yield set(run)
