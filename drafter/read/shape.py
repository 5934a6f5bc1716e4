"""What a line looks like, before anybody decides what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Kind
from drafter.read.language import SPEAKERS
from drafter.read.lines import Line
from drafter.read.numbering import Typed, listed_number, typed_number
from drafter.read.traced import Traced
from drafter.un import openings, organs

_TITLE_NUMBER = re.compile(
    r"(?:Resolution[ \xa0])?(?P<number>(?:S-|ES-)?\d{1,4}/\d{1,4}|\d{1,4} \((?:19|20)\d\d\))"
    r"[ \xa0]?(?P<parts>[A-Z](?:(?: and |[-–]| to )[A-Z])?)?\.[\s\xa0]+"
)
_ADOPTION = re.compile(
    r"(?:Resolutions?|Decisions?)[\s\xa0]adopted[\s\xa0](?:by|on)\b|Adopted by the .{3,60} at its ",
    re.DOTALL,
)
_CLOSING = re.compile(
    r"\d{1,5}(?:st|nd|rd|th)[\s\xa0]+(?:\(?(?:closing|resumed)\)?[\s\xa0]+)?(?:plenary[\s\xa0]+)?meeting\b",
)
_SUBMITTERS = re.compile(
    r"^[A-Z].{2,2000}?:[\s\xa0]+(?:revised[\s\xa0]+)?draft[\s\xa0](?:resolution|decision)",
    re.DOTALL,
)
_CHAPEAU = re.compile(
    r"\b(?:recommends?|approv\w+|adopt\w+)\b.{0,400}\bdraft (?:resolution|decision)s?\b.{0,200}:$",
    re.DOTALL,
)
_AGENDA = re.compile(r"^(?:Provisional )?agenda items?\b", re.I)
_NEXT = re.compile(r"^Draft (?:resolution|decision)(?: (?:[IVXL]+|\d+|[A-Z]))?$|^Decision \d+/\S+$")
_ANNEX = re.compile(r"^(?:Annex|Appendix|Enclosure)(?: (?:[IVXL]+|\d+|[A-Z]))?\*?$", re.I)
_PART = re.compile(r"^[A-Z]$")
_HEADING_STYLE = re.compile(r"head|title|^_? ?h[\d_]|_H_|^H\d|Reg_H", re.I)
_SPEAKER = re.compile(r"^The [A-Z][^.;:]{3,180}?,?$")


@dataclass(frozen=True)
class Shape:
    """A line with what can be said of it alone."""

    line: Line
    traced: Traced
    """Its text without white space at the ends."""

    @cached_property
    def string(self) -> str:
        """The text, no-break spaces as plain ones: for looking, not for keeping."""
        return self.traced.string.replace("\xa0", " ")

    @cached_property
    def typed(self) -> Typed | None:
        """Its number, typed or of a list."""
        return (
            listed_number(self.line.number)
            if self.line.number and not self.line.opaque
            else typed_number(self.traced.string)
        )

    @cached_property
    def body(self) -> Traced:
        """The text behind the number."""
        return self.traced.behind(self.typed.end).strip() if self.typed else self.traced

    @cached_property
    def opening(self) -> str | None:
        """preambular or operative, by the words it begins with."""
        return openings.opening_kind(self.body.string)

    @cached_property
    def italic(self) -> bool:
        """All but punctuation is italic."""
        inner = sum(end - start for start, end in self.traced.text.emphasis)
        return bool(self.string) and inner >= 0.85 * len(self.string)

    @cached_property
    def heading(self) -> bool:
        """Set as a heading: bold, or in a heading's style, or centred, and no sentence."""
        if self.typed is not None and self.typed.depths == (0,) and not self.line.bold:
            return False
        ends = self.string[-1:] in ",;:"
        styled = bool(_HEADING_STYLE.search(self.line.style)) and "Txt" not in self.line.style
        set_so = self.line.bold or styled or self.line.align == "center"
        return set_so and not ends and len(self.string) < 300 and self.line.kind is None

    @cached_property
    def title_number(self) -> re.Match[str] | None:
        """ "70/177. " at its beginning."""
        return _TITLE_NUMBER.match(self.traced.string)

    def _is(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.string))

    @cached_property
    def adoption(self) -> bool:
        """ "Resolution adopted by … on …"."""
        return bool(_ADOPTION.match(self.string)) and len(self.string) < 400

    @cached_property
    def bracket(self) -> bool:
        """ "[on the report of the Third Committee (A/70/490)]" and its like."""
        return bool(re.match(r"^\[.*\]\S{0,3}$", self.string, re.DOTALL)) and len(self.string) < 600

    @cached_property
    def closing(self) -> bool:
        """ "80th plenary meeting", with or without its date."""
        return bool(_CLOSING.match(self.string)) and len(self.string) < 90

    @cached_property
    def submitters(self) -> bool:
        """ "Japan: draft resolution"."""
        return self._is(_SUBMITTERS)

    @cached_property
    def plain_front(self) -> bool:
        """Above the text, but none of the lines that tell who adopts or submits it."""
        return not (self.adoption or self.bracket or self.submitters or self.chapeau)

    @cached_property
    def agenda_item(self) -> bool:
        """ "Agenda item 106"."""
        return bool(_AGENDA.match(self.string))

    @cached_property
    def chapeau(self) -> bool:
        """ "The Commission … recommends to … the following draft resolution:"."""
        return self._is(_CHAPEAU)

    @cached_property
    def next_text(self) -> bool:
        """ "Draft resolution II": what follows is a text of its own."""
        return bool(_NEXT.match(self.string))

    @cached_property
    def annex(self) -> bool:
        """ "Annex", "Annex II"."""
        return bool(_ANNEX.match(self.string.split("\n")[0].strip()))

    @cached_property
    def part(self) -> bool:
        """A letter by itself: part A or B of a resolution."""
        return bool(_PART.match(self.string))

    @cached_property
    def speaker(self) -> bool:
        """ "The General Assembly,": an organ that is known, or a line set as a speaker's is."""
        if self.line.kind is not None:
            return self.line.kind is Kind.SPEAKER
        if self.typed is not None:
            return False
        if len(self.string) < 60 and SPEAKERS.match(self.string):
            return True
        if not _SPEAKER.match(self.string):
            return False
        if organs.speaker_of(self.string) is not None:
            return True
        known = any(
            self.string.startswith(f"The {word}") and self.string.endswith(",")
            for word in ("Conference", "Commission", "Committee", "Council", "United", "General")
        )
        return (self.italic and not self.heading) or known


def shape_of(line: Line) -> Shape:
    """A line, stripped."""
    return Shape(line, Traced.of(line).strip())
