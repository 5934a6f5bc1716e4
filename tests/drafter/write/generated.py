"""Resolutions such as are written: every kind in its place, notes in the order of their cues."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from drafter.model import Cue, Footnote, Kind, Masthead, Paragraph, Resolution, Text
from drafter.un.dates import format_date

PREAMBLE = ("Recalling", "Noting with concern", "Welcoming", "Reaffirming", "Bearing in mind")
ORDERS = ("Urges", "Also requests", "Calls upon", "Decides", "Takes note")
WORDS = (
    "its resolution\u00a070/1,", "of States", "the (open) rivers", "“deltas”", "in\u2011kind",
    "naïve", "two per cent", "A/78/12", "and—again—more", "São Tomé", "§ 5",
)  # fmt: skip


HEADINGS = ("Harbours", "I. General principles", "Goal 13. Take urgent action*")
PLAIN = (
    "* The forum of the Framework Convention is meant.",
    "Source: table 2 of the report",
    "Here ends what the rules say of ferries.",
)
LONG = (
    "that those who live at the mouth of a river see first what those who live along it have done, "
    "and that a paragraph of a resolution is seldom shorter than this one"
)


@st.composite
def wordings(
    draw: st.DrawFn, opening: str, end: str, notes: tuple[str, ...], *, long: bool = False
) -> Text:
    """Opening words in italics, some words, some cues behind words, the ending."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
    words = [*words, LONG] if long else words
    string = " ".join((opening, *words) if opening else words) + end
    emphasis = [(0, len(opening))] if opening else []
    if "“deltas”" in string and draw(st.booleans()):
        at = string.index("deltas")
        emphasis.append((at, at + 6))
    ends = [
        at
        for at in range(max(1, len(opening)), len(string) + 1)
        if not string[at - 1].isspace() and string[at : at + 1] in ("", " ")
    ]
    places = st.sampled_from(ends)
    cues = draw(st.lists(st.tuples(places, st.sampled_from(notes)), max_size=3)) if notes else []
    return Text(string, tuple(emphasis), tuple(Cue(at, note) for at, note in cues))


Part = tuple[Kind, Text, int] | tuple[Kind, Text, int, str]
"""Kind, text, level, section ("" where none is given)."""
TABLES = (
    "Section\tAmount\t\n1.\tPolicy\t12\u00a0000\n\t\t\nTotal\t12\u00a0000",
    "Goal 1.  End *all* poverty\n\\ and _hunger_\n(a) not a list",
)


class _Body:
    """The paragraphs of one text, as they are drawn."""

    def __init__(self, draw: st.DrawFn, notes: tuple[str, ...], long: bool) -> None:
        self._draw, self._notes, self._long = draw, notes, long
        self._marked = draw(st.booleans()) or draw(st.booleans())
        """Whether opening words are italic."""

    def preamble(self, parts: list[Part]) -> None:
        """One to four preambular paragraphs."""
        for _ in range(self._draw(st.integers(1, 4))):
            opening = self._draw(st.sampled_from(PREAMBLE))
            parts.append((Kind.PREAMBULAR, self._words(opening, ","), 0))

    def orders(self, parts: list[Part], section: str) -> None:
        """Operative paragraphs, what stands below them, headings and plain paragraphs."""
        draw = self._draw
        for _ in range(draw(st.integers(1, 4))):
            if draw(st.integers(0, 4)) == 0:
                parts.append((Kind.HEADING, Text(draw(st.sampled_from(HEADINGS))), 1, section))
            opening = draw(st.sampled_from(ORDERS))
            ends = st.sampled_from((";", ";", ";", ":", ""))
            parts.append((Kind.OPERATIVE, self._words(opening, draw(ends)), 0, section))
            for _ in range(draw(st.integers(0, 3))):
                parts.append((Kind.SUBPARAGRAPH, self._words("", draw(ends)), 1, section))
                for _ in range(draw(st.integers(0, 2))):
                    parts.append((Kind.SUBPARAGRAPH, self._words("", draw(ends)), 2, section))
            if draw(st.integers(0, 4)) == 0:
                parts.append((Kind.PLAIN, Text(draw(st.sampled_from(PLAIN))), 0, section))

    def annex(self, parts: list[Part], name: str) -> None:
        """Heading, title, words without a number, numbered paragraphs."""
        number = " II" if name == "ANNEX2" else ""
        parts.append((Kind.HEADING, Text(f"Annex{number}"), 1, name))
        parts.append((Kind.TITLE, Text("Rules for gauges and ferries"), 0, name))
        self.orders(parts, name)

    def _words(self, opening: str, end: str) -> Text:
        text = self._draw(wordings(opening, end, self._notes, long=self._long))
        if self._marked or not opening:
            return text
        return Text(text.string, text.emphasis[1:], text.cues)


