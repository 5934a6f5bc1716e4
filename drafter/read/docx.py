"""Word files (OOXML under any name) as lines: body, masthead header, tables, notes, properties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.model import Cue, Text, Warning_
from drafter.ooxml.atoms import Reader, View, removed_notes, revisions
from drafter.ooxml.blocks import Block, Document, Table, put_together
from drafter.ooxml.markup import comments_of, revisions_of
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.numbering import Numbering
from drafter.ooxml.package import Package, is_word_package
from drafter.read.lines import Align, Line, Lines, Note, Region

_PROPERTIES = {
    "Symbol1": "symbol",
    "Session": "session",
    "Agenda": "agenda_item",
    "Title1": "adoption",
    "Title2": "title",
    "ODSRefJobNo": "job_number",
    "Publication Date": "distribution",
    "Release Date": "release_date",
    "Original": "original_language",
    "Language": "language",
}
_CARRIAGE = re.compile(r"_x000[dD]_|[\t\r\n ]+")
_MASTHEAD = re.compile(r"\bDistr\.|United Nations|\b[A-Z]+/[A-Z0-9.]+/", re.I)
_ALIGN: dict[str | None, Align] = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify",
}  # fmt: skip
_PICTURE = re.compile(r"blip$|imagedata$|^OLEObject$|^chart$")


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a Word file of the OOXML kind, whatever the file is called."""
    return is_word_package(data)


def lines_from_docx(data: bytes, view: View = "final") -> Lines:
    """The lines of a Word file; UnreadableFile (without the file's name) where it has none.

    ``view`` says how tracked changes in the file are read: as if all were accepted (final) or none
    had been made (original). A line's ``block`` is the key that ``ooxml.blocks.Document`` gives it.
    """
    package = Package(data)
    document = Document(package, view)
    numbering = package.related(document.part, "numbering")
    lists = Numbering(package.tree(numbering) if numbering else None)
    lines = [*_header(document)]
    begun = False
    for item in document.items:
        if isinstance(item, Table):
            found = list(_table(document, item, lists, begun))
        else:
            found = [_line(document, item, "body", lists)]
            if _is_picture(item):
                found = [Line(Text("[picture]"), item.key, whole=True, opaque=True)]
            found += _boxes(document, item)
        begun = begun or any(line.text.string.strip() for line in found if line.region == "body")
        lines += found
    gone = removed_notes(document.root, view)
    notes = tuple(
        Note(key, block.text, key) for key, block in document.notes.items() if key not in gone
    )
    warnings = tuple(_warnings(document))
    return Lines(
        tuple(lines), notes, _properties(package), warnings,
        revisions_of(document) if warnings else (), comments_of(document),
    )  # fmt: skip


def _line(document: Document, block: Block, region: Region, lists: Numbering) -> Line:
    shape = document.shape(block)
    sizes: Counter[float] = Counter()
    bold = 0
    for atom in block.atoms:
        if atom.kind == "text":
            sizes[atom.look.size or 10.0] += len(atom.text)
            bold += len(atom.text) if atom.look.bold else 0
    depth = shape.list_level or 0
    number = None
    if shape.list_id not in (None, "0") and block.text.string.strip():
        number = lists.next(shape.list_id, depth)
    indent = (shape.left or 0.0) + (shape.first or 0.0)
    return Line(
        block.text,
        block.key,
        whole=True,
        region=region,
        style=document.styles.name(block.style_id),
        align=_ALIGN.get(shape.align, ""),
        indent=round(indent, 2),
        size=sizes.most_common(1)[0][0] if sizes else None,
        bold=2 * bold > sizes.total(),
        number=number,
        level=depth if number is not None else None,
    )


