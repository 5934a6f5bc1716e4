"""Numbers of real lists ("1.", "(a)"), worked out from the numbering part as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.model.labels import letters, roman
from drafter.ooxml.names import Element, w

_VAL = w("val")
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbering:
    """The numbering part, and the counts while a document is walked through in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._family: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstract = {
            element.get(w("abstractNumId"), ""): {
                _integer(level.get(w("ilvl"))): _level(level) for level in element.iter(w("lvl"))
            }
            for element in root.findall(w("abstractNum"))
        }
        for element in root.findall(w("num")):
            number = element.get(w("numId"), "")
            family = element.find(w("abstractNumId"))
            name = family.get(_VAL, "") if family is not None else ""
            levels = dict(abstract.get(name, {}))
            own = False
            for change in element.findall(w("lvlOverride")):
                depth = _integer(change.get(w("ilvl")))
                own = True
                whole, start = change.find(w("lvl")), change.find(w("startOverride"))
                if whole is not None:
                    levels[depth] = _level(whole)
                if start is not None:
                    levels[depth] = replace(
                        levels.get(depth, Level()), start=_integer(start.get(_VAL))
                    )
            self._levels[number] = levels
            self._family[number] = number if own else f"abstract {name}"

    def next(self, list_id: str | None, depth: int) -> str | None:
        """The number of the next paragraph of a list; None for bullets, and for no list."""
        levels = self._levels.get(list_id or "")
        if not levels or list_id is None:
            return None
        level = levels.get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(self._family[list_id], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.format in ("bullet", "none"):
            return None

        def place(match: re.Match[str]) -> str:
            d = int(match[1]) - 1
            shown = levels.get(d, Level())
            return _format(shown.format, counts.get(d, shown.start))

        return _PLACE.sub(place, level.text).strip() or None


def _level(element: Element) -> Level:
    def value(name: str, default: str) -> str:
        child = element.find(w(name))
        return child.get(_VAL, default) if child is not None else default

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _integer(value("start", "1")))


def _integer(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0


def _format(name: str, count: int) -> str:
    if name == "lowerLetter":
        return letters(count)
    if name == "upperLetter":
        return letters(count).upper()
    if name == "lowerRoman":
        return roman(count)
    if name == "upperRoman":
        return roman(count).upper()
    if name == "decimalZero":
        return f"{count:02d}"
    return str(count)
