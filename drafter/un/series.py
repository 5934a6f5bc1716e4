"""Recurring series: which resolutions are the same one, a cycle later.

Found by titles first (the same title in several sessions), then, where a title changed between
cycles, by the words that are rare among titles, the agenda item, the committee and the subject
headings; known series (by hand, with their sources) go first.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from drafter.un.records import Record
from drafter.un.sessions import ORDINAL_PATTERN
from drafter.un.symbols import parse_symbol

_DROP = re.compile(rf"\b(?:{ORDINAL_PATTERN}|\d+|[ivx]+|the|a|an|of|and|in|on|to|for|by|with)\b")
_STOP = frozenset(
    ("its", "their", "all", "at", "from", "as", "united", "nations", "general", "assembly")
)
_ONCE = re.compile(
    r"^(?:international (?:day|year|decade|week)|world [\w -]+ (?:day|week)|united nations decade|"
    r"(?:\w+ )?(?:political )?declaration|request for|scope,|modalities|convention\b|agreement\b|"
    r"optional protocol|statute|establishment|graduation of|extension of the preparatory|"
    r"deferral of|revised estimates|model |guide on|guidelines|registration|twelfth|thirteenth|"
    r"fourteenth|fifteenth|the antigua|sendai|addis ababa|\d{4} world)|"
    r"conference of plenipotentiaries|high-level meeting|rules of the united nations commission|"
    r"advisory opinion|anniversary of the united nations institute|^improving global road safety$|"
    r"independent institution|\bsummit\b.*(?:title|outcome)",
    re.IGNORECASE,
)
"""Titles of texts that are adopted once: nothing carries them on but the very same title."""
_COMMON = 40
"""Resolutions under one agenda item over the years, above which it tells little."""
_GAP = 6
"""Most years between two members of a series whose title changed."""


def title_key(title: str) -> str:
    """A title without what changes from session to session: case, ordinals, years, small words."""
    plain = title.lower().replace("co-operation", "cooperation").replace("’", "'")
    plain = re.sub("[\u200b-\u200f\u2060\ufeff]", "", plain)
    plain = re.sub(r"[^\w\s'-]", " ", plain)
    return " ".join(_DROP.sub(" ", plain.replace("-", " ")).split())


def series_ids(records: Sequence[Record], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Series id by symbol, for every record that has a sibling.

    ``known`` gives ids found by hand. Ids are short words made of the title of the newest member.
    """
    known = known or {}
    groups = _Groups()
    by_symbol = {record.symbol: record for record in records}
    for record in records:
        groups.add(record.symbol)
    by_hand: dict[str, list[str]] = defaultdict(list)
    for symbol, series in known.items():
        if symbol in by_symbol:
            by_hand[series].append(symbol)
    for symbols in by_hand.values():
        groups.join_all(symbols)
    for organ, members in _by_organ(records).items():
        if organ not in ("A", "A/HRC", "E"):
            continue
        _same_titles(members, groups)
        _drifted_titles(members, groups, by_symbol)
    named = {symbol: series for series, symbols in by_hand.items() for symbol in symbols}
    return _names(groups, by_symbol, named)


