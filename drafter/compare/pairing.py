"""Pairing paragraphs: one global decision about what became what.

Likeness decides, order helps: identical paragraphs first, then the choice of pairs whose scores
have the greatest sum, then what hangs on a pair as a merge or a split (``shares``). Nothing here
prefers one side, so that swapping the texts mirrors the result (see ``pair_paragraphs``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from drafter.compare.assignment import assign
from drafter.compare.candidates import Pair, Scale, Side, candidates
from drafter.compare.order import in_order
from drafter.compare.shares import Link, with_shares
from drafter.model import Kind, Paragraph
from drafter.text.rarity import Rarity

SINGLES = frozenset(
    (Kind.ADOPTION, Kind.SUBMITTERS, Kind.CHAPEAU, Kind.TITLE, Kind.SPEAKER, Kind.CLOSING)
)
"""Kinds that a text has once: they pair with their like, whatever they say."""

_ENOUGH = 0.27
"""Score from which two paragraphs may be one; unrelated ones of one subject reach 0.25."""
_SURE = 0.5
"""Likeness that makes a pair part of the spine where no other comes near."""
_IN_PLACE = 0.05
"""What standing in the right place is worth."""
_ORIGIN = 0.15
"""What being made from a paragraph in this program is worth."""
_FAMILY = 0.05
"""What hanging on paired parents is worth to sub-paragraphs."""
_UNIT = 100_000


def pair_paragraphs(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    rarity: Rarity,
    kept: Sequence[Link] = (),
) -> list[Link]:
    """What became what: links between positions in ``old`` and in ``new``.

    A link has one position on at least one side, and every position is in at most one link.
    ``rarity`` weighs the words of both texts. ``kept`` are links that are known to hold. The result does not depend on which text is called
    the old one: both are put in one order first.
    """
    if _order(old) > _order(new):
        turned = pair_paragraphs(new, old, rarity, [(b, a) for a, b in kept])
        return sorted((b, a) for a, b in turned)
    left, right = Side(tuple(old)), Side(tuple(new))
    kept_left = {i for a, _ in kept for i in a}
    kept_right = {j for _, b in kept for j in b}
    free_left = [i for i in range(len(old)) if i not in kept_left]
    free_right = [j for j in range(len(new)) if j not in kept_right]
    pairs = _singles(left, right, free_left, free_right)
    pairs.update(_identical(left, right, free_left, free_right, pairs))
    taken = set(pairs.values())
    free_left = [i for i in free_left if i not in pairs and old[i].kind not in SINGLES]
    free_right = [j for j in free_right if j not in taken and new[j].kind not in SINGLES]
    if not free_left or not free_right:
        return sorted([((i,), (j,)) for i, j in pairs.items()] + list(kept))
    scale = Scale(left, right, rarity)
    fixed = [*pairs.items(), *((a[0], b[0]) for a, b in kept)]
    likely = candidates(scale, free_left, free_right)
    likely |= _by_origin(left, right, free_left, free_right)
    scores = _scores(scale, likely, fixed)
    chosen = assign(scores)
    family = _families(scale, chosen, pairs, scores)
    if family:
        chosen = assign(scores | family)
    links = with_shares(scale, sorted(chosen.items()), likely)
    return sorted([*links, *(((i,), (j,)) for i, j in pairs.items()), *kept])


def moves(
    old: Sequence[Paragraph], new: Sequence[Paragraph], links: Sequence[Link]
) -> set[Link]:
    """The smallest set of links out of order; of sets equally small, the one with least text.

    A merge or split keeps its place if one of its parts does.
    """
    if _order(old) > _order(new):
        return {(b, a) for a, b in moves(new, old, [(b, a) for a, b in links])}
    parts = {
        (i, j): (len(old[i].text) + len(new[j].text), (olds, news))
        for olds, news in links
        for i in olds
        for j in news
    }
    kept = {parts[pair][1] for pair in in_order(list(parts), [w for w, _ in parts.values()])}
    return {link for link in links if link[0] and link[1] and link not in kept}


def _order(side: Sequence[Paragraph]) -> tuple[tuple[str, str], ...]:
    return tuple((p.text.string, p.kind.value) for p in side)


def _singles(left: Side, right: Side, lefts: list[int], rights: list[int]) -> dict[int, int]:
    """Title with title, speaker with speaker, and so on, section by section."""
    found: dict[int, int] = {}
    for with_section in (True, False):
        places: dict[tuple[Kind, str], list[int]] = defaultdict(list)
        taken = set(found.values())
        for j in rights:
            p = right.paragraphs[j]
            if p.kind in SINGLES and j not in taken:
                places[p.kind, p.section if with_section else ""].append(j)
        for i in lefts:
            p = left.paragraphs[i]
            if p.kind in SINGLES and i not in found:
                waiting = places[p.kind, p.section if with_section else ""]
                if waiting:
                    found[i] = waiting.pop(0)
    return found


def _identical(
    left: Side, right: Side, lefts: Iterable[int], rights: Iterable[int], done: dict[int, int]
) -> dict[int, int]:
    """Paragraphs of one kind that read the same, where both texts have them equally often."""
    here: dict[tuple[str, Kind], list[int]] = defaultdict(list)
    there: dict[tuple[str, Kind], list[int]] = defaultdict(list)
    taken = set(done.values())
    for i in lefts:
        if i not in done:
            here[left.strings[i], left.paragraphs[i].kind].append(i)
    for j in rights:
        if j not in taken:
            there[right.strings[j], right.paragraphs[j].kind].append(j)
    return {
        i: j
        for key, places in here.items()
        if len(places) == len(there.get(key, ()))
        for i, j in zip(places, there[key], strict=True)
    }


def _by_origin(left: Side, right: Side, lefts: list[int], rights: list[int]) -> set[Pair]:
    ids = {left.paragraphs[i].id: i for i in lefts}
    found: set[Pair] = set()
    for j in rights:
        origin = right.paragraphs[j].origin
        if origin in ids:
            found.add((ids[origin], j))
    ids = {right.paragraphs[j].id: j for j in rights}
    for i in lefts:
        origin = left.paragraphs[i].origin
        if origin in ids:
            found.add((i, ids[origin]))
    return found


def _scores(scale: Scale, likely: set[Pair], fixed: Sequence[Pair]) -> dict[Pair, int]:
    """Scores above the threshold, as whole numbers for an exact sum."""
    plain = {pair: _plain(scale, pair) for pair in likely}
    spine = _spine(scale, plain, fixed)
    lefts, rights = [i for i, _ in spine], sorted(j for _, j in spine)
    found: dict[Pair, int] = {}
    for (i, j), score in plain.items():
        a, b = bisect_left(lefts, i), bisect_left(rights, j)
        off = abs(a - b)
        score += _IN_PLACE if off == 0 else -min(_IN_PLACE, 0.01 * off)
        start_i = lefts[a - 1] if a else -1
        start_j = rights[b - 1] if b else -1
        score -= min(0.02, 0.0005 * abs((i - start_i) - (j - start_j)))
        if score > _ENOUGH:
            found[i, j] = round((score - _ENOUGH) * _UNIT)
    return found


def _plain(scale: Scale, pair: Pair) -> float:
    """Score of a pair without its place: likeness, role and origin."""
    i, j = pair
    a, b = scale.old.paragraphs[i], scale.new.paragraphs[j]
    like = scale.of(i, j)
    low = min(scale.old_weights[i], scale.new_weights[j])
    score = like.alike + 0.25 * (like.contained - like.alike) * min(1.0, low / 15)
    score -= _role(a, b)
    if like.alike > 0.1 and (a.origin == b.id or b.origin == a.id):
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


def _spine(scale: Scale, plain: dict[Pair, float], fixed: Sequence[Pair]) -> list[Pair]:
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
    pairs = sorted({*sure, *fixed})
    weights = [round(10 * scale.old_weights[i]) for i, _ in pairs]
    return sorted(in_order(pairs, weights))


def _families(
    scale: Scale, chosen: dict[int, int], pairs: dict[int, int], scores: dict[Pair, int]
) -> dict[Pair, int]:
    """Better scores for sub-paragraphs whose parents are paired."""
    mates = chosen | pairs
    left, right = scale.old, scale.new
    found: dict[Pair, int] = {}
    for (i, j), score in scores.items():
        a, b = left.parents[i], right.parents[j]
        if a != i and b != j and mates.get(a) == b:
            found[i, j] = score + round(_FAMILY * _UNIT)
    return found
