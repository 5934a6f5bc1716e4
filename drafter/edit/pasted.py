"""Words from other programs: words, italics and footnotes where they can be told, nothing else.

HTML as Word, LibreOffice and browsers put it on the clipboard; plain text as PDF readers do, each
line of a page a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import lxml.etree

from drafter.model import Cue, Footnote, Text
from drafter.text.word_list import words
from drafter.un.openings import opening_kind

_BLOCKS = frozenset((
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table",
    "blockquote", "pre", "dt", "dd", "section", "article", "body", "center", "hr",
))  # fmt: skip
_SILENT = frozenset(("head", "style", "script", "xml", "title", "del", "template", "noscript"))
_ITALIC = frozenset(("i", "em", "cite", "dfn", "var"))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE)
_STYLE_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[a-z])[\])]?")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_NUMBER = re.compile(r"\s*(?:\d{1,3}\.|\((?:[a-z]{1,2}|[ivx]{1,5})\)|[•·▪–-])(?:\t|[ \xa0]{2,})\s*")
"""A number that the program counts itself, set off by more than a space."""
_TYPED = re.compile(r"\s*(?:\d{1,3}\.|\([a-z]{1,2}\)|\([ivx]{1,5}\))[ \xa0\t]+(?=\S)")
_GAPS = " \t\v"
_ENDS = (",", ";", ".", ":", ".”", "; and", "; or")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was found on the clipboard."""

    texts: tuple[Text, ...] = ()
    """One a paragraph."""
    notes: tuple[Footnote, ...] = ()
    """The footnotes that cues in the texts call."""


def from_html(html: str) -> Pasted:
    """The paragraphs and footnotes of HTML; nothing where it cannot be read."""
    html = re.sub(r"<\?xml[^>]*>", "", html.replace("\x00", ""))
    try:
        parser: Any = lxml.etree.HTMLParser(huge_tree=True, encoding="utf-8")
        data = (html or "<p>").encode("utf-8", "replace")
        root: Any = lxml.etree.fromstring(data, parser)
    except (lxml.etree.LxmlError, ValueError):
        return Pasted()
    if root is None:
        return Pasted()
    notes = _note_elements(root)
    reader = _Reader({key: f"n{i}" for i, key in enumerate(notes, start=1)}, set(notes.values()))
    reader.read(root)
    said = {cue.note for text in reader.texts for cue in text.cues}
    found: list[Footnote] = []
    for key, element in notes.items():
        note_id = reader.notes[key]
        if note_id in said:
            inner = _Reader({}, set())
            inner.read(element)
            found.append(Footnote(note_id, _without_mark(_joined(inner.texts))))
    return Pasted(tuple(reader.texts), tuple(found))


def from_plain(string: str) -> Pasted:
    """The paragraphs of plain text; lines of a page are put together again."""
    lines = _UNSEEN.sub("", string).replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\u2029", "\n").replace("\u2028", "\n").replace("\f", "\n")
    rows = lines.split("\n")
    if len(rows) == 1:
        return Pasted((Text(rows[0]),) if rows[0] else ())
    wrapped = _are_wrapped(rows)
    found: list[str] = []
    before = ""
    for row in rows:
        line = " ".join(row.split()) if wrapped else row.strip()
        if line and before and wrapped and not _begins(line, before, rows):
            found[-1] = _put_together(found[-1], line)
        elif line:
            found.append(_TYPED.sub("", line, count=1) if wrapped else _NUMBER.sub("", line, 1))
        before = line
    return Pasted(tuple(Text(line) for line in found if line))


def _are_wrapped(rows: list[str]) -> bool:
    """Whether lines end where a page does: several are about as long, and end in mid-sentence."""
    full = [row for row in rows if 40 <= len(row.strip()) <= 130]
    return len(full) >= 1 and any(not row.rstrip().endswith(_ENDS) for row in rows[:-1] if row)


def _begins(line: str, before: str, rows: list[str]) -> bool:
    """Whether a line begins a paragraph."""
    if _TYPED.match(line):
        return True
    longest = max(len(row.strip()) for row in rows)
    if before.endswith(_ENDS):
        return opening_kind(line) is not None or (line[0].isupper() and len(before) < longest * 0.7)
    return False


def _put_together(first: str, second: str) -> str:
    """Two lines as one; a word that was parted at the end of the line is whole again."""
    parted = re.search(r"(\w+)-$", first)
    following = re.match(r"\w+", second)
    if parted and following and second[0].islower():
        whole = f"{parted[1]}{following[0]}".lower()
        return first[:-1] + second if whole in words() else first + second
    return f"{first} {second}"


def _note_elements(root: Any) -> dict[str, Any]:
    """The elements that hold footnotes, by the name a cue calls them by."""
    named: dict[str, Any] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in (element.get("id"), element.get("name")):
                if name:
                    named.setdefault(name, element)
    found: dict[str, Any] = {}
    holders: set[Any] = set()
    for anchor in root.iter("a"):
        name = _called(anchor)
        target = named.get(name or "")
        if name is None or target is None or name in found:
            continue
        if any(above in holders for above in anchor.iterancestors()):
            continue  # the way back from a note to its cue
        holder = _holder(target)
        if holder is not None and holder not in anchor.iterancestors():
            found[name] = holder
            holders.add(holder)
    return found


