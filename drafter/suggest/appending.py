"""More members for a list: words and marks of the old ones stay, cues stay with their items.

"74/147 of 18 December 2019 and 76/169 of 16 December 2021," becomes "74/147 of 18 December 2019,
76/169 of 16 December 2021 and 78/210 of 19 December 2023,". Where the items carry footnotes to
the records they are printed in, a new one gets its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model import (
    AddNote,
    Change,
    Cue,
    Footnote,
    Group,
    ReplaceText,
    Text,
)
from drafter.suggest.case import Case
from drafter.suggest.dating import dated_list
from drafter.suggest.pointers import PointerList
from drafter.suggest.printed import printed_in
from drafter.suggest.wording import cited, date_of, descriptor, number_and_date, order


def more(case: Case, group: PointerList, symbols: Sequence[str]) -> Change:
    """The change that puts more resolutions behind the last of a list; from the end of the text
    to its beginning, so that each part's offsets are those of the old text."""
    text = case.resolution.text_of(group.target)
    last = group.items[-1].citation
    described = sum(item.citation.descriptor is not None for item in group.items) > 1
    end = number_and_date(last)[1]
    if described and last.descriptor:
        end = max(end, last.descriptor[1])
    notes, pieces = _pieces(case, group, symbols, end, described)
    changes: list[Change] = [*notes, _tail(group, text, end, pieces, len(group.items))]
    if len(group.items) > 1:
        join = _join(case, group, text)
        if join is not None:
            changes.append(join)
    if len(changes) == 2 and not notes:
        return _one(text, changes[1], changes[0]) or Group(tuple(changes))
    return changes[0] if len(changes) == 1 else Group(tuple(changes))


def insertion(case: Case, group: PointerList, symbol: str) -> Change | None:
    """The change that puts one more resolution into an ascending list, at its place."""
    if any(item.citation.symbol == symbol for item in group.items):
        return None
    behind = [item for item in group.items if order(item.citation.symbol) < order(symbol)]
    if len(behind) == len(group.items):
        return more(case, group, [symbol])
    following = group.items[len(behind)].citation.number[0]
    words = _words(case, group, symbol, False)
    return ReplaceText(group.target, following, Text(""), Text(f"{words}, "))


def _pieces(
    case: Case, group: PointerList, symbols: Sequence[str], end: int, described: bool
) -> tuple[list[Change], list[Text]]:
    """New notes and the new items, each with its cue."""
    text = case.resolution.text_of(group.target)
    words = [_words(case, group, symbol, described) for symbol in symbols]
    cue = next((c for c in text.cues if end <= c.at <= end + 1), None)
    order_of_notes = [note.id for note in case.resolution.notes]
    if cue is None or cue.note not in order_of_notes or group.in_note:
        return [], [Text(one) for one in words]
    at = order_of_notes.index(cue.note)
    before = case.text(cue.note)
    notes: list[Change] = []
    pieces: list[Text] = []
    for symbol, one in zip(symbols, words, strict=True):
        printed = printed_in(case, symbol, before)
        if printed is None:
            pieces.append(Text(one))
            continue
        note = Footnote(case.fresh_note(), Text(printed))
        at, before = at + 1, printed
        notes.append(AddNote(at, note))
        pieces.append(Text(one, (), (Cue(len(one), note.id),)))
    return notes, pieces


def _words(case: Case, group: PointerList, symbol: str, described: bool) -> str:
    words = cited(case, symbol, date_of(case, symbol) if dated_list(group) else None)
    like = group.items[-1].citation.descriptor
    if described and like:
        words += f" {descriptor(case, case.text(group.target)[slice(*like)], symbol)}"
    return words


def _tail(group: PointerList, text: Text, end: int, pieces: list[Text], size: int) -> ReplaceText:
    """The new items behind the last one. Where a comma and a cue follow that one, the cue stays
    with it and the comma goes behind the new last item, before its own cue."""
    comma = text.string[end : end + 1] == "," and any(c.at == end + 1 for c in text.cues)
    joined = Text(" and ") if len(pieces) == 1 or size == 1 else Text(", ")
    if len(pieces) > 1 and size == 1:
        joined = Text(", ")
    for i, piece in enumerate(pieces):
        if i:
            joined += Text(" and " if i == len(pieces) - 1 else ", ")
        joined += piece
    if not comma:
        return ReplaceText(group.target, end, Text(""), joined)
    own = tuple(Cue(0, c.note, c.typed) for c in text.cues if c.at == end + 1)
    inner = tuple(c for c in joined.cues if c.at < len(joined))
    final = tuple(Cue(len(joined) + 1, c.note) for c in joined.cues if c.at == len(joined))
    after = Text(f"{joined.string},", (), (*own, *inner, *final))
    return ReplaceText(group.target, end, text.slice(end, end + 1), after)


def _join(case: Case, group: PointerList, text: Text) -> ReplaceText | None:
    """The "and" before the old last item becomes a comma; a cue before it follows the comma."""
    start = number_and_date(group.items[-2].citation)[1]
    gap = text.string[start : group.items[-1].citation.number[0]]
    at = gap.rfind(" and ")
    if at < 0:
        return None
    a, b = start + at, start + at + len(" and ")
    if gap[:at].rstrip()[-1:] == ",":
        return ReplaceText(group.target, a, text.slice(a, b), Text(" "))
    moved = [cue for cue in text.cues if cue.at == a]
    if not moved or a == 0:
        return ReplaceText(group.target, a, text.slice(a, b), Text(", "))
    before = text.slice(a - 1, b)
    cues = tuple(Cue(2, cue.note, cue.typed) for cue in moved)
    return ReplaceText(group.target, a - 1, before, Text(f"{text.string[a - 1]}, ", (), cues))


def _one(text: Text, first: Change, second: Change) -> ReplaceText | None:
    """Two replacements as one, with what stands between them, where no cue does."""
    if not (isinstance(first, ReplaceText) and isinstance(second, ReplaceText)):
        return None
    whole = text.slice(first.start, second.end)
    if whole.cues or second.start - first.end > 60:
        return None
    between = text.string[first.end : second.start]
    after = f"{first.after.string}{between}{second.after.string}"
    return ReplaceText(first.target, first.start, whole, Text(after))