def _header(document: Document) -> Iterator[Line]:
    """The masthead: the first page's header, else the only one."""
    rows = document.headers("first")
    if not any(b.text.string.strip() for row in rows for b in row):
        rows = document.headers("default")
    at = 0
    for row in rows:
        for block in row:
            if block.text.string.strip():
                look = next((a.look for a in block.atoms if a.kind == "text"), None)
                yield Line(
                    block.text, f"h{at}", whole=True, region="header",
                    style=document.styles.name(block.style_id), size=look.size if look else None,
                )  # fmt: skip
            at += 1


def _table(document: Document, table: Table, lists: Numbering, begun: bool) -> Iterator[Line]:
    """A table that only lays out (a masthead, a frame) as its lines; a real one as one line."""
    cells = [cell for row in table.rows for cell in row]
    string = "\n".join(block.text.string for block in table.blocks())
    masthead = not begun and bool(_MASTHEAD.search(string))
    if masthead or len(cells) <= 1:
        for block in table.blocks():
            yield _line(document, block, "table", lists)
        return
    yield Line(_rendering(table), table.key, whole=True, opaque=True)


def _rendering(table: Table) -> Text:
    """A table as plain text: a line for each row, cells parted by tabs; its cues are kept."""
    whole = Text()
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            if r or c:
                whole += Text("\t" if c else "\n")
            for p, block in enumerate(b for b in cell if b.text.string.strip() or b.text.cues):
                whole += Text(" ") if p else Text()
                whole += _one_line(block.text)
    return whole


def _one_line(text: Text) -> Text:
    string = text.string.replace("\n", " ").replace("\t", " ")
    return Text(string, text.emphasis, tuple(Cue(c.at, c.note, c.typed) for c in text.cues))


def _boxes(document: Document, block: Block) -> Iterator[Line]:
    """The words of text boxes anchored in a paragraph, which the program carries as they are."""
    for n, atom in enumerate(block.atoms):
        box = next(atom.node.iter(w("txbxContent")), None) if atom.kind == "picture" else None
        if box is None:
            continue
        reader = Reader(document.styles, document.view, dict)
        texts = [put_together(reader.atoms(p)) for p in box.iter(w("p"))]
        string = "\n".join(text.string.strip() for text in texts if text.string.strip())
        if string:
            yield Line(Text(string), f"x{block.key}.{n}", whole=True, opaque=True)


def _is_picture(block: Block) -> bool:
    """Whether a paragraph without words holds a picture (a bare line that is drawn is none)."""
    if block.text.string.strip():
        return False
    return any(
        _PICTURE.search(local(inside))
        for atom in block.atoms
        if atom.kind == "picture"
        for inside in atom.node.iter()
    )


def _properties(package: Package) -> dict[str, str]:
    """What docProps/custom.xml states, without tabs and line ends."""
    found: dict[str, str] = {}
    part = package.related("", "custom-properties")
    if part is not None:
        for element in package.tree(part):
            name = _PROPERTIES.get(element.get("name", ""))
            if name is not None:
                value = "".join(child.text or "" for child in element)
                if value := _CARRIAGE.sub(" ", value).strip():
                    found[name] = value
    return found


def _warnings(document: Document) -> Iterator[Warning_]:
    counts: Counter[str] = Counter()
    authors: dict[str, None] = {}
    for element in _revisions(document):
        name = local(element)
        counts["insertion" if name == "ins" else "deletion" if name == "del" else "move"] += 1
        authors[element.get(w("author"), "") or "an unnamed author"] = None
    if counts:
        said = [_many(counts[k], k) for k in ("insertion", "deletion", "move") if counts[k]]
        view = "as if accepted" if document.view == "final" else "as if never made"
        yield Warning_(
            "tracked-changes",
            f"The file holds tracked changes ({', '.join(said)} by {', '.join(authors)}); they "
            f"were read {view}, and the file keeps them.",
        )


def _revisions(document: Document) -> Iterator[Element]:
    yield from revisions(document.root)
    for kind in ("footnotes", "endnotes"):
        part = document.package.related(document.part, kind)
        if part is not None:
            yield from revisions(document.package.tree(part))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