def _called(anchor: Any) -> str | None:
    """The name of the note an anchor calls, where it looks like a cue."""
    address = anchor.get("href") or ""
    if "#" not in address or not _MARK.fullmatch("".join(anchor.itertext()).strip()):
        return None
    return str(address.split("#", 1)[1]) or None


def _holder(target: Any) -> Any:
    """The block that holds a note: what is named itself, or the paragraph the name stands in."""
    element = target
    while element is not None and element.tag not in ("div", "li", "p", "aside", "section"):
        element = element.getparent()
    if element is not None and element.tag == "p":
        parent = element.getparent()
        style = (parent.get("style") or "") if parent is not None else ""
        if "mso-element:footnote" in style.replace(" ", ""):
            return parent
    return element


@dataclass
class _Reader:
    """Gathers the texts of an element."""

    notes: dict[str, str]
    """Id of each note by the name it is called by."""
    skipped: set[Any]
    """Elements that hold notes."""
    texts: list[Text] = field(default_factory=list[Text])
    _string: list[str] = field(default_factory=list[str])
    _italic: list[bool] = field(default_factory=list[bool])
    _cues: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def read(self, root: Any) -> None:
        """Read an element to its end."""
        self._element(root, False)
        self._end()

    def _element(self, element: Any, italic: bool) -> None:
        # With a stack, since a clipboard may be nested deeper than Python is.
        stack: list[tuple[str, Any, bool]] = [("open", element, italic)]
        while stack:
            what, node, slanted = stack.pop()
            if what == "text":
                self._say(node, slanted)
                continue
            if what == "end":
                self._end()
                continue
            tag = node.tag if isinstance(node.tag, str) else ""
            if not tag or tag in _SILENT or (node in self.skipped and node is not element):
                continue
            style = node.get("style") or ""
            if _HIDDEN.search(style):
                continue
            if tag == "br":
                self._say("\v", slanted, raw=True)
                continue
            if tag == "a" and (name := _called(node)) in self.notes:
                self._cues.append((len(self._string), self.notes[name or ""]))
                continue
            said = _STYLE_ITALIC.search(style)
            slanted = slanted or tag in _ITALIC
            if said:
                slanted = said[1].lower() != "normal"
            block = tag in _BLOCKS
            if block:
                self._end()
            later: list[tuple[str, Any, bool]] = []
            if "mso-tab-count" in style:
                later.append(("text", "\t", slanted))
            else:
                later.append(("text", node.text or "", slanted))
                for child in node:
                    later.append(("open", child, slanted))
                    later.append(("text", child.tail or "", slanted))
            if block:
                later.append(("end", None, False))
            stack += reversed(later)

    def _say(self, string: str, italic: bool, *, raw: bool = False) -> None:
        if not raw:
            string = _UNSEEN.sub("", string)
            if string != "\t":
                string = _SPACES.sub(" ", string)
        self._string += string
        self._italic += [italic] * len(string)

    def _end(self) -> None:
        """A paragraph ends here."""
        string, italic, cues = "".join(self._string), self._italic, self._cues
        self._string, self._italic, self._cues = [], [], []
        start = 0
        for part in re.split(r"(\v\s*\v[\s\v]*)", string):
            end = start + len(part)
            inside = [
                (at - start, note) for at, note in cues if start < at <= end or at == start == 0
            ]
            if not part.startswith("\v") or part.strip("\v "):
                self._paragraph(part, italic[start:end], inside)
            start = end

    def _paragraph(self, string: str, italic: list[bool], cues: list[tuple[int, str]]) -> None:
        kept: list[int] = []
        number = _NUMBER.match(string)
        for i, c in enumerate(string):
            space = c in " \t\v"
            if (number and i < number.end()) or (
                space and (not kept or string[kept[-1]] in " \t\v")
            ):
                continue
            kept.append(i)
        while kept and string[kept[-1]] in _GAPS:
            kept.pop()
        words_ = "".join(" " if string[i] in "\t\v" else string[i] for i in kept)
        if not words_.strip("\xa0") and not cues:
            return
        slanted = tuple((n, n + 1) for n, i in enumerate(kept) if italic[i])
        placed = tuple(Cue(sum(i < at for i in kept), note) for at, note in cues)
        self.texts.append(Text(words_, slanted, placed))


def _joined(texts: Iterable[Text]) -> Text:
    found = Text()
    for text in texts:
        found = found + Text(" ") + text if found else text
    return found


def _without_mark(text: Text) -> Text:
    """A note without the mark that stands before it."""
    mark = re.match(r"\s*(?:[\[(]?\d{1,3}[\])]?|\*{1,3}|\^|↑)[\s\xa0.]*", text.string)
    return text.slice(mark.end(), len(text)) if mark else text
