"""The clause library: paragraphs a delegate may insert, shown with this draft's own values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from drafter.model import Cycle, Kind, Paragraph, Resolution, Text
from drafter.suggest.case import Case, settled
from drafter.suggest.library import Library, load_library
from drafter.suggest.templates import Template
from drafter.suggest.wording import cited
from drafter.un import organs
from drafter.un.openings import opening

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue

FOLDER = "paragraphs"


def find_clauses(words: str = "", library: Library | None = None) -> tuple[Template, ...]:
    """The paragraphs of the library that have all these words in title or text, by title."""
    wanted = words.lower().split()
    shelf = (library or load_library()).in_folder(FOLDER)
    return tuple(
        template
        for template in shelf
        if all(word in f"{template.title} {template.source}".lower() for word in wanted)
    )


def clause_values(
    loaded: Resolution, cycle: Cycle, catalogue: Catalogue, library: Library | None = None
) -> dict[str, object]:
    """What is known of a draft for the slots of a clause, by slot name: the next session, the
    loaded text as predecessor with its date, the agenda item's title, the organs."""
    case = Case(loaded, settled(loaded, cycle), catalogue, library or load_library())
    values: dict[str, object] = {"organ": organs.name_of(case.cycle.adopting)}
    if case.cycle.adopting_session.isdigit():
        ahead = 1 if case.cycle.adopting != "A/HRC" else 3
        values["session"] = str(int(case.cycle.adopting_session) + ahead)
    if case.own.symbol:
        values["cited"] = cited(case, case.own.symbol, case.own.date)
        values["resolution"] = case.own.symbol
    if case.own.date:
        values["date"] = case.own.date
    title = loaded.masthead.agenda_title
    if title:
        values["title"] = title
    return values


def clause_paragraph(
    template: Template, values: Mapping[str, object], paragraph_id: str
) -> Paragraph:
    """A clause as a paragraph: its kind by its opening words, which stand in italics; what is not
    known is filled with the slot's example."""
    string = template.preview(values)
    kind = Kind.PREAMBULAR if string.endswith(",") else Kind.OPERATIVE
    span = opening(string, "preambular" if kind is Kind.PREAMBULAR else "operative")
    return Paragraph(paragraph_id, kind, Text(string, (span,) if span else ()))
