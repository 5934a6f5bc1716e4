"""Opening words that italicise themselves while they are typed, and can be overruled."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Kind, Paragraph, Range, Text
from drafter.un.italics import italics_of

_OPENED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SPEAKER)
_HEAD = 120
"""Code points in which an opening phrase stands."""


def follow_opening(was: Paragraph, text: Text) -> Text:
    """The text a paragraph is about to have, its opening words italic as the lexicon has them.

    Only where they were so before: whoever set them otherwise has overruled the lexicon, and is
    not contradicted by the next letter.
    """
    if was.kind not in _OPENED or was.text.string[:_HEAD] == text.string[:_HEAD]:
        return text
    if _leading(was.text.emphasis) != _wanted(was.kind, was.text.string):
        return text
    wanted = _wanted(was.kind, text.string)
    rest = text.emphasis[len(_leading(text.emphasis)) :]
    emphasis = (*wanted, *(r for r in rest if not wanted or r[0] > wanted[0][1]))
    return text if emphasis == text.emphasis else replace(text, emphasis=emphasis)


def opened_anew(was: Paragraph, second: Paragraph) -> Text:
    """The text of a paragraph that was parted from another, its opening words italic; as it is
    where the lexicon had been overruled in the one before."""
    if second.kind not in _OPENED or _leading(second.text.emphasis):
        return second.text
    first = _leading(was.text.emphasis)
    wanted = _wanted(second.kind, second.text.string)
    if not wanted or first != _wanted(was.kind, was.text.string):
        return second.text
    return replace(second.text, emphasis=(*wanted, *second.text.emphasis))


def _wanted(kind: Kind, string: str) -> tuple[Range, ...]:
    """What is italic by the lexicon, in "Also Requests" too: there a small letter is about to come,
    or a check asks for it."""
    small = string[:1] + "".join(map(_small, string[1:_HEAD]))
    found = italics_of(kind, string) or italics_of(kind, small)
    return found if found and found[0][0] < 4 else ()


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _leading(emphasis: tuple[Range, ...]) -> tuple[Range, ...]:
    return emphasis[:1] if emphasis and emphasis[0][0] < 4 else ()
