"""Pairing paragraphs: one global decision about what became what.

Likeness decides, order helps: identical paragraphs first, then the choice of pairs whose scores
have the greatest sum, then what hangs on a pair as a merge or a split (``shares``). Nothing here
prefers one side, so that swapping the texts mirrors the result (see ``pair_paragraphs``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import LCSseq

from drafter.compare.assignment import assign
from drafter.compare.candidates import Pair, Places, Scale, Side, candidates
from drafter.compare.order import in_order
from drafter.compare.scores import ENOUGH_TO_MOVE, family_scores, placed_scores, plain_scores
from drafter.compare.shares import Link, with_shares
from drafter.model import Kind, Paragraph
from drafter.text.rarity import Rarity

SINGLES = frozenset(
    (Kind.ADOPTION, Kind.SUBMITTERS, Kind.CHAPEAU, Kind.TITLE, Kind.SPEAKER, Kind.CLOSING)
)
"""Kinds that a text has once: they pair with their like, whatever they say."""


def pair_paragraphs(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    rarity: Rarity,
    kept: Sequence[Link] = (),
) -> list[Link]:
    """What became what: links between positions in ``old`` and in ``new``.

    A link has one position on at least one side, and every position is in at most one link.
    ``rarity`` weighs the words of both texts. ``kept`` are links that are known to hold. The result
    does not depend on which text is called the old one: both are put in one order first.
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
    likely = candidates(scale, free_left, free_right, Places(sorted(in_order(fixed))))
    likely |= _free(scale.origins(), free_left, free_right)
    likely |= _same_words(left, right, free_left, free_right)
    links = with_shares(scale, _chosen(scale, likely, pairs, fixed), likely)
    return sorted([*links, *(((i,), (j,)) for i, j in pairs.items()), *kept])


def _chosen(
    scale: Scale, likely: set[Pair], pairs: dict[int, int], fixed: Sequence[Pair]
) -> dict[Pair, float]:
    """The pairs with the greatest sum of scores; those out of order must be the more alike."""
    plain = plain_scores(scale, likely)
    scores = placed_scores(scale, plain, fixed)
    chosen = assign(scores)
    family = family_scores(scale, chosen | pairs, scores)
    if family:
        scores |= family
        chosen = assign(scores)
    sure = set(fixed)

    def weight(pair: Pair) -> int:
        return 1000 if pair in sure else round(1000 * scale.of(*pair).alike)

    while True:
        every = [*fixed, *chosen.items()]
        kept = in_order(every, weight)
        weak = [p for p in chosen.items() if p not in kept and plain[p] < ENOUGH_TO_MOVE]
        if not weak:
            return {pair: plain[pair] for pair in sorted(chosen.items())}
        for pair in weak:
            del scores[pair]
        chosen = assign(scores)


def moves(old: Sequence[Paragraph], new: Sequence[Paragraph], links: Sequence[Link]) -> set[Link]:
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
    kept = {parts[pair][1] for pair in in_order(list(parts), lambda pair: parts[pair][0])}
    return {link for link in links if link[0] and link[1] and link not in kept}


def _order(side: Sequence[Paragraph]) -> list[tuple[str, str, str, int]]:
    return [(p.text.string, p.kind.value, p.section, p.level) for p in side]


def _singles(left: Side, right: Side, lefts: list[int], rights: list[int]) -> dict[int, int]:
    """Title with title, speaker with speaker, and so on: first what reads the same, then section
    by section, then the rest."""

    def key(p: Paragraph, with_section: bool, with_words: bool) -> tuple[str, ...]:
        section = p.section if with_section else ""
        return (p.kind, section, p.text.string if with_words else "")

    found: dict[int, int] = {}
    here = [i for i in lefts if left.paragraphs[i].kind in SINGLES]
    there = [j for j in rights if right.paragraphs[j].kind in SINGLES]
    for sure in ((True, True), (False, True), (True, False), (False, False)):
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        taken = set(found.values())
        for j in there:
            if j not in taken:
                places[key(right.paragraphs[j], *sure)].append(j)
        for i in here:
            waiting = places.get(key(left.paragraphs[i], *sure)) if i not in found else None
            if waiting:
                found[i] = waiting.pop(0)
    return found


def _identical(
    left: Side, right: Side, lefts: Iterable[int], rights: Iterable[int], done: dict[int, int]
) -> dict[int, int]:
    """Paragraphs of one kind that read the same, where both texts have them equally often.

    Of several that read the same, those between the same neighbours go first, then those that
    stand in one order.
    """
    found: dict[int, int] = {}
    taken = set(done.values())
    here = [i for i in lefts if i not in done]
    there = [j for j in rights if j not in taken]
    rounds = ((0, 0, True), (1, 1, True), (0, 1, True), (1, 0, True), (0, 0, False))
    for before, after, once in rounds:
        groups: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for i in here:
            groups[left.context(i, before, after)][0].append(i)
        for j in there:
            groups[right.context(j, before, after)][1].append(j)
        both = [(olds, news) for olds, news in groups.values() if olds and news]
        if once:
            found.update((a[0], b[0]) for a, b in both if len(a) == len(b) == 1)
        else:
            found.update(_repeated(left, right, here, there))
            free = set(found.values())
            for olds, news in both:
                olds = [i for i in olds if i not in found]
                news = [j for j in news if j not in free]
                if len(olds) == len(news):
                    found.update(zip(olds, news, strict=True))
        if (before, after) == (0, 0):
            # Only what reads the same as something on the other side goes on.
            here: list[int] = [i for olds, _ in both for i in olds]
            there: list[int] = [j for _, news in both for j in news]
        taken = set(found.values())
        here = sorted(i for i in here if i not in found)
        there = sorted(j for j in there if j not in taken)
        if not here or not there:
            break
    return found


def _repeated(
    left: Side, right: Side, lefts: Collection[int], rights: Collection[int]
) -> dict[int, int]:
    """Those that read the same and stand in the longest row common to the whole texts."""
    a = [left.context(i, 0, 0) for i in range(len(left.strings))]
    b = [right.context(j, 0, 0) for j in range(len(right.strings))]
    here, there = set(lefts), set(rights)
    return {
        i: j
        for block in LCSseq.opcodes(a, b)
        if block.tag == "equal"
        for i, j in zip(
            range(block.src_start, block.src_end),
            range(block.dest_start, block.dest_end),
            strict=True,
        )
        if i in here and j in there
    }


def _same_words(left: Side, right: Side, lefts: list[int], rights: list[int]) -> set[Pair]:
    """Paragraphs that read the same, but not equally often: each with the nearest few."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in rights:
        places[right.strings[j]].append(j)
    seen: dict[str, int] = defaultdict(int)
    found: set[Pair] = set()
    for i in lefts:
        there = places.get(left.strings[i], [])
        rank = seen[left.strings[i]]
        seen[left.strings[i]] += 1
        found.update((i, j) for j in there[max(0, rank - 8) : rank + 9])
    return found


def _free(pairs: Iterable[Pair], lefts: Iterable[int], rights: Iterable[int]) -> set[Pair]:
    here, there = set(lefts), set(rights)
    return {(i, j) for i, j in pairs if i in here and j in there}
