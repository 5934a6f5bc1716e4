"""The typed number in front of a paragraph, as it stands in the file and as it shall stand."""

from __future__ import annotations

import re

from drafter.model import Kind, Paragraph, Resolution, numbers
from drafter.write.form import title_number

_SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_TOKEN = re.compile(r"\w+|\W")
_TITLE = re.compile(r"[A-Z]?-?\d+/\d+(?:\s?[A-Z])?\.?")


class Labels:
    """Numbers of both texts as printed; new ones by order, or kept with *bis* for what is new."""

    def __init__(
        self, old: Resolution, new: Resolution, kept: dict[str, str], *, renumber: bool
    ) -> None:
        """``kept`` names the old paragraph of every new one that stays or moves, by id."""
        self._old = old
        self._new = new
        self.before = {k: v for k, v in numbers(old).items() if v}
        self.after = numbers(new) if renumber else self._unchanged(kept)
        self.after = {k: v for k, v in self.after.items() if v}
        self._old_title, self._new_title = (
            next((p.id for p in text.of_kind(Kind.TITLE)), None) for text in (old, new)
        )

    def _unchanged(self, kept: dict[str, str]) -> dict[str, str]:
        """Every number as it was; what is new takes the one before it and bis, ter, quater."""
        computed = numbers(self._new)
        found: dict[str, str] = {}
        last: dict[tuple[str, int], str] = {}
        extra: dict[tuple[str, int], int] = {}
        for paragraph in self._new.paragraphs:
            number = computed.get(paragraph.id)
            if number is None:
                continue
            depth = max(1, paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else 0
            place = (paragraph.section, depth)
            for deeper in [p for p in last if p[0] == paragraph.section and p[1] > depth]:
                del last[deeper]
            was = self.before.get(kept.get(paragraph.id, ""))
            if was is not None:
                found[paragraph.id] = last[place] = was
                extra[place] = 0
            elif place in last and paragraph.typed_label is None and extra.get(place, 0) < 9:
                found[paragraph.id] = f"{last[place]} {_SUFFIXES[extra.get(place, 0)]}"
                extra[place] = extra.get(place, 0) + 1
            else:
                found[paragraph.id] = number
        return found

    def change(
        self, old: Paragraph, new: Paragraph, prefix: str, *, listed: bool = False
    ) -> tuple[int, int, str] | None:
        """What to replace in the ``prefix`` of an old paragraph: start, end, new characters.

        ``listed``: the number is that of a real list, which counts by itself.
        """
        wanted = self.wanted(old, new, prefix, listed=listed)
        return None if wanted == prefix else difference(prefix, wanted)

    def wanted(self, old: Paragraph, new: Paragraph, prefix: str, *, listed: bool = False) -> str:
        """The prefix of an old paragraph as it shall read before the new one."""
        if new.kind is Kind.TITLE:
            return self._title(new, prefix, own=old.id != self._old_title)
        prefix = self._untitled(old, prefix)
        before, after = self.before.get(old.id), self.after.get(new.id)
        if before is not None and before in prefix:
            if after is not None:
                head, _, tail = prefix.rpartition(before)
                if _closed(before) != _closed(after):
                    tail = (tail.removeprefix(".") or "\t") if _closed(after) else f".{tail}"
                return f"{head}{after}{tail}"
            return re.sub(re.escape(before) + r"\.?[\t ]?", "", prefix, count=1)
        if before is None and after is not None and not listed:
            return prefix + _typed(after, "\t")
        return prefix

    def leaves_list(self, old: Paragraph, new: Paragraph) -> bool:
        """Whether the counting of the list an old paragraph is in would give a new one a wrong
        number."""
        number = self.after.get(new.id)
        return old.id in self.before and (number is None or " " in number)

    def fresh(self, new: Paragraph, template: Paragraph | None, prefix: str) -> str:
        """The prefix of an inserted paragraph, in the manner of a template's."""
        after = self.after.get(new.id)
        if template is None:
            lead = "\t" if new.kind in _INDENTED else ""
            return lead + _typed(after, "\t") if after is not None else lead
        if new.kind is Kind.TITLE:
            return self._title(new, prefix)
        prefix = self._untitled(template, prefix)
        before = self.before.get(template.id)
        if before is not None and before in prefix:
            if after is None:
                return re.sub(re.escape(before) + r"\.?[\t ]?", "", prefix, count=1)
            head, _, tail = prefix.rpartition(before)
            return (
                f"{head}{after}{tail}" if template.kind is new.kind else head + _typed(after, "\t")
            )
        if after is not None and before is None:
            return prefix + _typed(after, "\t")
        return prefix

    def _untitled(self, old: Paragraph, prefix: str) -> str:
        """What stands before the old title, without the number of the text, for another kind."""
        return _TITLE.sub("", prefix, count=1) if old.id == self._old_title else prefix

    def _title(self, title: Paragraph, prefix: str, *, own: bool = False) -> str:
        """Only the main title has the text's number; ``own``: another one keeps what it has."""
        if title.id != self._new_title:
            return prefix if own else _TITLE.sub("", prefix, count=1)
        number = title_number(self._new.masthead)
        if self._new.masthead.symbol == self._old.masthead.symbol:
            return prefix
        return _TITLE.sub(f"{number}." if number else "", prefix, count=1)


_INDENTED = (Kind.SPEAKER, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def _typed(number: str, behind: str) -> str:
    return f"{number}{behind}" if _closed(number) else f"{number}.{behind}"


def _closed(number: str) -> bool:
    """Whether a number ends by itself ("(a)", "i."), without a stop behind it."""
    return number[-1:] in (")", ".")


def difference(before: str, after: str) -> tuple[int, int, str]:
    """The smallest replacement of whole words that makes one string the other."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start = sum(map(len, old[:head]))
    end = len(before) - sum(map(len, old[len(old) - tail :])) if tail else len(before)
    return start, end, "".join(new[head : len(new) - tail])
