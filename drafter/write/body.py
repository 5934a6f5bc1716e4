"""The paragraphs of a text as the United Nations sets them in Word."""

from __future__ import annotations

from drafter.model import Kind, Paragraph, Resolution, numbers
from drafter.ooxml.fresh_styles import LINE_AUTO, STEP, TEXT_INDENT
from drafter.ooxml.fresh_xml import indent, paragraph, run, spacing, words
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
    END_RULE,
    TEXT_WIDTH,
)
from drafter.write.links import Links
from drafter.write.runs import Cues, runs

_TAB = run("<w:tab/>")
_BOTH_TABS = run("<w:tab/><w:tab/>")
_COLUMN = indent(TEXT_INDENT, TEXT_INDENT)


class Body:
    """Writes paragraph after paragraph, and remembers which notes have been called.

    ``stars`` are the cues of notes about the document; they stand behind the first line.
    """

    def __init__(self, resolution: Resolution, form: Form, stars: str = "") -> None:
        self.resolution = resolution
        self.form: Form = form
        self.cues = Cues.of(resolution)
        self.links = Links.of(resolution)
        self._stars = stars
        self._letters: set[str] = set()
        self._numbers = numbers(resolution)
        self._recommended = any(p.section == "OUTER" for p in resolution.paragraphs)

    def opening_lines(self) -> list[str]:
        """Session, committee, agenda item and its title, between masthead and text."""
        facts = self.resolution.masthead
        principal, meeting = organs_of(facts, self.form)
        committee = words(meeting, '<w:sz w:val="24"/>')
        agenda = words(agenda_line(facts))
        if facts.agenda_title:
            agenda += run("<w:br/>") if agenda else ""
            agenda += words(facts.agenda_title, "<w:b/>")
        session = words(session_line(facts))
        first = (session, committee) if principal == "General Assembly" else (committee, session)
        found = (*((line, "Session") for line in first), (agenda, "AgendaItemNormal"))
        return [paragraph(line + self._starred(), style) for line, style in found if line]

    def _starred(self) -> str:
        stars, self._stars = self._stars, ""
        return stars

    def xml(self, part: Paragraph) -> str:
        """A paragraph that is text. Call it once for each, in order: first cues come first."""
        return self._letter(part) + self._text(part)

    def _letter(self, part: Paragraph) -> str:
        """The letter above the first paragraph of a part."""
        letter = part_letter(part.section)
        if letter is None or letter in self._letters:
            return ""
        self._letters.add(letter)
        bold = "<w:keepNext/>" + spacing(before=AFTER_TITLE, after=120)
        return paragraph(words(letter, "<w:b/>"), "SingleTxt", bold)

    def _text(self, part: Paragraph) -> str:
        match part.kind:
            case Kind.ADOPTION:
                return self._adoption(part)
            case Kind.TITLE:
                return self._title(part)
            case Kind.HEADING:
                return self._heading(part)
            case Kind.SUBMITTERS:
                space = spacing(AFTER_AGENDA, AFTER_TITLE)
                return paragraph(self._runs(part), "Sponsors", space + _COLUMN)
            case Kind.CLOSING:
                space = spacing(before=BEFORE_CLOSING)
                return paragraph(self._runs(part), "SingleTxt", f'{space}<w:jc w:val="right"/>')
            case Kind.PLAIN:
                return paragraph(self._runs(part), "SingleTxt", self._indent(part))
            case _:
                inside = self._lead(part) + self._runs(part)
                return paragraph(inside, "SingleTxt", self._indent(part))

    def _runs(self, part: Paragraph, *, italic_style: bool = False) -> str:
        plain = part.kind in (Kind.ADOPTION, Kind.TITLE, Kind.HEADING, Kind.CLOSING)
        links = () if plain else self.links.find(part.text.string, part.section)
        inside = runs(part.text, self.cues, italic_style=italic_style, links=links)
        return inside + self._starred()

    def _lead(self, part: Paragraph) -> str:
        """The tab that opens a paragraph, its number and the tab behind it."""
        number = self._numbers.get(part.id)
        if number is None:
            return _TAB
        stop = "." if part.kind is Kind.OPERATIVE and not number.endswith((".", ")")) else ""
        return _TAB + words(f"{number}{stop}") + _TAB

    def _indent(self, part: Paragraph) -> str:
        deeper = max(0, part.level - 1) if part.kind is Kind.SUBPARAGRAPH else 0
        inner = self._recommended and part.section != "OUTER"
        steps = deeper + inner
        return indent(TEXT_INDENT + STEP * steps, TEXT_INDENT) if steps else ""

    def _adoption(self, part: Paragraph) -> str:
        if part.text.string.lstrip().startswith("["):
            bracket = self._runs(part, italic_style=True)
            return paragraph(_BOTH_TABS + bracket, "H4", spacing(after=AFTER_TITLE))
        space = spacing(AFTER_AGENDA, AFTER_TITLE)
        return paragraph(_BOTH_TABS + self._runs(part), "TitleHCH", space)

    def _title(self, part: Paragraph) -> str:
        number = None
        if self.form == "adopted" and not part.section:
            number = title_number(self.resolution.masthead)
        lead = _TAB + words(f"{number}.") + _TAB if number else _BOTH_TABS
        return paragraph(lead + self._runs(part), "TitleH1", spacing(after=AFTER_TITLE))

    def _heading(self, part: Paragraph) -> str:
        space = spacing(before=120, after=120)
        if part.level >= 3:
            slanted = self._runs(part, italic_style=True)
            return paragraph(_BOTH_TABS + slanted, "H4", space)
        if part.level == 2:
            return paragraph(self._runs(part), "H23", space + _COLUMN)
        lead = "" if part.text.string.startswith("Annex") else _BOTH_TABS
        return paragraph(
            lead + self._runs(part), "H1", spacing(before=AFTER_TITLE, after=AFTER_TITLE)
        )


def first_paragraph(section: str) -> str:
    """The empty paragraph that ends the first section, whose lower margin is deeper."""
    return f"<w:p><w:pPr>{spacing(line=LINE_AUTO)}{section}</w:pPr></w:p>"


def end_rule(inside: str = "") -> str:
    """The short rule that ends a document: the lower border of a paragraph without text."""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="2" w:space="0" w:color="000000"/></w:pBdr>'
    side = (TEXT_WIDTH - END_RULE) // 2
    return paragraph(inside, "SingleTxt", border + spacing(before=120) + indent(side, side))
