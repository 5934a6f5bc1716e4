"""HTML, saved or pasted, as lines: blocks are paragraphs, raised numbers cues, lists numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import lxml.html
from lxml import etree

from drafter.errors import UnreadableFile
from drafter.model import Cue, Range, Text
from drafter.model.labels import letters, ordinal, roman
from drafter.read.lines import Align, Line, Lines, Note
from drafter.read.numbering import typed_number
from drafter.read.text import decoded
from drafter.read.traced import Traced

Element = etree._Element  # pyright: ignore[reportPrivateUsage]

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_DROPPED = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math",
    "select", "button", "input", "textarea", "title", "link", "meta", "audio", "video", "canvas",
})  # fmt: skip
_WHITE = re.compile(r"[ \t\r\n\f]+")
_RAISED = re.compile(r"vertical-align:\s*(?:super|text-top)|mso-text-raise:\s*[1-9]", re.I)
_ITALIC = re.compile(r"font-style:\s*(?:italic|oblique)", re.I)
_ROMAN = re.compile(r"font-style:\s*normal", re.I)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.I)
_MARK = re.compile(r"^[\[(]?(?P<mark>\d{1,3}|\*{1,3})[\])]?$")
_NOTE_TARGET = re.compile(r"#_?(?:ftn|fn|edn|note|footnote)", re.I)
_BACK_TARGET = re.compile(r"#_?(?:ftn|fn|edn|note|footnote)_?-?ref", re.I)
_NOTE_CLASS = re.compile(r"foot-?note-?text|endnotetext", re.I)
_NUMBER = re.compile(r"\d{1,3}\.|\([a-z]{1,4}\)|[A-Z\d-]{1,5}/\d{1,4}\.")
_MAX_DEPTH = 200


def lines_from_html(data: bytes) -> Lines:
    """The lines of an HTML file or fragment; UnreadableFile where it holds no text."""
    declared = b"charset" in data[:4096].lower()
    if not declared:
        data = decoded(data, "the HTML").encode()
    parser = lxml.html.HTMLParser(
        remove_comments=True, remove_pis=True, encoding=None if declared else "utf-8"
    )
    try:
        root: Element = lxml.html.document_fromstring(data, parser)  # pyright: ignore[reportUnknownMemberType]
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableFile("the HTML holds no text; fetch the page again.") from None
    walk = _Walk()
    walk.block(root, _Look())
    walk.end()
    return walk.finished()


@dataclass(frozen=True, slots=True)
class _Look:
    """What an element passes on to what stands in it."""

    italic: bool = False
    bold: bool = False
    raised: bool = False
    note: bool = False
    heading: bool = False
    align: Align = ""
    preformatted: bool = False
    depth: int = 0
    """Lists around it."""


@dataclass(slots=True)
class _Open:
    """The paragraph being read."""

    string: str = ""
    emphasis: list[Range] = field(default_factory=list[Range])
    cues: list[Cue] = field(default_factory=list[Cue])
    bold: int = 0
    number: str | None = None
    look: _Look = field(default_factory=_Look)
    mark: str | None = None
    """The raised number it begins with, as a footnote does."""


@dataclass
class _Walk:
    lines: list[Line] = field(default_factory=list[Line])
    notes: dict[str, Text] = field(default_factory=dict[str, Text])
    open: _Open = field(default_factory=_Open)
    pending: str | None = None
    """Number of the list item whose text comes next."""

    def block(self, element: Element, look: _Look) -> None:
        """An element and all in it."""
        tag = element.tag if isinstance(element.tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]
        style = element.get("style", "")
        if tag in _DROPPED or _HIDDEN.search(style) or look.depth > _MAX_DEPTH:
            return
        look = _seen(element, tag, style, look)
        if tag == "table" and _is_table(element):
            self.end()
            self.lines.append(
                Line(Text(_rendered(element)), f"b{len(self.lines)}", whole=True, opaque=True)
            )
            return
        if tag == "br":
            self._break()
            return
        block = tag in _BLOCKS
        if block:
            self.end()
            self.open.look = look
        if (mark := _cue_of(element, tag, look)) is not None:
            self._cue(mark)
            return
        self._text(element.text, look)
        numbers = _list_numbers(element, tag, look.depth)
        for child in element:
            if child.tag == "li" and numbers is not None:
                self.end()
                self.pending = next(numbers)
            self.block(child, look)
            if child.tag in _BLOCKS:
                self.open.look = look
            elif _NUMBER.fullmatch(self.open.string):
                self.open.string += " "  # set apart by the style sheet alone
            self._text(child.tail, look)
        if block:
            self.end()

    def _text(self, string: str | None, look: _Look) -> None:
        if not string:
            return
        if look.preformatted and "\n" in string:
            for n, row in enumerate(string.split("\n")):
                if n:
                    self.end()
                    self.open.look = look
                self._text(row, look)
            return
        string = _WHITE.sub(" ", string)
        now = self.open
        if not now.string or now.string.endswith((" ", "\n")):
            string = string.removeprefix(" ")
        if not string:
            return
        start = len(now.string)
        now.string += string
        if look.italic:
            now.emphasis.append((start, len(now.string)))
        now.bold += len(string) if look.bold else 0

    def _break(self) -> None:
        """A line break in a paragraph."""
        now = self.open
        look, string = now.look, now.string
        if look.note or not string.strip():
            self._text(" ", look)
            return
        self.end()
        self.open.look = look

    def _cue(self, mark: str) -> None:
        now = self.open
        if not now.string.strip() and not now.cues and now.mark is None:
            now.mark = mark
            return
        now.string = now.string.rstrip(" ") if now.string.endswith(" ") else now.string
        at = len(now.string)
        now.emphasis = [(a, min(b, at)) for a, b in now.emphasis if a < at]
        now.cues.append(Cue(at, None, mark))

    def end(self) -> None:
        """Ends the open paragraph."""
        now, self.open = self.open, _Open()
        size = len(now.string)
        if not now.string.strip():
            return
        text = Text(now.string, tuple(now.emphasis), tuple(now.cues))
        if now.mark is not None and (now.look.note or self._is_next(now.mark)):
            text = Traced(text).strip().text
            self.notes.setdefault(now.mark, text)
            return
        if now.mark is not None:
            text = Text(f"{now.mark} ") + text
        number, self.pending = self.pending, None
        if number is not None and typed_number(now.string.strip()) is not None:
            number = None
        self.lines.append(
            Line(
                text, f"b{len(self.lines)}", whole=True, number=number, align=now.look.align,
                bold=now.look.heading or 2 * now.bold > size,
                style="heading" if now.look.heading else "",
            )
        )  # fmt: skip

    def _is_next(self, mark: str) -> bool:
        """Whether a paragraph with a raised number before it is the next footnote."""
        called = {cue.typed for line in self.lines for cue in line.text.cues}
        return mark in called or not mark.isdigit()

    def finished(self) -> Lines:
        """The lines, cues by the notes they call."""
        lines: list[Line] = []
        for line in self.lines:
            cues = tuple(_named(cue, self.notes) for cue in line.text.cues)
            lines.append(replace(line, text=replace(line.text, cues=cues)))
        notes = tuple(Note(mark, text, f"n{mark}") for mark, text in self.notes.items())
        italics = any(line.text.emphasis for line in lines)
        return Lines(tuple(lines), notes, italics=italics)


def _named(cue: Cue, notes: dict[str, Text]) -> Cue:
    mark = cue.typed or ""
    if mark not in notes:
        return cue
    return Cue(cue.at, mark, None if mark.isdigit() else mark)


def _seen(element: Element, tag: str, style: str, look: _Look) -> _Look:
    """The look inside an element."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    align = (element.get("align") or _align_of(style)).lower()
    aligned: Align = look.align
    for known in ("left", "right", "center", "justify"):
        if align == known:
            aligned = known
    heading = bool(re.fullmatch(r"h[1-6]", tag)) or look.heading
    return replace(
        look,
        italic=(look.italic or tag in ("i", "em", "cite") or bool(_ITALIC.search(style)))
        and not _ROMAN.search(style),
        bold=look.bold or tag in ("b", "strong") or heading or bool(_BOLD.search(style)),
        raised=look.raised or tag == "sup" or bool(_RAISED.search(style)),
        note=look.note or bool(_NOTE_CLASS.search(name)),
        heading=heading,
        align="center" if tag == "center" else aligned,
        preformatted=look.preformatted or tag == "pre",
        depth=look.depth + (tag in ("ol", "ul")),
    )