@st.composite
def resolutions(draw: st.DrawFn, *, long: bool = False) -> Resolution:
    """An adopted text or a draft of the General Assembly; ``long`` has paragraphs of real length
    and no dates that begin like a footnote."""
    adopted = draw(st.booleans())
    notes = tuple(f"n{i}" for i in range(1, draw(st.integers(0, 4)) + 1))
    date = draw(st.dates(dt.date(1996, 1, 1), dt.date(2030, 12, 31)))
    date = date.replace(day=20) if long else date
    session = str(draw(st.integers(50, 90)))
    parts: list[Part] = []
    if adopted:
        line = f"Resolution adopted by the General Assembly on {format_date(date)}"
        parts.append((Kind.ADOPTION, Text(line), 0))
        bracket = f"[on the report of the Second Committee (A/{session}/481)]"
        parts.append((Kind.ADOPTION, Text(bracket, ((1, len(bracket) - 1),)), 0))
    else:
        parts.append((Kind.SUBMITTERS, Text("Chile, Ghana and Nepal: draft resolution"), 0))
    parts.append((Kind.TITLE, Text("Quiet harbours and slow rivers"), 0))
    parts.append((Kind.SPEAKER, Text("The General Assembly,", ((0, 20),)), 0))
    body = _Body(draw, notes, long)
    body.preamble(parts)
    body.orders(parts, "")
    if draw(st.booleans()):
        parts.append((Kind.OPAQUE, Text(draw(st.sampled_from(TABLES))), 0))
        body.orders(parts, "")
    if adopted:
        closing = f"73rd plenary meeting\n{format_date(date)}"
        parts.append((Kind.CLOSING, Text(closing, ((0, len(closing)),)), 0))
    for name in ("ANNEX", "ANNEX2")[: draw(st.integers(0, 2))]:
        body.annex(parts, name)
    issued = draw(st.dates(dt.date(1996, 1, 1), dt.date(2030, 12, 31)))
    masthead = Masthead(
        organ="General Assembly",
        symbol=f"A/RES/{session}/394" if adopted else f"A/C.2/{session}/L.99",
        session=session,
        agenda_item=draw(st.sampled_from(("107", "19 (c)"))),
        agenda_title=draw(st.sampled_from((None, "Sustainable development"))),
        date=date if adopted else issued,
        issued=issued,
        distribution="General" if adopted else "Limited",
        original_language=None if adopted else "English",
    )
    return _numbered(parts, draw(st.tuples(*(wordings("See", ".", ()) for _ in notes))), masthead)


def _numbered(parts: list[Part], notes: tuple[Text, ...], masthead: Masthead) -> Resolution:
    """Ids and notes as reading gives them: notes in the order of first cues, none uncalled."""
    order: dict[str, str] = {}
    paragraphs: list[Paragraph] = []
    for i, (kind, text, level, *section) in enumerate(parts, 1):
        cues = tuple(
            Cue(cue.at, order.setdefault(cue.note or "", f"n{len(order) + 1}")) for cue in text.cues
        )
        words = Text(text.string, text.emphasis, cues)
        paragraphs.append(Paragraph(f"p{i}", kind, words, level, *section))
    footnotes = tuple(
        Footnote(new, Text(notes[int(old[1:]) - 1].string)) for old, new in order.items()
    )
    return Resolution(tuple(paragraphs), footnotes, masthead)
