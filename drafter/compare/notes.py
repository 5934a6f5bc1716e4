"""Pairing footnotes: by the cue that calls them and by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.compare.assignment import assign
from drafter.compare.pairing import Link
from drafter.model import Footnote, Paragraph, Resolution, note_numbers
from drafter.text.rarity import Rarity
from drafter.text.similarity import alike, stems

Pair = tuple[int, int]

_ENOUGH = 0.3
_SAME_WORDS = 0.45
"""What two cues behind the same words of paired paragraphs are worth."""
_SAME_PLACE = 0.25
"""What two cues of the same rank in paired paragraphs are worth."""
_CONTEXT = 16
"""Characters before a cue that say what it stands behind."""
_UNIT = 100_000
_COMMON = 400


def in_cue_order(resolution: Resolution) -> tuple[Footnote, ...]:
    """The notes by their numbers: in the order of first cues, then the lost ones."""
    order = note_numbers(resolution)
    return tuple(sorted(resolution.notes, key=lambda note: order[note.id]))


def pair_notes(
    old: Resolution,
    new: Resolution,
    old_notes: Sequence[Footnote],
    new_notes: Sequence[Footnote],
    links: Sequence[Link],
) -> dict[int, int]:
    """Old note by new note, as positions in ``old_notes`` and ``new_notes``."""
    if not old_notes or not new_notes:
        return {}
    if _order(old, old_notes) > _order(new, new_notes):
        # Put in one order first, so that swapping the texts mirrors the result.
        turned = pair_notes(new, old, new_notes, old_notes, [(b, a) for a, b in links])
        return {i: j for j, i in turned.items()}
    left = [_parts(note) for note in old_notes]
    right = [_parts(note) for note in new_notes]
    rarity = Rarity((*left, *right))
    scores = dict.fromkeys(_likely(left, right) | _same_words(old_notes, new_notes), 0.0)
    for pair, worth in _by_cue(old, new, old_notes, new_notes, links).items():
        scores[pair] = max(scores.get(pair, 0.0), worth)
    found: dict[Pair, int] = {}
    for (i, j), worth in scores.items():
        score = worth + alike(left[i], right[j], rarity) - min(0.02, 0.001 * abs(i - j))
        if old_notes[i].text.string == new_notes[j].text.string:
            score += 0.1
        if score > _ENOUGH:
            found[i, j] = round((score - _ENOUGH) * _UNIT)
    return assign(found)


def _order(
    text: Resolution, notes: Sequence[Footnote]
) -> tuple[list[str], list[tuple[str, list[int]]]]:
    return (
        [note.text.string for note in notes],
        [(p.text.string, [cue.at for cue in p.text.cues]) for p in text.paragraphs],
    )


def _parts(note: Footnote) -> frozenset[str]:
    """Words and the parts of symbols: "E/CN.15/2017/5" shares most with "E/CN.15/2019/5"."""
    words = stems(note.text.string)
    return frozenset((*words, *(part for word in words for part in word.split("/"))))


def _likely(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> set[Pair]:
    places: dict[str, list[int]] = defaultdict(list)
    for i, parts in enumerate(left):
        for part in parts:
            places[part].append(i)
    uses: dict[str, list[int]] = defaultdict(list)
    for j, parts in enumerate(right):
        for part in parts:
            if part in places:
                uses[part].append(j)
    few = len(left) * len(right) <= _COMMON
    return {
        (i, j)
        for part, js in uses.items()
        if few or len(js) * len(places[part]) <= _COMMON
        for j in js
        for i in places[part]
    }


def _same_words(old: Sequence[Footnote], new: Sequence[Footnote]) -> set[Pair]:
    """Notes that read the same, the first with the first and so on."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, note in enumerate(new):
        places[note.text.string].append(j)
    turns = {string: iter(there) for string, there in places.items()}
    nothing: Iterator[int] = iter(())
    found: set[Pair] = set()
    for i, note in enumerate(old):
        j = next(turns.get(note.text.string, nothing), None)
        if j is not None:
            found.add((i, j))
    return found


def _by_cue(
    old: Resolution,
    new: Resolution,
    old_notes: Sequence[Footnote],
    new_notes: Sequence[Footnote],
    links: Sequence[Link],
) -> dict[Pair, float]:
    """What the cues of paired paragraphs say about which notes belong together."""
    left = {note.id: i for i, note in enumerate(old_notes)}
    right = {note.id: j for j, note in enumerate(new_notes)}
    worth: dict[Pair, float] = {}
    for olds, news in links:
        here = [cue for i in olds for cue in _cues(old.paragraphs[i], left)]
        there = [cue for j in news for cue in _cues(new.paragraphs[j], right)]
        if len(here) > 40 or len(there) > 40:
            continue
        for rank, (i, before) in enumerate(here):
            for other, (j, words) in enumerate(there):
                value = 0.0
                if before == words and before:
                    value = _SAME_WORDS
                elif rank == other and len(here) == len(there):
                    value = _SAME_PLACE
                worth[i, j] = max(worth.get((i, j), 0.0), value)
    return worth


def _cues(paragraph: Paragraph, places: dict[str, int]) -> list[tuple[int, str]]:
    """Each cue of a paragraph: position of its note, and the characters it stands behind."""
    string = paragraph.text.string
    return [
        (places[cue.note], string[max(0, cue.at - _CONTEXT) : cue.at].rstrip(" ,.;:"))
        for cue in paragraph.text.cues
        if cue.note in places
    ]
