"""A fresh Word file in the layout of the United Nations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.files import write_bytes
from drafter.model import Kind, Resolution
from drafter.ooxml.fresh_notes import NewNote, footnotes_xml, hidden, reference
from drafter.ooxml.fresh_package import (
    OFFICE,
    RELATIONSHIPS,
    WORD,
    XML,
    Part,
    Relationship,
    core_properties,
    custom_properties,
    package_bytes,
)
from drafter.ooxml.fresh_styles import settings_xml, styles_xml
from drafter.ooxml.fresh_xml import NAMESPACES, legal, words
from drafter.write.body import Body, end_rule, first_paragraph
from drafter.write.form import (
    Form,
    agenda_line,
    distribution,
    form_of,
    issue_date,
    session_line,
    title_number,
)
from drafter.write.headers import first_footer, masthead, running_footer, running_header
from drafter.write.layout import PAGES, Page, Paper
from drafter.write.links import Links
from drafter.write.opaque import Carrier
from drafter.write.plain_table import is_table, table_xml
from drafter.write.runs import runs

_PARTS = (
    # name, relationship, content type
    ("styles.xml", "styles", "styles"),
    ("settings.xml", "settings", "settings"),
    ("footnotes.xml", "footnotes", "footnotes"),
    ("header1.xml", "header", "header"),
    ("header2.xml", "header", "header"),
    ("header3.xml", "header", "header"),
    ("footer1.xml", "footer", "footer"),
    ("footer2.xml", "footer", "footer"),
    ("footer3.xml", "footer", "footer"),
)


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a person should know about what was written: a sentence for each thing not carried."""

    sentences: tuple[str, ...] = ()


def write_docx(
    resolution: Resolution, path: str | Path, *, paper: Paper = "letter", form: Form | None = None
) -> WriteReport:
    """Write a fresh Word file, whole or not at all.

    ``form`` None takes what the text is: adopted where it says when it was adopted. Raises
    UnwritableFile; the report says in sentences what could not be carried.
    """
    data, report = build_docx(resolution, paper=paper, form=form)
    write_bytes(path, data)
    return report


def docx_bytes(
    resolution: Resolution, *, paper: Paper = "letter", form: Form | None = None
) -> bytes:
    """A fresh Word file; reading it gives the very same paragraphs."""
    return build_docx(resolution, paper=paper, form=form)[0]


def build_docx(
    resolution: Resolution, *, paper: Paper = "letter", form: Form | None = None
) -> tuple[bytes, WriteReport]:
    """A fresh Word file and the sentences about what it does not hold."""
    form = form or form_of(resolution)
    page = PAGES[paper]
    stars = _document_notes(resolution)
    body = Body(resolution, form, "".join(reference(note.id, note.mark) for note in stars))
    carrier = Carrier(resolution, body.cues)
    sentences: list[str] = []
    lines = body.opening_lines()
    for part in resolution.paragraphs:
        if part.kind is not Kind.OPAQUE:
            lines.append(body.xml(part))
            continue
        element, why = carrier.xml(part)
        if element is not None:
            lines.append(element)
        elif is_table(part.text):
            lines.append(table_xml(part.text, body.cues))
            sentences.append(_told("A table was rebuilt from its text", why, part.text.string))
        else:
            sentences.append(_told("A picture was left out", why, part.text.string))
    uncalled = [note for note in resolution.notes if note.id not in body.cues.ids]
    sentences += [
        "A footnote that nothing in the text calls is in the file, but hidden: "
        f"“{_short(note.text.string)}”."
        for note in uncalled
    ]
    lines.append(end_rule("".join(hidden(body.cues.take(note.id)) for note in uncalled)))
    called = sorted((number, note) for note, number in body.cues.ids.items())
    links = Links.of(resolution)
    notes = [
        NewNote(number, runs(text, None, links=links.find(text.string)))
        for number, text in ((number, resolution.notes_by_id[note].text) for number, note in called)
    ]
    if any(legal(p.text.string) != p.text.string for p in resolution.paragraphs):
        sentences.append("Control characters, which Word cannot hold, were left out.")
    contents = {
        "styles.xml": styles_xml(),
        "settings.xml": settings_xml(),
        "footnotes.xml": footnotes_xml([*stars, *notes]),
        "header1.xml": running_header(resolution, even=True),
        "header2.xml": running_header(resolution, even=False),
        "header3.xml": masthead(resolution, form),
        "footer1.xml": running_footer(resolution, even=True),
        "footer2.xml": running_footer(resolution, even=False),
        "footer3.xml": first_footer(resolution),
    }
    document = Part(
        "word/document.xml",
        f"{WORD}.document.main+xml",
        _document("".join(lines), page).encode(),
        [
            Relationship(f"rId{i}", f"{OFFICE}/{kind}", name)
            for i, (name, kind, _) in enumerate(_PARTS, start=1)
        ]
        + carrier.relationships
        + body.links.relationships,
    )
    parts = [document]
    parts += [
        Part(
            f"word/{name}",
            f"{WORD}.{kind}+xml",
            contents[name].encode(),
            links.relationships if name == "footnotes.xml" else [],
        )
        for name, _, kind in _PARTS
    ]
    parts += [
        Part(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core_properties(
                legal(resolution.title), legal(resolution.masthead.symbol or ""), "Drafter"
            ).encode(),
        ),
        Part(
            "docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            custom_properties(_properties(resolution, form)).encode(),
        ),
    ]
    parts += carrier.parts
    relationships = [
        Relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        Relationship("rId2", f"{RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
        Relationship("rId3", f"{OFFICE}/custom-properties", "docProps/custom.xml"),
    ]
    return package_bytes(parts, relationships), WriteReport(tuple(sentences))


def _document_notes(resolution: Resolution) -> list[NewNote]:
    """Notes about the document ("Reissued for technical reasons"), marked by asterisks."""
    first = len(resolution.notes) + 1
    return [
        NewNote(first + i, words(note.strip()), "*" * (i + 1))
        for i, note in enumerate(resolution.masthead.document_notes)
    ]


def _document(lines: str, page: Page) -> str:
    size = f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'

    def margins(bottom: int) -> str:
        return (
            f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{bottom}" '
            f'w:left="{page.side}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
            '<w:cols w:space="720"/>'
        )

    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="rId{number}"/>'
        for kind, which, number in (
            ("header", "even", 4), ("header", "default", 5), ("footer", "even", 7),
            ("footer", "default", 8), ("header", "first", 6), ("footer", "first", 9),
        )
    )  # fmt: skip
    first = f"<w:sectPr>{references}{size}{margins(page.bottom_first)}<w:titlePg/></w:sectPr>"
    last = f'<w:sectPr><w:type w:val="continuous"/>{size}{margins(page.bottom)}</w:sectPr>'
    return (
        f"{XML}<w:document {NAMESPACES}><w:body>{first_paragraph(first)}{lines}{last}"
        "</w:body></w:document>"
    )


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
    return {name: legal(value) for name, value in values.items() if value}


def _told(what: str, why: str, text: str) -> str:
    return f"{what} because {why}: “{_short(text)}”."


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
