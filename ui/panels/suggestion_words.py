"""What is said of a suggestion: on its card, and under the list."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from drafter.model import Suggestion
from ui.entry_words import where_words
from ui.words import CONFIDENCE, day, edit_of, shortened, target_words

_EVIDENCE = 4
"""What a suggestion rests on that is shown without asking."""


def card_of(suggestion: Suggestion, names: dict[str, str]) -> tuple[str, str, str, str]:
    """Sign, label, what was and what comes."""
    edit = edit_of(suggestion.change)
    sign = CONFIDENCE[suggestion.confidence][0]
    if suggestion.rule == "security-council" and suggestion.evidence:
        # A tick-box: how the list joins its items says nothing, what the new one is about does.
        newer = suggestion.evidence[0]
        number = newer.symbol.removeprefix("S/RES/")
        named = f"{number} — {newer.title}" if newer.title else number
        return sign, target_words(edit.target, names), "", shortened(named, 120)
    old, new = _differing(edit.before, edit.after)
    if old and new:
        old, new = old.strip(" ,"), new.strip(" ,")
    return sign, target_words(edit.target, names), shortened(old, 110), shortened(new, 160)


def _differing(before: str, after: str) -> tuple[str, str]:
    """The two without the long beginning and end they share, cut between words; for show only."""
    if not before or not after:
        return before, after
    a, b = before.split(" "), after.split(" ")
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    head, tail = max(0, head - 2), max(0, tail - 1)
    cut_a, cut_b = a[head : len(a) - tail], b[head : len(b) - tail]
    left, right = "… " if head else "", " …" if tail else ""
    return f"{left}{' '.join(cut_a)}{right}", f"{left}{' '.join(cut_b)}{right}"


def details_of(suggestion: Suggestion) -> str:
    """Reason, what it rests on and where that was found, and how sure it is."""
    parts = [f"<p style='margin:0 0 4px 0'>{escape(suggestion.reason)}</p>"]
    for evidence in suggestion.evidence[:_EVIDENCE]:
        date = f", {day(evidence.date)}" if evidence.date else ""
        title = f" — {escape(shortened(evidence.title, 90))}" if evidence.title else ""
        symbol = escape(evidence.symbol)
        parts.append(
            f"<p style='margin:0 0 3px 0'><a href='{symbol}'>{symbol}</a>{date}{title}</p>"
        )
    more = len(suggestion.evidence) - _EVIDENCE
    if more > 0:
        parts.append(f"<p style='margin:0 0 3px 0'>{_tr('and %d more') % more}</p>")
    found = dict.fromkeys(where_words(one.where) for one in suggestion.evidence if one.where)
    if found:
        parts.append(
            f"<p style='margin:0 0 3px 0'><i>{_tr('Found in')}: {escape('; '.join(found))}</i></p>"
        )
    sign, meaning = CONFIDENCE[suggestion.confidence]
    parts.append(f"<p style='margin:4px 0 2px 0'>{sign} {escape(meaning)}</p>")
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SuggestionsPanel", text)
