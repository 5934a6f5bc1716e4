"""The UN's Akoma Ntoso XML (AKN4UN) as lines: cover, containers or none, notes, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.errors import UnreadableFile
from drafter.model import Cue, Kind, Range, Text
from drafter.read.lines import Line, Lines, Note

Element = etree._Element  # pyright: ignore[reportPrivateUsage]

_SKIPPED = frozenset({"meta", "img", "num"})
_LEAVES = frozenset({"p", "heading", "subheading", "listIntroduction", "wrapUp", "intro"})
_BLOCKS = frozenset({
    "embeddedStructure", "container", "paragraph", "blockList", "list", "point", "item", "sublist",
    "p", "formula", "content", "table",
})  # fmt: skip
"""What may stand in a paragraph and yet be paragraphs of its own."""
_WHITE = re.compile(r"[ \t\r\n]+")
_HEADING_CLASS = re.compile(r"^H\d")


def lines_from_akn(data: bytes) -> Lines:
    """The lines of an Akoma Ntoso file; UnreadableFile where it is no whole XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnreadableFile(
            "the XML is damaged or ends too early; fetch the file again."
        ) from None
    return _Walk().read(root)


@dataclass
class _Walk:
    lines: list[Line] = field(default_factory=list[Line])
    notes: list[Note] = field(default_factory=list[Note])
    markers: dict[str, str] = field(default_factory=dict[str, str])
    """Key of each note by its marker, for cues that call it again."""

    def read(self, root: Element) -> Lines:
        for child in root:
            self._walk(child, None)
        properties = _properties(root)
        return Lines(tuple(self.lines), tuple(self.notes), properties, front_italics=False)

    def _walk(self, element: Element, number: str | None) -> None:
        name = _name(element)
        if name in _SKIPPED:
            return
        if name in ("coverPage", "preface"):
            self._front(element)
        elif name == "formula" or (name == "container" and element.get("name") == "formula"):
            self._all(element, kind=Kind.SPEAKER)
        elif name == "conclusions":
            self._conclusions(element)
        elif name == "table":
            self._table(element)
        elif name in _LEAVES and not any(_name(c) in _BLOCKS for c in element):
            heading = name.endswith("heading") or _in_heading(element)
            self._emit(_inline(self, element), number=number, heading=heading)
        else:
            self._mixed(element, number)

    def _mixed(self, element: Element, number: str | None) -> None:
        """An element with paragraphs in it: text between them is a line too."""
        own = next((c for c in element if _name(c) == "num"), None)
        if own is not None:
            number = "".join(map(str, own.itertext())).strip() or None
        pending = Text(element.text or "")
        for child in element:
            if not _name(child):
                pass  # an entity, which is never resolved
            elif _name(child) in _BLOCKS or (_name(child) in _LEAVES) or _structural(child):
                number = self._flush(pending, number)
                before = len(self.lines)
                self._walk(child, number)
                number = number if len(self.lines) == before else None
                pending = Text()
            elif _name(child) not in _SKIPPED:
                pending += _inline(self, child)
            pending += Text(child.tail or "")
        number = self._flush(pending, number)
        if number and own is not None:
            self._emit(Text(), number=number)

    def _flush(self, text: Text, number: str | None) -> str | None:
        if not text.string.strip() and not text.cues:
            return number
        self._emit(text, number=number)
        return None

    def _front(self, element: Element) -> None:
        """Cover and preface: adoption lines and the title; all other lines are masthead."""
        paragraphs = [e for e in element.iter() if _name(e) == "p"] or [element]
        refers = [{e.get("refersTo") for e in p.iter()} for p in paragraphs]
        subsidiary = any("#subsidiaryBody" in row for row in refers)
        for p, references in zip(paragraphs, refers, strict=True):
            if subsidiary and "#issuingBody" in references:
                continue  # "General Assembly" above "Human Rights Council"
            names = {_name(e): e for e in p.iter()}
            title = names.get("docTitle")
            if title is not None and _name(element) == "preface":
                self._emit(_inline(self, title), kind=Kind.TITLE)
            elif title is not None and title.get("refersTo") == "#resolutionNumber":
                self._emit(_inline(self, p), kind=Kind.TITLE)
            elif title is not None or "docProponent" in names:
                self._emit(_inline(self, p), kind=Kind.ADOPTION)
            else:
                self._emit(_inline(self, p), header=True)

    def _conclusions(self, element: Element) -> None:
        """Meeting and date are one closing paragraph; a vote is lines of its own."""
        for p in [e for e in element.iter() if _name(e) == "p"] or [element]:
            closing = any(_name(e) in ("event", "eol") for e in p.iter())
            self._emit(_inline(self, p), kind=Kind.CLOSING if closing else None)
        for vote in (e for e in element if _name(e) not in ("p", "meta")):
            if not any(_name(e) == "p" for e in vote.iter()):
                self._emit(_inline(self, vote))

    def _table(self, element: Element) -> None:
        rows = [[_fold(_inline(self, cell)) for cell in row] for row in element if len(row)]
        whole = Text()
        for r, row in enumerate(rows):
            whole += Text("\n") if r else Text()
            for c, cell in enumerate(row):
                whole += (Text("\t") if c else Text()) + cell
        self.lines.append(Line(whole, self._block(), whole=True, opaque=True))

    def _all(self, element: Element, kind: Kind) -> None:
        for p in [e for e in element.iter() if _name(e) == "p"] or [element]:
            self._emit(_inline(self, p), kind=kind)

    def _emit(
        self,
        text: Text,
        *,
        number: str | None = None,
        kind: Kind | None = None,
        heading: bool = False,
        header: bool = False,
    ) -> None:
        text = _fold(text)
        if not text and not number:
            return
        if number and (heading or not _plain_number(number)):
            # A numbered heading ("I. …") keeps its number in its text.
            text = Text(f"{number} ") + text
            number, kind = None, kind or Kind.HEADING
        self.lines.append(
            Line(
                text, self._block(), whole=True, number=number, kind=kind, bold=heading,
                region="header" if header else "body", style="heading" if heading else "",
            )
        )  # fmt: skip

    def _block(self) -> str:
        return f"x{len(self.lines)}"

    def note(self, element: Element) -> Cue:
        """The cue of a note, which is kept; one marker stands for one note."""
        marker = (element.get("marker") or "").strip("() ")
        text = Text()
        for p in [e for e in element if _name(e) == "p"] or [element]:
            text += (Text(" ") if text else Text()) + _fold(_inline(self, p))
        key = f"n{len(self.notes) + 1}"
        same = self.markers.get(marker)
        held = next((note for note in self.notes if note.key == same), None)
        if held is not None and held.text.string in (text.string, ""):
            key = held.key
        else:
            self.notes.append(Note(key, text, key))
            self.markers[marker] = key
        return Cue(0, key, marker if marker and not marker.isdigit() else None)


