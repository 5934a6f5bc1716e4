"""Typed numbers: "12.", "(a)", "(iv)", "5 bis.", and which depth one stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.labels import ordinal

_TYPED = re.compile(
    r"""(?P<number>
        \d{1,3}(?:[ \xa0](?:bis|ter|quater|quinquies|sexies|alt))?(?=\.[\s\xa0])   # 12. 5 bis.
      | \d{1,3}(?=[ \xa0]\.[\s\xa0]|\.[A-Z][a-z]{2}|\t[ \xa0\t]*[A-Z][a-z])  # 4 . 3.Urges 6⇥Urges
      | \d{1,3}\.(?:\d{1,2}|[a-z])(?=\.?[\s\xa0])                                 # 3.1 4.a
      | \((?:[a-z]{1,2}|[ivxl]{1,7}|\d{1,2})\)(?:[ ]?(?:bis|ter|alt))?              # (a) (iv)
      | [a-z]{1,2}(?=[.)][\s\xa0])                                                # a. a)
      | [ivxl]{1,6}(?=[.)][\s\xa0])                                               # iv. iv)
    )(?:[ \xa0]?[.)])?(?:[\s\xa0]+|(?=[A-Z][a-z]))""",
    re.VERBOSE,
)
_MAX_COUNT = 60


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed number at the beginning of a string."""

    number: str
    """As printed, without the full stop of an operative: "12", "(a)", "a."."""
    end: int
    """Where the text behind it begins."""
    depths: tuple[int, ...]
    """Depths it can stand for: 0 operative, 1 (a), 2 (i), 3 a., 4 i."""


def typed_number(string: str) -> Typed | None:
    """The typed number a stripped string begins with, or None.

    Depths follow the Editorial Manual's order (a), (i), a., i.; a letter that is a roman numeral
    too can stand for both.
    """
    match = _TYPED.match(string)
    if match is None:
        return None
    return _typed(
        match["number"], string[match.end("number") : match.end("number") + 1], match.end()
    )


def listed_number(number: str) -> Typed | None:
    """The same for the number of a real list ("1.", "a)", "(iv)"), which is not in the text."""
    found = typed_number(f"{number.strip()} x")
    return Typed(found.number, 0, found.depths) if found else None


def _typed(number: str, sign: str, end: int) -> Typed:
    core = number.strip("()").split(" ")[0].lower()
    if number[0].isdigit():
        return Typed(number, end, (0,) if "." not in number else (1,))
    roman = core in _ROMAN
    letter = core in _LETTERS
    if number.startswith("("):
        depths = (*((1,) if letter else ()), *((2,) if roman else ()))
        return Typed(number, end, depths or (1,))
    depths = (*((3,) if letter else ()), *((4,) if roman else ()))
    if sign == ")":
        depths = tuple(depth - 2 for depth in depths)
    return Typed(f"{number}{sign}", end, depths or (3,))


_ROMAN = frozenset(ordinal(4, n).rstrip(".") for n in range(1, _MAX_COUNT))
_LETTERS = frozenset(ordinal(3, n).rstrip(".") for n in range(1, _MAX_COUNT))
