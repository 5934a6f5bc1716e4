"""The loaded text recalled where it recalls no predecessor itself: it was the first of its kind,
and its successor recalls it. Source: DOMAIN, "the document's own predecessor".

Not where a predecessor is known which the text leaves out, or where it recalls all earlier
resolutions without naming one: then that is the drafters' way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import InsertParagraph, Kind, Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case, short, suggestion
from drafter.suggest.clauses import clause_paragraph
from drafter.suggest.dating import newest_own
from drafter.suggest.latest import since_loaded
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import cited, date_of

_ALL = re.compile(
    r"(?:Recalling|Reaffirming|Reiterating)\b[^;]*\b(?:all|previous|annual|earlier|relevant)\b"
    r"[^;]*\bresolutions\b"
)
_FIRST = re.compile(
    r"(?:Guided by|Having considered|(?:Recalling|Reaffirming|Bearing in mind)[^;]*\bCharter\b)"
)
_KNOWN_SINCE = 76
"""From this session on the catalogue knows every predecessor of the last two years."""


def rule(case: Case) -> Iterable[Suggestion]:
    """One more recital, before the first that recalls something."""
    own = case.own
    if not (own.adopted and own.symbol and own.date and own.session and case.step):
        return
    if newest_own(case) or case.catalogue.predecessor(own.symbol) or _spoken_of(case):
        return
    preamble = [p for p in case.body if p.kind is Kind.PREAMBULAR and not p.section]
    if not preamble:
        return
    first = next((p for p in preamble if not _FIRST.match(p.text.string)), None)
    rows = case.resolution.paragraphs
    at = rows.index(first or preamble[0])
    template = case.library.get("paragraphs/resolution-recalled")
    newest = (own.symbol, *case.once(since_loaded))[-1]
    words = cited(case, newest, date_of(case, newest))
    paragraph = clause_paragraph(template, {"cited": words}, case.resolution.fresh_id("p"))
    confidence: Confidence = "ask"
    if own.organ == "A" and own.session >= _KNOWN_SINCE:
        confidence = "likely"
    yield suggestion(
        "predecessor", confidence, InsertParagraph(rows[at - 1].id if at else None, paragraph),
        f"new|{newest}",
        f"{short(newest)} recalls none before it that is known; its successor recalls it.",
        case.evidence(newest),
    )  # fmt: skip


def _spoken_of(case: Case) -> bool:
    """Whether the text cites itself, or recalls all earlier resolutions without their numbers."""
    own = case.own.symbol
    for group in case.once(pointer_lists):
        if any(own == item.citation.symbol or own in item.newest for item in group.items):
            return True
    return any(
        p.kind is Kind.PREAMBULAR and not case.citations[p.id] and _ALL.match(p.text.string)
        for p in case.body
    )