def _inline(walk: _Walk, element: Element) -> Text:
    """The running text in an element: italics by class, notes as cues, line breaks kept."""
    pieces: list[Text] = []

    def put(string: str | None, italic: bool) -> None:
        if string:
            string = _WHITE.sub(" ", string)
            pieces.append(Text(string, ((0, len(string)),) if italic else ()))

    def go(node: Element, italic: bool) -> None:
        for child in node:
            name = _name(child)
            if name == "authorialNote":
                pieces.append(Text("", (), (walk.note(child),)))
            elif name == "noteRef":
                key = walk.markers.get((child.get("marker") or "").strip("() "))
                pieces.append(Text("", (), (Cue(0, key, child.get("marker")),)))
            elif name in ("eol", "br"):
                pieces.append(Text("\n"))
            elif name not in _SKIPPED:
                if name == "docDate" and pieces and pieces[-1].string[-1:].isalpha():
                    put(" ", italic)
                if name:  # no entity that was not resolved
                    put(child.text, inner := italic or _italic(child))
                    go(child, inner)
            put(child.tail, italic)

    put(element.text, italic := _italic(element))
    go(element, italic)
    whole: list[str] = []
    emphasis: list[Range] = []
    cues: list[Cue] = []
    at = 0
    for piece in pieces:
        emphasis += [(a + at, b + at) for a, b in piece.emphasis]
        cues += [replace(cue, at=at) for cue in piece.cues]
        whole.append(piece.string)
        at += len(piece.string)
    return Text("".join(whole), tuple(emphasis), tuple(cues))


_RUNS = re.compile(r" *\n *|  +|^ +| +$")


def _fold(text: Text) -> Text:
    """Runs of spaces as one, none at the ends nor at a line feed (white space in XML is layout)."""
    for match in reversed(list(_RUNS.finditer(text.string))):
        inside = "\n" if "\n" in match[0] else " "
        if match.start() == 0 or match.end() == len(text.string):
            inside = ""
        start, end = match.span()
        text = text.splice(start, end, text.reworded(start, end, inside))
    return text


def _properties(root: Element) -> dict[str, str]:
    """What cover page and metadata state."""
    found: dict[str, str] = {}
    refers = {
        "#symbol": "symbol",
        "#generalDistribution": "distribution",
        "#issuingBody": "organ",
        "#publicationJobNumber": "job_number",
    }
    agenda: list[str] = []
    for element in _until_body(root):
        name, reference = _name(element), element.get("refersTo", "")
        string = _WHITE.sub(" ", "".join(map(str, element.itertext()))).strip()
        if reference in refers and string:
            found.setdefault(refers[reference], string)
        elif reference == "#subsidiaryBody":
            found["organ"] = string
        elif name == "session":
            found.setdefault("session", string)
        elif name == "inline" and (element.get("name") or "").startswith("agenda item"):
            agenda.append(string)
        elif name == "inline" and element.get("name") == "originalLanguage":
            found["original_language"] = string.removeprefix("Original:").strip()
        elif name == "FRBRdate" and element.get("name") == "adoption":
            found.setdefault("date", element.get("date", ""))
    if agenda:
        found["agenda_item"] = "\n".join(agenda)
    return found


def _until_body(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if _name(element) == "mainBody":
            return
        yield element


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]


def _italic(element: Element) -> bool:
    return "italic" in (element.get("class") or "") or _name(element) in ("i", "em")


def _structural(element: Element) -> bool:
    return any(_name(inside) in _LEAVES for inside in element.iter()) and (
        _name(element) != "authorialNote"
    )


def _in_heading(element: Element) -> bool:
    """Set as a heading: in a paragraph of a heading's class, or all bold."""
    for parent in element.iterancestors():
        if _name(parent) == "paragraph":
            if _HEADING_CLASS.match(parent.get("class", "")):
                return True
            break
    string = _WHITE.sub("", "".join(map(str, element.itertext())))
    bold = "".join(
        "".join(map(str, span.itertext()))
        for span in element
        if "bold" in (span.get("class") or "") or _name(span) == "b"
    )
    return bool(string) and _WHITE.sub("", bold) == string


def _plain_number(number: str) -> bool:
    """Whether a number is a paragraph's ("3.", "(a)", "5 bis"), not a heading's ("II.")."""
    return not re.fullmatch(r"[IVXL]+\.?", number)
