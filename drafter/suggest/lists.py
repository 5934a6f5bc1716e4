"""Lists of resolutions: when the whole list is the thing that changes, and how.

A list grows where it names two or more members of one series, or where the drafters keep and
append; it is written anew where moving its items on would break their ascending order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from drafter.model import Change, Group, ReplaceText, reword
from drafter.suggest.appending import more
from drafter.suggest.case import Case, trimmed
from drafter.suggest.moving import keeps_order, names
from drafter.suggest.pointers import Pointer, PointerList
from drafter.suggest.report import flat
from drafter.suggest.wording import cited, date_of, listed, number_and_date, order


@dataclass(frozen=True, slots=True)
class NewList:
    """A list as it becomes."""

    change: Change
    before: str
    after: str
    added: tuple[str, ...]
    """Symbols that come in, ascending."""


def by_list(case: Case, group: PointerList) -> bool:
    """Whether a list is changed as a whole rather than item by item."""
    if len(group.items) < 2 or group.items[0].citation.organ == "S":
        return False
    changing = any(item.newest for item in group.items)
    return changing and (group.most_recent or grows(case, group) or not keeps_order(group))


def series_key(case: Case, item: Pointer) -> str:
    """What tells items of one series: its name, or what came last of it."""
    if item.own:
        return "own"
    symbol = item.citation.symbol
    return case.catalogue.series_of(symbol) or (item.newest[-1] if item.newest else symbol)


def grows(case: Case, group: PointerList) -> bool:
    """Whether a list keeps its old members: it names two or more of one series, or is a long row
    of one organ's resolutions that goes back over many sessions, without words for each."""
    counts = Counter(series_key(case, item) for item in group.items)
    if any(count > 1 for count in counts.values()):
        return True
    sessions = [order(item.citation.symbol)[0] for item in group.items]
    described = sum(item.citation.descriptor is not None for item in group.items)
    long = len(sessions) > 3 and max(sessions) - min(sessions) >= 6
    return long and described < 2 and not group.most_recent


def appended(case: Case, group: PointerList) -> NewList | None:
    """The list with newer members behind it, every old one kept.

    A list that grows gets every later member of the series it follows; one that names the most
    recent gets the newest of each. Where words behind some of its members say what those are
    about ("75/311 and 77/325 on wildlife, and 76/185 on the environment"), each such part grows
    by itself.
    """
    growing = grows(case, group)
    counts = Counter(series_key(case, item) for item in group.items)
    parts = _parts(group) if growing else [group]
    changes: list[Change] = []
    added: list[str] = []
    for part in reversed(parts):
        new = _added(case, part, growing, counts, follows=len(parts) == 1 and not counts["own"])
        if new:
            changes += [*flat(more(case, part, new))]
            added += new
    if not changes:
        return None
    change = changes[0] if len(changes) == 1 else Group(tuple(changes))
    edits = [one for one in flat(change) if isinstance(one, ReplaceText)]
    return NewList(
        change, "".join(p.before.string for p in edits), "".join(p.after.string for p in edits),
        tuple(sorted(added, key=order)),
    )  # fmt: skip


def _parts(group: PointerList) -> list[PointerList]:
    """A list cut behind each member that has words of its own."""
    parts: list[list[Pointer]] = [[]]
    for item in group.items:
        parts[-1].append(item)
        if item.citation.descriptor is not None and item is not group.items[-1]:
            parts.append([])
    if len(parts) < 2 or all(len(part) == 1 for part in parts):
        return [group]
    return [replace(group, items=tuple(part)) for part in parts]


def _added(
    case: Case, part: PointerList, growing: bool, counts: Counter[str], follows: bool
) -> list[str]:
    """Symbols that come behind a part of a list, ascending; ``follows`` where its last member's
    series is followed even if it is the only one of it."""
    there = {item.citation.symbol for item in part.items}
    last = series_key(case, part.items[-1])
    fresh: set[str] = set()
    for item in part.items:
        key = series_key(case, item)
        if growing and counts[key] < 2 and key != "own" and not (follows and key == last):
            continue
        fresh.update(item.newest if growing else item.newest[-1:])
    newest = max(there, key=order)
    return sorted((s for s in fresh - there if order(s) > order(newest)), key=order)


def replaced(case: Case, group: PointerList) -> NewList | None:
    """The list with every item moved on to the newest of its series, ascending."""
    if not all(a.citation.number[1] <= b.citation.number[0]
               for a, b in zip(group.items, group.items[1:], strict=False)):  # fmt: skip
        return None
    rows: list[tuple[tuple[int, int, str], str]] = []
    string = case.text(group.target)
    seen: set[str] = set()
    tails = [_tail(string, item) for item in group.items]
    shared = tails[-1] if sum(map(bool, tails)) == 1 else ""
    for item, tail in zip(group.items, tails, strict=True):
        symbol = item.newest[-1] if item.newest else item.citation.symbol
        if symbol in seen:
            continue
        seen.add(symbol)
        if item.newest:
            date = date_of(case, symbol) if item.citation.date else None
            words = names(case, item, symbol)
            text = cited(case, symbol, date)
            text += tail if words is None else _lead_in(string, item) + words
        else:
            text = string[slice(*number_and_date(item.citation))] + tail
        rows.append((order(symbol), text.removesuffix(shared) if shared else text))
    old = [order(item.citation.symbol) for item in group.items]
    if old == sorted(old):
        rows.sort()
    start = group.items[0].citation.number[0]
    end = _end(group.items[-1])
    if any(start < cue.at < end for cue in case.resolution.text_of(group.target).cues):
        return _in_place(case, group)
    return _new_list(case, group, start, end, listed(case, [text for _, text in rows]) + shared)


def _in_place(case: Case, group: PointerList) -> NewList | None:
    """Each item moved on where it stands, so that the cues between them keep their places."""
    changes: list[ReplaceText] = []
    there = {item.citation.symbol for item in group.items}
    for item in reversed(group.items):
        if item.newest and item.newest[-1] not in there:
            symbol = item.newest[-1]
            there.add(symbol)
            start, end = number_and_date(item.citation)
            words = cited(case, symbol, date_of(case, symbol) if item.citation.date else None)
            changes.append(reword(case.resolution, group.target, start, end, words))
    if not changes:
        return None
    before = " ".join(change.before.string for change in changes)
    after = " ".join(change.after.string for change in changes)
    added = tuple(sorted((s for i in group.items for s in i.newest[-1:]), key=order))
    change = changes[0] if len(changes) == 1 else Group(tuple(changes))
    return NewList(change, before, after, added)


def _new_list(case: Case, group: PointerList, start: int, end: int, after: str) -> NewList | None:
    string = case.text(group.target)
    start, end, after = trimmed(string, start, end, after)
    before = string[start:end]
    if before == after:
        return None
    change = reword(case.resolution, group.target, start, end, after)
    added = tuple(s for item in group.items for s in item.newest[-1:])
    return NewList(change, before, after, tuple(sorted(set(added), key=order)))


def _tail(string: str, item: Pointer) -> str:
    """What stands behind number and date and belongs to the item: its descriptor."""
    end = number_and_date(item.citation)[1]
    return string[end : _end(item)]


def _lead_in(string: str, item: Pointer) -> str:
    one = item.citation
    assert one.descriptor is not None
    return string[number_and_date(one)[1] : one.descriptor[0]]


def _end(item: Pointer) -> int:
    one = item.citation
    end = number_and_date(one)[1]
    return max(end, one.descriptor[1]) if one.descriptor else end