class _Groups:
    """Union of symbols."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, symbol: str) -> None:
        self._parent.setdefault(symbol, symbol)

    def root(self, symbol: str) -> str:
        while self._parent[symbol] != symbol:
            self._parent[symbol] = self._parent[self._parent[symbol]]
            symbol = self._parent[symbol]
        return symbol

    def join(self, first: str, second: str) -> None:
        a, b = self.root(first), self.root(second)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def join_all(self, symbols: Sequence[str]) -> None:
        for symbol in symbols[1:]:
            self.join(symbols[0], symbol)

    def members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for symbol in self._parent:
            found[self.root(symbol)].append(symbol)
        return found


def _by_organ(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        parsed = parse_symbol(record.symbol)
        if parsed and parsed.kind == "resolution" and record.title:
            found[record.organ].append(record)
    for members in found.values():
        members.sort(key=_order)
    return found


def _order(record: Record) -> tuple[int, int, str]:
    parsed = parse_symbol(record.symbol)
    assert parsed is not None
    return parsed.order


def _same_titles(members: Sequence[Record], groups: _Groups) -> None:
    """Join equal titles, then equal titles but for ordinals and years.

    Two of one session with the same title (a question and its financing, parts A and B) stay
    together: which is which, their numbers tell.
    """
    exact: dict[str, list[Record]] = defaultdict(list)
    for record in members:
        exact[record.title.lower()].append(record)
    for same in exact.values():
        groups.join_all([record.symbol for record in same])
    loose: dict[str, list[Record]] = defaultdict(list)
    for record in members:
        key = title_key(record.title)
        if len(key.split()) >= 2:
            loose[key].append(record)
    for same in loose.values():
        titles = {record.title.lower() for record in same}
        if len(titles) < 2:
            continue
        sessions = Counter(
            session for title in titles for session in {r.session for r in exact[title]}
        )
        if max(sessions.values()) == 1:
            groups.join_all([record.symbol for record in same])


def _drifted_titles(
    members: Sequence[Record], groups: _Groups, by_symbol: Mapping[str, Record]
) -> None:
    """Join the end of one series to the beginning of another that carries it on.

    Taken greedily, the surest first; never two of one session.
    """
    weights = _weights(record.title for record in members)
    agendas = Counter(title_key(record.agenda_title) for record in members)
    words = {record.symbol: _words(record.title) for record in members}
    index: dict[str, list[str]] = defaultdict(list)
    for symbol, bag in words.items():
        for word in bag:
            index[word].append(symbol)
    pairs: list[tuple[float, str, str]] = []
    for record in members:
        if _ONCE.search(record.title):
            continue
        rare = sorted(words[record.symbol], key=lambda w: -weights[w])[:4]
        near = {s for word in rare for s in index[word] if len(index[word]) <= 60}
        for other in near:
            later = by_symbol[other]
            years = later.date.year - record.date.year
            if not 0 <= years <= _GAP or later.session == record.session:
                continue
            if _order(later) < _order(record) or _ONCE.search(later.title):
                continue
            if groups.root(other) == groups.root(record.symbol):
                continue
            if ("mandate" in words[record.symbol]) != ("mandate" in words[other]):
                continue
            score = likeness(record, later, words[record.symbol], words[other], weights)
            if agendas[title_key(later.agenda_title)] > _COMMON:
                score -= 0.06  # an agenda item of many resolutions tells little
            bare = not (record.agenda_title and later.agenda_title)
            if score >= (0.72 if bare else 0.62):
                pairs.append((score - 0.01 * years, record.symbol, other))
    sessions: dict[str, set[str]] = defaultdict(set)
    for record in members:
        sessions[groups.root(record.symbol)].add(record.session)
    for _, first, second in sorted(pairs, reverse=True):
        a, b = groups.root(first), groups.root(second)
        if a == b or sessions[a] & sessions[b]:
            continue
        both = sessions[a] | sessions[b]
        groups.join(a, b)
        sessions[groups.root(a)] = both


def likeness(
    first: Record,
    second: Record,
    words: frozenset[str],
    other: frozenset[str],
    weights: Mapping[str, float],
) -> float:
    """How likely the second carries the first on, 0 to 1."""
    shared = sum(weights[w] for w in words & other)
    union = sum(weights[w] for w in words | other) or 1.0
    smaller = min(sum(weights[w] for w in words), sum(weights[w] for w in other)) or 1.0
    title = 0.7 * shared / union + 0.3 * shared / smaller
    head, _, tail = first.title.lower().partition(": ")
    if tail and second.title.lower().startswith(f"{head}: ") and len(_words(head)) >= 2:
        title = max(title, 0.7)
    agenda = _same(title_key(first.agenda_title), title_key(second.agenda_title))
    committee = _same(first.committee, second.committee)
    ours, theirs = set(first.subjects), set(second.subjects)
    subjects = len(ours & theirs) / len(ours | theirs) if ours and theirs else None
    score = title
    if agenda is not None:
        score += 0.12 if agenda else -0.12
    if committee is not None and not committee:
        score -= 0.15
    if subjects is not None:
        score += 0.25 * (subjects - 0.25)
    return score


def _same(first: str, second: str) -> bool | None:
    return first == second if first and second else None


def _words(title: str) -> frozenset[str]:
    return frozenset(w for w in title_key(title).split() if w not in _STOP and len(w) > 1)


def _weights(titles: Iterable[str]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    total = 0
    for title in {t.lower() for t in titles}:
        total += 1
        seen.update(_words(title))
    return defaultdict(
        lambda: 1.0, {word: math.log(1 + total / count) for word, count in seen.items()}
    )


def _names(
    groups: _Groups, by_symbol: Mapping[str, Record], named: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for root, symbols in sorted(groups.members().items()):
        hand = next((named[s] for s in symbols if s in named), None)
        if len(symbols) < 2 and hand is None:
            continue
        newest = max((by_symbol[s] for s in symbols), key=lambda r: (r.date, _order(r)))
        name = hand or "-".join(title_key(newest.title).split()[:6]) or root
        taken[name] += 1
        if taken[name] > 1:
            name = f"{name}-{taken[name]}"
        for symbol in symbols:
            found[symbol] = name
    return found
