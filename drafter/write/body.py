"""The paragraphs of a text as the United Nations sets them in Word."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.text.paragraph import Paragraph as Line

from drafter.model import Kind, Paragraph, Resolution, numbers
from drafter.ooxml.fresh_elements import ruled_below, words
from drafter.ooxml.fresh_notes import call
from drafter.ooxml.fresh_styles import STEP, TEXT_INDENT
from drafter.write.form import (
    Form,
    agenda_line,
    organs_of,
    part_letter,
    session_line,
    title_number,
)
from drafter.write.layout import (
    AFTER_AGENDA,
    AFTER_TITLE,
    BEFORE_CLOSING,
    COMMITTEE_SIZE,
    END_RULE,
    TEXT_WIDTH,
)
from drafter.write.lines import line
from drafter.write.links import Links
from drafter.write.runs import Cues, put_runs

_COLUMN = (TEXT_INDENT, TEXT_INDENT)
_TEXT = "__Single Txt"


class Body:
    """Writes paragraph after paragraph, and remembers which notes have been called.

    ``stars`` are the marks of notes about the document by their ``w:id``; they stand behind the
    first line.
    """

    def __init__(
        self,
        document: Document,
        resolution: Resolution,
        form: Form,
        stars: Mapping[int, str],
    ) -> None:
        self.document = document
        self.resolution = resolution
        self.form: Form = form
        self.cues = Cues.of(resolution, len(stars))
        self.links = Links.of(resolution)
        self._stars = dict(stars)
        self.room: int | None = AFTER_AGENDA
        """Least space above the next paragraph: the first one stands off the masthead's lines."""
        self._begun = self._below_table = False
        self._letters: set[str] = set()
        self._numbers = numbers(resolution)
        self._recommended = any(p.section == "OUTER" for p in resolution.paragraphs)

    def put_opening(self) -> None:
        """Session, committee, agenda item and its title, between masthead and text."""
        facts = self.resolution.masthead
        principal, committee = organs_of(facts, self.form)
        session = session_line(facts)
        assembly = principal == "General Assembly"
        for string in (session, committee) if assembly else (committee, session):
            if not string:
                continue
            opening = line(self.document, "Session")
            run = words(opening, string)
            if string == committee:
                run.font.size = COMMITTEE_SIZE
            self._put_stars(opening)
        item = agenda_line(facts)
        if item or facts.agenda_title:
            agenda = line(self.document, "Agenda_Item_Normal")
            if item:
                words(agenda, item)
            if item and facts.agenda_title:
                agenda.add_run().add_break()
            if facts.agenda_title:
                words(agenda, facts.agenda_title, bold=True)
            self._put_stars(agenda)

    def _put_stars(self, paragraph: Line) -> None:
        for i, (note_id, mark) in enumerate(self._stars.items()):
            if i:
                words(paragraph, " ", raised=True)
            call(paragraph, note_id, mark)
        self._stars.clear()

    def put(self, part: Paragraph) -> None:
        """Add a paragraph that is text. Call it for each, in order: first cues come first."""
        self._put_letter(part)
        match part.kind:
            case Kind.ADOPTION:
                self._put_adoption(part)
            case Kind.TITLE:
                self._put_title(part)
            case Kind.HEADING:
                self._put_heading(part)
            case Kind.SUBMITTERS:
                space = (AFTER_AGENDA, AFTER_TITLE)
                self._line(part, "Sponsors", "", space, inset=_COLUMN)
            case Kind.CLOSING:
                self._line(part, _TEXT, "", (BEFORE_CLOSING, None), right=True)
            case Kind.PLAIN:
                self._line(part, _TEXT, "", inset=self._inset(part))
            case _:
                self._line(part, _TEXT, self._lead(part), inset=self._inset(part))

    def _put_letter(self, part: Paragraph) -> None:
        """The letter above the first paragraph of a part."""
        letter = part_letter(part.section)
        if letter is None or letter in self._letters:
            return
        self._letters.add(letter)
        above = line(self.document, _TEXT, before=AFTER_TITLE, after=120)
        above.paragraph_format.keep_with_next = True
        words(above, letter, bold=True)

    def _line(
        self,
        part: Paragraph,
        style: str,
        lead: str,
        space: tuple[int | None, int | None] = (None, None),
        *,
        inset: tuple[int, int] | None = None,
        right: bool = False,
        italic_style: bool = False,
    ) -> None:
        """A paragraph: ``lead`` is what stands before its text, ``space`` before and after it."""
        before, after = space
        before = self.room if before is None else before
        self.room = None
        paragraph = line(self.document, style, before=before, after=after, inset=inset, right=right)
        if lead:
            words(paragraph, lead)
        unlinked = part.kind in (Kind.ADOPTION, Kind.TITLE, Kind.HEADING, Kind.CLOSING)
        links = () if unlinked else self.links.find(part.text.string, part.section)
        put_runs(paragraph, part.text, self.cues, italic_style=italic_style, links=links)
        self._put_stars(paragraph)

    def _lead(self, part: Paragraph) -> str:
        """The tab that opens a paragraph, its number and the tab behind it."""
        number = self._numbers.get(part.id)
        if number is None:
            return "\t"
        stop = "." if part.kind is Kind.OPERATIVE and not number.endswith((".", ")")) else ""
        return f"\t{number}{stop}\t"

    def _inset(self, part: Paragraph) -> tuple[int, int] | None:
        deeper = max(0, part.level - 1) if part.kind is Kind.SUBPARAGRAPH else 0
        inner = self._recommended and part.section != "OUTER"
        steps = deeper + inner
        return (TEXT_INDENT + STEP * steps, TEXT_INDENT) if steps else None

    def _put_adoption(self, part: Paragraph) -> None:
        if part.text.string.lstrip().startswith("["):
            self._line(part, "_ H_4", "\t\t", (None, AFTER_TITLE), italic_style=True)
        else:
            self._line(part, "Title_H_CH", "\t\t", (AFTER_AGENDA, AFTER_TITLE))

    def _put_title(self, part: Paragraph) -> None:
        number = None
        if self.form == "adopted" and not part.section:
            number = title_number(self.resolution.masthead)
        lead = f"\t{number}.\t" if number else "\t\t"
        self._line(part, "Title_H1", lead, (None, AFTER_TITLE))

    def _put_heading(self, part: Paragraph) -> None:
        if part.level >= 3:
            self._line(part, "_ H_4", "\t\t", (120, 120), italic_style=True)
        elif part.level == 2:
            self._line(part, "_ H_2/3", "", (120, 120), inset=_COLUMN)
        else:
            lead = "" if part.text.string.startswith("Annex") else "\t\t"
            self._line(part, "_ H_1", lead, (AFTER_TITLE, AFTER_TITLE))


def put_end_rule(document: Document) -> Line:
    """The short rule that ends a document: the lower border of a paragraph without text."""
    side = (TEXT_WIDTH - END_RULE) // 2
    paragraph = line(document, _TEXT, before=120, inset=(side, side))
    ruled_below(paragraph)
    return paragraph
