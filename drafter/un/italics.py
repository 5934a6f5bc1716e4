"""The italics that follow from what a paragraph is: DOMAIN rule 1, the measured opening words."""

from __future__ import annotations

import re

from drafter.model import Kind, Range
from drafter.un import openings

_SPEAKER = re.compile(r"^The [^,]+")


def italics_of(kind: Kind, string: str) -> tuple[Range, ...]:
    """The italic ranges a paragraph of this kind has in an official file."""
    match kind:
        case Kind.PREAMBULAR | Kind.OPERATIVE:
            found = openings.opening(
                string, "preambular" if kind is Kind.PREAMBULAR else "operative"
            )
            return (found,) if found else ()
        case Kind.SPEAKER:
            name = _SPEAKER.match(string)
            return ((0, name.end()),) if name else ()
        case Kind.ADOPTION if string.startswith("[") and string.endswith("]"):
            return ((1, len(string) - 1),)
        case Kind.CLOSING:
            return ((0, len(string)),) if string else ()
        case _:
            return ()
