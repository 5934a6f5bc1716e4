"""The loaded text's own series, as the catalogue and the text itself tell it.

The catalogue knows most predecessors. Of an older one it does not know, the text tells: it cites
it under its own title ("its resolution 66/240 A on the financing of the Mechanism and its
subsequent resolutions thereon, the latest of which were resolutions 70/243 and 71/269"), or as the
last word of the first recital that recalls earlier resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from drafter.model import Kind
from drafter.suggest.case import Case
from drafter.suggest.latest import alike, is_curated
from drafter.suggest.wording import subject
from drafter.un.citations import Citation
from drafter.un.recital import recital
from drafter.un.symbols import parse_symbol

_OLDEST_STEP = 4
"""Sessions back to which an unknown resolution may be the predecessor."""
_ITS_TITLE = 90
"""Likeness, in per cent, from which words name the loaded text's own title."""
_ANOTHER_TITLE = 60
"""Likeness below which a title is another subject's."""
_RECALLS = re.compile(
    r"(?:Recalling|Reaffirming|Reiterating|Bearing in mind|Mindful of|Guided by)\b"
    r"(?=[^;]*?\b(?:its|all|previous|earlier|relevant|annual)\b[^;]*?\bresolutions?\b)"
)
_LATEST_OF = re.compile(
    r"\b(?:the\s+)?(?:latest|most\s+recent(?:ly)?|last)(?:\s+(?:one|ones|resolutions?))?"
    r"(?:\s+of\s+which|\s+being)?\b"
    r"|\bsubsequent\b[^;]{0,60}\bincluding\b"
)
_AS_WELL = re.compile(r"\bas well as\b|\band (?:also )?recalling\b")


def own_series(case: Case) -> frozenset[str]:
    """Symbols of the loaded text's own series that came before it."""
    own = case.own
    found = _of_catalogue(case)
    if own.title:
        found |= _under_its_title(case)
        if not found & _recalled(case):
            found |= _last_word(case)
    return frozenset(found - {own.symbol or ""})


def _of_catalogue(case: Case) -> set[str]:
    own = case.own
    if not own.symbol:
        return set()
    series = case.catalogue.series_of(own.symbol)
    members = case.catalogue.members(series, as_of=case.cycle.date) if series else []
    curated = is_curated(members)
    found = {m.symbol for m in members if curated or alike(m.title, own.title)}
    before = case.catalogue.predecessor(own.symbol)
    if before and fuzz.token_sort_ratio(before.title.lower(), own.title.lower()) >= 50:
        found.add(before.symbol)
    return {symbol for symbol in found if _before(symbol, own.symbol)}


def _under_its_title(case: Case) -> set[str]:
    """Resolutions of the same organ that the text cites under its own title, with those that it
    calls the latest of them."""
    found: set[str] = set()
    for string, cited in _preamble(case):
        base: Citation | None = None
        for one in cited:
            if _likeness(case, string, one) >= _ITS_TITLE:
                found.add(one.symbol)
                base = one
                found |= _sharing(one, cited)
            elif base is not None and one.descriptor is None:
                between = string[
                    base.descriptor[1] if base.descriptor else base.end : one.number[0]
                ]
                if _LATEST_OF.search(between) and not _AS_WELL.search(between):
                    found.add(one.symbol)
    return found


def _sharing(last: Citation, cited: list[Citation]) -> set[str]:
    """The resolutions right before one in its list that share the words behind it."""
    if last.descriptor is None or last.list_id is None:
        return set()
    shared: set[str] = set()
    for one in reversed([c for c in cited if c.list_id == last.list_id and c.start < last.start]):
        if one.descriptor is not None:
            break
        shared.add(one.symbol)
    return shared


def _last_word(case: Case) -> set[str]:
    """The last resolution that the first recital of earlier ones names, where nothing says that it
    is about something else."""
    for string, cited in _preamble(case):
        if not _RECALLS.match(string):
            continue
        for one in reversed(cited):
            entry = case.catalogue.get(one.symbol)
            if recital(string, one) or (entry is not None and entry.series):
                continue
            if (entry or one.descriptor) and _likeness(case, string, one) < _ANOTHER_TITLE:
                continue
            back = _sessions_back(one.symbol, case.own.symbol)
            if back is None or not 0 < back <= _OLDEST_STEP * (3 if one.organ == "A/HRC" else 1):
                return set()
            return {one.symbol} | _in_step(case, one, cited, back)
        return set()
    return set()


def _in_step(case: Case, last: Citation, cited: list[Citation], back: int) -> set[str]:
    """The members right before one in its list that nothing else is known of, where they are as far
    apart as the loaded text is from the last ("2020/9, 2021/18 and 2022/16" of a text of 2023)."""
    found: set[str] = set()
    newer = last
    for one in reversed([c for c in cited if c.list_id == last.list_id and c.start < last.start]):
        unknown = last.list_id is not None and one.descriptor is None
        if not unknown or case.catalogue.get(one.symbol):
            return set()
        if _sessions_back(one.symbol, newer.symbol) != back:
            return set()
        found.add(one.symbol)
        newer = one
    return found if len(found) > 1 else set()


def _preamble(case: Case) -> Iterable[tuple[str, list[Citation]]]:
    """Each preambular paragraph with the resolutions of the same organ that it cites."""
    for paragraph in case.body:
        if paragraph.kind is Kind.PREAMBULAR:
            cited = [
                one
                for one in case.citations[paragraph.id]
                if one.kind == "resolution" and one.organ == case.own.organ
            ]
            if cited:
                yield paragraph.text.string, cited


def _recalled(case: Case) -> set[str]:
    """The resolutions that the preamble cites."""
    return {one.symbol for _, cited in _preamble(case) for one in cited}


def _likeness(case: Case, string: str, one: Citation) -> float:
    """How much a citation's title, as the catalogue or the text gives it, is the loaded text's
    own, in per cent; 0 where neither gives one."""
    entry = case.catalogue.get(one.symbol)
    title = _plain(entry.title) if entry and entry.title else ""
    if not title and one.descriptor:
        title = _plain(subject(string[slice(*one.descriptor)]))
    return fuzz.token_sort_ratio(title, _plain(case.own.title)) if title else 0.0


def _plain(title: str) -> str:
    return " ".join(title.lower().removeprefix("the ").split())


def _before(symbol: str, other: str) -> bool:
    a, b = parse_symbol(symbol), parse_symbol(other)
    return a is not None and b is not None and a.order < b.order


def _sessions_back(symbol: str, other: str | None) -> int | None:
    a, b = parse_symbol(symbol), parse_symbol(other or "")
    if a is None or b is None or not (a.session.isdigit() and b.session.isdigit()):
        return None
    return int(b.session) - int(a.session)