def _align_of(style: str) -> str:
    match = re.search(r"text-align:\s*(\w+)", style, re.I)
    return match[1] if match else ""


def _cue_of(element: Element, tag: str, look: _Look) -> str | None:
    """The mark of a footnote cue: a raised number, or a link to a footnote."""
    target = element.get("href", "") if tag == "a" else ""
    linked = bool(_NOTE_TARGET.match(target) or _BACK_TARGET.match(target))
    if not (linked or (look.raised and tag in ("sup", "span", "a", "font", "small"))):
        return None
    match = _MARK.match("".join(map(str, element.itertext())).strip())
    return match["mark"] if match else None


def _list_numbers(element: Element, tag: str, depth: int) -> Iterator[str] | None:
    """Numbers of the items of an ordered list: as its type says, else by its depth."""
    if tag != "ol":
        return None
    kind = element.get("type", "")
    first = element.get("start", "1")
    start = int(first) if re.fullmatch(r"\d{1,4}", first) else 1

    def counted() -> Iterator[str]:
        count = start
        while True:
            if kind in ("a", "A"):
                yield f"({letters(count)})"
            elif kind in ("i", "I"):
                yield f"({roman(count)})"
            else:
                number = ordinal(0 if kind == "1" else depth - 1, count)
                yield f"{number}." if number.isdigit() else number
            count += 1

    return counted()


def _is_table(element: Element) -> bool:
    """Whether a table holds data: more than one row and column with something in them."""
    rows = [
        sum(bool("".join(map(str, cell.itertext())).strip()) for cell in row.iter("td", "th"))
        for row in element.iter("tr")
    ]
    string = "".join(map(str, element.itertext()))
    masthead = "Distr." in string or "United Nations" in string[:200]
    return sum(cells > 1 for cells in rows) > 1 and not masthead and len(string) < 100_000


def _rendered(element: Element) -> str:
    """A table as plain text: a line for each row, cells parted by tabs."""
    rows: list[Sequence[str]] = []
    for row in element.iter("tr"):
        rows.append(
            [
                _WHITE.sub(" ", "".join(map(str, cell.itertext()))).strip()
                for cell in row.iter("td", "th")
            ]
        )
    return "\n".join("\t".join(row) for row in rows)
