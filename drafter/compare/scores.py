"""Scores: how well two paragraphs would go together, by likeness, role, origin and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from drafter.compare.candidates import Pair, Scale
from drafter.compare.order import Places, in_order
from drafter.model import Kind, Paragraph

ENOUGH = 0.27
"""Score from which two paragraphs may be one; unrelated ones of one subject reach 0.25."""
ENOUGH_TO_MOVE = 0.42
"""The same for two that stand out of order."""
_SURE = 0.5
"""Likeness that makes a pair part of the spine where no other comes near."""
_FAINT = 0.12
"""Likeness below which the order of words has nothing to say."""
_IN_PLACE = 0.05
"""What standing in the right place is worth."""
_ORIGIN = 0.25
"""What being made from a paragraph in this program is worth."""
_FAMILY = 0.05
"""What hanging on paired parents is worth to sub-paragraphs."""
_UNIT = 100_000


def plain_scores(scale: Scale, likely: Iterable[Pair]) -> dict[Pair, float]:
    """Scores without regard to place."""
    return {pair: _plain(scale, pair) for pair in likely}


def placed_scores(
    scale: Scale, plain: Mapping[Pair, float], fixed: Sequence[Pair]
) -> dict[Pair, int]:
    """Scores with regard to place, above the threshold, as whole numbers for an exact sum.

    ``fixed`` are pairs already decided; with those beyond doubt they are the spine that places
    are measured by.
    """
    places = Places(_spine(scale, plain, fixed))
    found: dict[Pair, int] = {}
    for (i, j), score in plain.items():
        off = places.off(i, j)
        score += _IN_PLACE if off == 0 else -min(_IN_PLACE, 0.01 * off)
        score -= min(0.02, 0.0005 * places.apart(i, j))
        if score > ENOUGH:
            found[i, j] = round((score - ENOUGH) * _UNIT)
    return found


def family_scores(
    scale: Scale, mates: Mapping[int, int], scores: Mapping[Pair, int]
) -> dict[Pair, int]:
    """Better scores for sub-paragraphs whose parents are paired."""
    left, right = scale.old.parents, scale.new.parents
    return {
        (i, j): score + round(_FAMILY * _UNIT)
        for (i, j), score in scores.items()
        if left[i] != i and right[j] != j and mates.get(left[i]) == right[j]
    }


def _plain(scale: Scale, pair: Pair) -> float:
    """Score of a pair without its place: likeness, role and origin."""
    i, j = pair
    a, b = scale.old.paragraphs[i], scale.new.paragraphs[j]
    like = scale.of(i, j)
    low = min(scale.old_weights[i], scale.new_weights[j])
    score = like.alike + 0.25 * (like.contained - like.alike) * min(1.0, low / 15)
    if _FAINT < score < _SURE:
        score = scale.in_order(i, j, score)
    score -= _role(a, b)
    if like.alike > 0.02 and (a.origin == b.id or b.origin == a.id) and scale.made_here:
        score += _ORIGIN
    return score


def _role(a: Paragraph, b: Paragraph) -> float:
    """What a change of role costs: a preambular paragraph rarely becomes an operative one."""
    cost = 0.0 if a.section == b.section else 0.03
    if a.kind is b.kind:
        return cost
    kinds = {a.kind, b.kind}
    if Kind.OPAQUE in kinds:
        return 1.0
    if Kind.HEADING in kinds:
        return cost + 0.3
    if Kind.PREAMBULAR in kinds:
        return cost + 0.15
    return cost + 0.03


def _spine(scale: Scale, plain: Mapping[Pair, float], fixed: Sequence[Pair]) -> list[Pair]:
    """Pairs that are beyond doubt and keep one order: what places are measured by."""
    first_left: dict[int, float] = defaultdict(float)
    first_right: dict[int, float] = defaultdict(float)
    second_left: dict[int, float] = defaultdict(float)
    second_right: dict[int, float] = defaultdict(float)
    for (i, j), score in plain.items():
        for key, first, second in ((i, first_left, second_left), (j, first_right, second_right)):
            if score > first[key]:
                first[key], second[key] = score, first[key]
            elif score > second[key]:
                second[key] = score
    sure = [
        (i, j)
        for (i, j), score in plain.items()
        if score >= _SURE
        and score >= max(first_left[i], first_right[j])
        and score - 0.15 >= max(second_left[i], second_right[j])
    ]
    return sorted(in_order(list({*sure, *fixed})))
