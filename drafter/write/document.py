"""A fresh Word file in the layout of the United Nations, on python-docx."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.section import Section
from docx.shared import Twips

from drafter.model import Kind, Paragraph, Resolution
from drafter.ooxml.fresh_elements import words
from drafter.ooxml.fresh_notes import Footnotes, call
from drafter.ooxml.fresh_package import add_custom_properties, new_document, saved_bytes
from drafter.ooxml.names import legal
from drafter.write.body import Body, put_end_rule
from drafter.write.form import (
    Form,
    agenda_line,
    distribution,
    form_of,
    issue_date,
    session_line,
    title_number,
)
from drafter.write.headers import put_headers
from drafter.write.layout import BELOW_TABLE, PAGES, Page, Paper
from drafter.write.opaque import Carrier
from drafter.write.plain_table import put_table
from drafter.write.runs import put_runs
from drafter.write.table_rows import is_table


def resolution_document(
    resolution: Resolution, paper: Paper, form: Form | None
) -> tuple[bytes, tuple[str, ...]]:
    """The file, and a sentence for each thing that it does not hold as it was."""
    form = form or form_of(resolution)
    document = new_document(resolution.title, resolution.masthead.symbol or "")
    notes = Footnotes(document)
    _put_sections(document, PAGES[paper], resolution, form)
    stars = _document_notes(resolution)
    body = Body(document, resolution, form, {number: mark for number, mark, _ in stars})
    body.put_opening()
    sentences = _put_paragraphs(body)
    end = put_end_rule(document)
    for note in resolution.notes:
        if note.id not in body.cues.ids:
            call(end, body.cues.take(note.id), hidden=True)
            sentences.append(
                "A footnote that nothing in the text calls is in the file, but hidden: "
                f"“{_short(note.text.string)}”."
            )
    for number, mark, string in stars:
        words(notes.add(number, mark), string)
    for note_id, number in body.cues.ids.items():
        text = resolution.notes_by_id[note_id].text
        put_runs(notes.add(number), text, None, links=body.links.find(text.string))
    if any(legal(p.text.string) != p.text.string for p in resolution.paragraphs):
        sentences.append("Control characters, which Word cannot hold, were left out.")
    add_custom_properties(document, _properties(resolution, form))
    return saved_bytes(document), tuple(sentences)


def _put_paragraphs(body: Body) -> list[str]:
    """Text, tables and pictures in their order; sentences about what could not be carried."""
    carrier = Carrier(body.document, body.resolution, body.cues)
    sentences: list[str] = []
    for part in body.resolution.paragraphs:
        if part.kind is not Kind.OPAQUE:
            body.put(part)
            continue
        body.room = BELOW_TABLE
        why = carrier.put(part)
        if why is None:
            continue
        if is_table(part.text):
            put_table(body.document, part.text, body.cues)
            sentences.append(_told("A table was rebuilt from its text", why, part))
        else:
            sentences.append(_told("A picture was left out", why, part))
    return sentences


def _put_sections(document: Document, page: Page, resolution: Resolution, form: Form) -> None:
    """The first page's section, whose lower margin is deeper, and that of the others.

    The first ends with an empty paragraph on top of the page; the second has the same headers.
    """
    first = document.sections[0]
    _set_page(first, page)
    first.bottom_margin = Twips(page.bottom_first)
    first.different_first_page_header_footer = True
    put_headers(first, resolution, form)
    rest = document.add_section(WD_SECTION.CONTINUOUS)
    rest.bottom_margin = Twips(page.bottom)
    rest.different_first_page_header_footer = False
    document.paragraphs[0].paragraph_format.line_spacing = 1.0


def _set_page(section: Section, page: Page) -> None:
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin = section.right_margin = Twips(page.side)
    section.top_margin = Twips(page.top)
    section.header_distance, section.footer_distance = Twips(page.header), Twips(page.footer)
    section.gutter = 0


def _document_notes(resolution: Resolution) -> list[tuple[int, str, str]]:
    """Notes about the document ("Reissued for technical reasons"): id, asterisks and words."""
    notes = resolution.masthead.document_notes
    return [(i, "*" * i, note.strip()) for i, note in enumerate(notes, 1)]


def _properties(resolution: Resolution, form: Form) -> dict[str, str]:
    """The custom properties that official files carry, by their names there."""
    facts = resolution.masthead
    adoption = [p.text.string for p in resolution.of_kind(Kind.ADOPTION)]
    number = title_number(facts) if form == "adopted" else None
    date = issue_date(facts, form)
    values = {
        "JobNo": facts.job_number,
        "ODSRefJobNo": facts.job_number,
        "Symbol1": facts.symbol,
        "DocType": "F",
        "Category": "Document",
        "Language": "English",
        "Original": facts.original_language,
        "Publication Date": distribution(facts, form),
        "Release Date": f"{date:%d%m%y}" if date else None,
        "Session": session_line(facts),
        "Agenda": agenda_line(facts),
        "Title1": adoption[0] if adoption else None,
        "Title2": f"{number}.\t{resolution.title}" if number else resolution.title,
    }
    return {name: value for name, value in values.items() if value}


def _told(what: str, why: str, part: Paragraph) -> str:
    return f"{what} because {why}: “{_short(part.text.string)}”."


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
