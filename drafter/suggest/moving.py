"""One citation moved on to the newest of its series: number, date and the words that name it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from drafter.model import Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case, short
from drafter.suggest.dating import dated
from drafter.suggest.pointers import Pointer, PointerList
from drafter.suggest.wording import (
    cited,
    date_of,
    descriptor,
    number_and_date,
    order,
    subject,
    title_of,
)
from drafter.un.dates import format_date


def moved(case: Case, rule: str, group: PointerList, item: Pointer) -> Iterable[Suggestion]:
    """The suggestions that move one citation on, by its standing: likely, or a question."""
    if not item.newest or item.newest[-1] in _cited_in(case, item.target):
        return
    newest = item.newest[-1]
    confidence: Confidence = "likely" if item.standing == "current" else "ask"
    one = item.citation
    is_dated = case.once(dated)[item.target, one.number[0]]
    if item.standing != "current":
        is_dated = one.date is not None
    date = date_of(case, newest) if is_dated else None
    start, end = number_and_date(one)
    reason = _reason(case, item, newest)
    evidence = case.evidence(newest)
    words = names(case, item, newest)
    after = cited(case, newest, date)
    if words is not None and one.descriptor is not None:
        after += case.text(item.target)[end : one.descriptor[0]] + words
        end = one.descriptor[1]
    made = case.replace(rule, confidence, item.target, start, end, after, reason, evidence)
    if made:
        yield made


def names(case: Case, item: Pointer, newest: str) -> str | None:
    """The descriptor behind a citation with the newer title; None where it stays.

    Only where the words are the whole old title, and the new one differs.
    """
    one = item.citation
    entry = case.catalogue.get(one.symbol)
    if one.descriptor is None or entry is None:
        return None
    string = case.text(item.target)
    words = string[slice(*one.descriptor)]
    new = title_of(case, newest)
    said = " ".join(subject(words).lower().removeprefix("the ").split())
    old, newer = (" ".join(t.lower().removeprefix("the ").split()) for t in (entry.title, new))
    if not new or fuzz.ratio(old, newer) >= 93 or fuzz.ratio(said, newer) >= 93:
        return None
    return descriptor(case, words, newest) if fuzz.ratio(said, old) >= 90 else None


def keeps_order(group: PointerList) -> bool:
    """Whether a list that ascends still does when each item is moved on in its place."""
    old = [order(item.citation.symbol) for item in group.items]
    new = [order(item.newest[-1] if item.newest else item.citation.symbol) for item in group.items]
    return old != sorted(old) or new == sorted(new)


def _reason(case: Case, item: Pointer, newest: str) -> str:
    if item.own and newest != case.own.symbol:
        now = f"{short(newest)} has followed the loaded text in its own series"
    elif item.own:
        now = f"{short(newest)} is the loaded text, now the predecessor"
    else:
        now = f"{short(newest)} is the newest of its series known by {format_date(case.cycle.date)}"
    if item.standing == "current":
        return f"{now}."
    return f"{now}, but {item.reason}; please look."


def _cited_in(case: Case, target: str) -> set[str]:
    return {one.symbol for one in case.citations[target]}
