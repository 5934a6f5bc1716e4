"""Which paragraphs of a comparison stay where they are, which move, come or go.

A Word file is one row of paragraphs: what stays must stand in the same order in both texts, and
paragraphs can only be joined or parted where nothing that stays lies between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.model import Comparison, Resolution, Row
from drafter.write.tracked.script import Pairs, Script, script_of

Fate = Literal["stay", "move"]


@dataclass(frozen=True, slots=True)
class Unit:
    """Old paragraphs that become new ones; what is in no unit is inserted or deleted."""

    row: Row
    fate: Fate
    old: tuple[str, ...]
    new: tuple[str, ...]


def units(
    comparison: Comparison,
    placed: Callable[[str], bool],
    joinable: Callable[[str, str], bool],
    pairs: Pairs,
) -> list[Unit]:
    """The units of a comparison in the order of the new text.

    ``placed``: whether an old paragraph stands in the file's body; ``joinable``: whether two old
    ones stand in the same text, so that nothing but paragraphs lies between.
    """
    old_at, new_at = comparison.old.positions, comparison.new.positions
    found: list[Unit] = []
    for row in comparison.rows:
        old = tuple(i for i in row.old if i in old_at and placed(i))
        new = tuple(sorted((i for i in row.new if i in new_at), key=new_at.__getitem__))
        if old and new:
            ordered = tuple(sorted(old, key=old_at.__getitem__))
            found.append(Unit(row, "move" if row.moved else "stay", ordered, new))
    # what moves by itself cannot be parted or joined on the way
    found = [
        _main(comparison, unit, pairs) if unit.fate == "move" and _several(unit) else unit
        for unit in found
    ]
    found = _in_order(comparison, found)
    return _in_order(comparison, _unbroken(comparison, found, joinable, pairs))


def _several(unit: Unit) -> bool:
    return len(unit.old) > 1 or len(unit.new) > 1


def _main(comparison: Comparison, unit: Unit, pairs: Pairs) -> Unit:
    """The one old and the one new paragraph of a unit that share most words."""

    def kept(pair: tuple[str, str]) -> int:
        return script_of(comparison, unit.row, pairs, (pair[0],), (pair[1],)).kept()

    best = max(((o, n) for o in unit.old for n in unit.new), key=kept)
    return Unit(unit.row, unit.fate, (best[0],), (best[1],))


def _in_order(comparison: Comparison, units: Iterable[Unit]) -> list[Unit]:
    """In the order of the new text: as many as can stay in that of the old one; others move."""
    old_at, new_at = comparison.old.positions, comparison.new.positions
    found = sorted(units, key=lambda unit: new_at[unit.new[0]])
    staying = [unit for unit in found if unit.fate == "stay"]
    tails: list[int] = []
    chain: list[int] = []
    back: list[int | None] = []
    values = [old_at[unit.old[0]] for unit in staying]
    for i, value in enumerate(values):
        k = bisect_left([values[t] for t in tails], value)
        back.append(tails[k - 1] if k else None)
        tails[k : k + 1] = [i]
    at: int | None = tails[-1] if tails else None
    while at is not None:
        chain.append(at)
        at = back[at]
    kept = {id(staying[i]) for i in chain}
    return [
        unit
        if unit.fate == "move" or id(unit) in kept
        else Unit(unit.row, "move", unit.old[:1], unit.new[:1])
        for unit in found
    ]


def _unbroken(
    comparison: Comparison,
    found: list[Unit],
    joinable: Callable[[str, str], bool],
    pairs: Pairs,
) -> Iterator[Unit]:
    """Splits and merges with something between their parts are cut down to their main part.

    So are those at the paragraph of the first footnote: LibreOffice (7.4) forgets what tracks the
    end of that one.
    """
    first_old, first_new = _first_called(comparison.old), _first_called(comparison.new)
    old_at, new_at = comparison.old.positions, comparison.new.positions
    stay_old = sorted(old_at[i] for u in found if u.fate == "stay" for i in u.old)
    stay_new = sorted(new_at[i] for u in found if u.fate == "stay" for i in u.new)
    for unit in found:
        if not _several(unit) or unit.fate == "move":
            yield unit
            continue
        whole = (
            _alone(stay_old, [old_at[i] for i in unit.old])
            and _alone(stay_new, [new_at[i] for i in unit.new])
            and all(joinable(a, b) for a, b in zip(unit.old, unit.old[1:], strict=False))
            and first_old not in unit.old[:-1]
            and first_new not in unit.new[:-1]
        )
        yield unit if whole else _main(comparison, unit, pairs)


def _first_called(text: Resolution) -> str | None:
    """The first paragraph that calls a footnote."""
    called = (p.id for p in text.paragraphs for cue in p.text.cues if cue.note is not None)
    return next(called, None)


def _alone(staying: list[int], own: list[int]) -> bool:
    """Whether no other staying paragraph stands between the first and the last of a unit."""
    return bisect_left(staying, own[-1]) - bisect_left(staying, own[0]) == len(own) - 1


def scripts(comparison: Comparison, found: list[Unit], pairs: Pairs) -> dict[str, Script]:
    """The script of every unit that stays, by its first new paragraph."""
    return {
        unit.new[0]: script_of(comparison, unit.row, pairs, unit.old, unit.new)
        for unit in found
        if unit.fate == "stay"
    }
