"""A judge of tracked files that shares nothing with the program: only lxml and the standard.

Decides on every change by ISO/IEC 29500-1, 17.13.5, and then says what the file holds, paragraph
by paragraph. ``Seen.signature`` is everything a reader of Word could see change: characters with
their formatting, links, fields, notes, bookmarks and paragraph properties; runs that look the same
are one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Decision = Literal["accept", "reject", "none"]
_MARKS = ("ins", "del", "moveFrom", "moveTo")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_BETWEEN = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
_AROUND = ("sdt", "sdtContent", "customXml")
_UNDOCS = re.compile(r"https?://(?:www\.)?undocs\.org/(.*)", re.I)


@dataclass
class Seen:
    """One paragraph."""

    text: str = ""
    italic: list[bool] = field(default_factory=list[bool])
    """One for each character."""
    cues: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    """(offset, words of the note) of references and of NOTEREF fields."""
    links: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """(words, address)."""
    signature: list[object] = field(default_factory=list[object])
    in_table: bool = False
    listed: bool = False
    """Word numbers it by itself."""


@dataclass
class Judged:
    """A file after a decision."""

    paragraphs: list[Seen]
    notes: list[str]
    """Words of the footnotes in the order of their references."""
    faults: list[str]


def judged(data: bytes, decision: Decision, author: str | None = None) -> Judged:
    """What a file holds once every change (of one author, if given) is decided on."""
    return _Judge(data, decision, author).judged()


def marked_words(data: bytes) -> tuple[Counter[str], Counter[str]]:
    """Words of four letters or more in deletions and in insertions of the body and the notes.

    Moves are not counted; numbers are no words.
    """
    archive = zipfile.ZipFile(BytesIO(data))
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for part in ("word/document.xml", "word/footnotes.xml"):
        if part not in archive.namelist():
            continue
        root = etree.fromstring(archive.read(part))
        for count, name in zip(counts, ("del", "ins"), strict=True):
            said = ""
            for mark in root.iter(W + name):
                before = mark.getprevious()
                while before is not None and _name(before) in _BETWEEN:
                    before = before.getprevious()
                goes_on = before is not None and before.tag == mark.tag
                said += ("" if goes_on else "\n") + "".join(
                    (e.text or "") if _name(e) in ("t", "delText") else _SIGNS[_name(e)]
                    for e in mark.iter(*(W + n for n in ("t", "delText", *_SIGNS)))
                )
            count.update(re.findall(r"[^\W\d_]{4,}", said))
    return counts


def other_parts(data: bytes) -> dict[str, bytes]:
    """Every part but those that hold text, notes, relationships and content types."""
    archive = zipfile.ZipFile(BytesIO(data))
    touched = re.compile(
        r"word/(document|footnotes|endnotes)\.xml|word/_rels/(document|footnotes)\.xml\.rels"
        r"|\[Content_Types\]\.xml"
    )
    return {n: archive.read(n) for n in archive.namelist() if not touched.fullmatch(n)}


def doubled(data: bytes) -> set[str]:
    """Ids of marks that stand twice in the package, names of moves, marks within their like."""
    archive = zipfile.ZipFile(BytesIO(data))
    marks: Counter[str] = Counter()
    for name in archive.namelist():
        if not re.fullmatch(r"word/[a-z]+\d*\.xml", name):
            continue
        for e in etree.fromstring(archive.read(name)).iter(etree.Element):
            if _name(e) in (*_MARKS, "rPrChange", "pPrChange", "bookmarkStart"):
                marks[e.get(W + "id")] += 1
                marks["within its like"] += 2 * (e.getparent().tag == e.tag)
            elif _name(e) in ("moveFromRangeStart", "moveToRangeStart"):
                marks[f"{_name(e)} {e.get(W + 'name')}"] += 1
    return {mark for mark, times in marks.items() if times > 1}


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _following(element: Any) -> Any:
    """What stands behind a paragraph, through the beginnings and ends of controls."""
    following = element.getnext()
    while following is not None and _name(following) in (*_BETWEEN, *_RANGES):
        following = following.getnext()
    if following is None and _name(element.getparent()) in _AROUND:
        return _following(element.getparent())
    while following is not None and _name(following) in _AROUND:
        inside = [c for c in following if _name(c) in ("p", "tbl", *_AROUND)]
        following = inside[0] if inside else _following(following)
    return following


class _Judge:
    def __init__(self, data: bytes, decision: Decision, author: str | None) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        accept = decision == "accept"
        self._go = ("del", "moveFrom") if accept else ("ins", "moveTo")
        self._decision, self._author = decision, author
        main = next(
            r.get("Target").lstrip("/")
            for r in etree.fromstring(self._archive.read("_rels/.rels"))
            if r.get("Type").endswith("/officeDocument")
        )
        self._main = main
        self._root = etree.fromstring(self._archive.read(main))
        self._relations = self._related(main)
        self.faults: list[str] = []
        self._italics = self._style_italics()
        self._notes: dict[str, list[Seen]] = {}
        self._open: list[dict[str, Any]] = []
        self._decide(self._root)
        self._bookmarked = self._bookmarks()
        counted = [
            e.get(W + "id")
            for e in self._root.iter(W + "footnoteReference")
            if e.get(W + "customMarkFollows") not in ("1", "true")
        ]
        self._numbers = {note: str(i) for i, note in enumerate(dict.fromkeys(counted), start=1)}
        for kind in ("footnote", "endnote"):
            self._read_notes(kind)

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        path = f"{folder}/_rels/{name}.rels"
        if path not in self._archive.namelist():
            return {}
        return {
            r.get("Id"): (r.get("Type").rsplit("/", 1)[1], r.get("Target"))
            for r in etree.fromstring(self._archive.read(path))
        }

    def _style_italics(self) -> dict[str, bool]:
        path = f"{posixpath.dirname(self._main)}/styles.xml"
        if path not in self._archive.namelist():
            return {}
        styles = {s.get(W + "styleId"): s for s in etree.fromstring(self._archive.read(path))}
        found: dict[str, bool] = {}
        for key, style in styles.items():
            seen: set[str] = set()
            while style is not None and key not in found:
                italic = style.find(f"{W}rPr/{W}i")
                if italic is not None:
                    found[key] = italic.get(W + "val") not in ("0", "false", "off")
                based = style.find(W + "basedOn")
                name = based.get(W + "val") if based is not None else None
                if name is None or name in seen:
                    break
                seen.add(name)
                style = styles.get(name)
        return found

    # decisions

    def _ours(self, element: Any) -> bool:
        return self._author is None or element.get(W + "author") == self._author

    def _decide(self, root: Any) -> None:
        for change in root.iter(W + "rPrChange"):
            change.attrib.pop(W + "id", None)  # each piece of a run that is cut has one of its own
        if self._decision == "none":
            return
        for change in list(root.iter(W + "rPrChange", W + "pPrChange")):
            if not self._ours(change):
                continue
            parent = change.getparent()
            parent.remove(change)
            if self._decision == "reject":
                old = list(change[0]) if len(change) else []
                keep = [
                    c
                    for c in parent
                    if _name(c) in ("rPr", "sectPr")
                    or (_name(parent) == "rPr" and _name(c) in _MARKS)
                ]
                parent[:] = [*old, *keep]
        for row in list(root.iter(W + "tr")):
            marks = row.find(W + "trPr")
            if marks is not None and any(_name(m) in self._go and self._ours(m) for m in marks):
                row.getparent().remove(row)
        for table in list(root.iter(W + "tbl")):
            if table.find(W + "tr") is None and not list(table.iter(W + "tr")):
                table.getparent().remove(table)
        gone = [
            p
            for p in root.iter(W + "p")
            if any(_name(m) in self._go and self._ours(m) for m in p.iterfind(f"{W}pPr/{W}rPr/*"))
        ]
        for mark in list(root.iter(*(W + name for name in _MARKS))):
            parent = mark.getparent()
            if parent is None or not self._ours(mark):
                continue
            if _name(parent) in ("rPr", "trPr") or _name(mark) in self._go:
                parent.remove(mark)
            else:
                for child in list(mark):
                    mark.addprevious(child)
                parent.remove(mark)
        for mark in list(root.iter(*(W + name for name in _RANGES))):
            if self._ours(mark) or not mark.get(W + "author"):
                mark.getparent().remove(mark)
        for paragraph in reversed(gone):
            self._join(paragraph)

    def _join(self, paragraph: Any) -> None:
        following = _following(paragraph)
        content = [c for c in paragraph if _name(c) != "pPr"]
        if following is not None and _name(following) == "p":
            place = 1 if following.find(W + "pPr") is not None else 0
            for offset, child in enumerate(content):
                following.insert(place + offset, child)
            paragraph.getparent().remove(paragraph)
        elif not any(_name(c) not in _BETWEEN for c in content) and (
            following is not None and _name(following) == "tbl"
        ):
            paragraph.getparent().remove(paragraph)
        else:
            self.faults.append("a paragraph mark that goes has no paragraph to join")

    # what is there

    def _bookmarks(self) -> dict[str, str]:
        """The footnote that each bookmark encloses, by name."""
        found: dict[str, str] = {}
        begun: dict[str, str] = {}
        for e in self._root.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "footnoteReference"):
            if _name(e) == "bookmarkStart":
                if e.get(W + "name") in begun.values() or e.get(W + "name") in found:
                    self.faults.append(f"bookmark {e.get(W + 'name')} stands twice")
                begun[e.get(W + "id")] = e.get(W + "name")
            elif _name(e) == "bookmarkEnd":
                begun.pop(e.get(W + "id"), None)
            else:
                for name in begun.values():
                    found.setdefault(name, e.get(W + "id"))
        return found

    def _read_notes(self, kind: str) -> None:
        target = next((t for k, t in self._relations.values() if k == f"{kind}s"), None)
        if target is None:
            return
        part = posixpath.normpath(posixpath.join(posixpath.dirname(self._main), target))
        root = etree.fromstring(self._archive.read(part.lstrip("/")))
        self._decide(root)
        body, self._relations = self._relations, self._related(part)
        for note in root.iter(W + kind):
            if note.get(W + "type", "normal") == "normal":
                self._notes[kind[0] + note.get(W + "id")] = [
                    self._paragraph(p) for p in note.iter(W + "p")
                ]
        self._relations = body

    def judged(self) -> Judged:
        paragraphs = [self._paragraph(p) for p in self._root.iter(W + "p")]
        order = list(
            dict.fromkeys("f" + e.get(W + "id") for e in self._root.iter(W + "footnoteReference"))
        )
        for key in order:
            if key not in self._notes:
                self.faults.append(f"a reference to note {key}, which is not there")
        return Judged(paragraphs, [self._words(k) for k in order], self.faults)

    def _words(self, key: str) -> str:
        said = "\n".join(p.text for p in self._notes.get(key, ()))
        return said.strip()

    def _paragraph(self, paragraph: Any) -> Seen:
        seen = Seen(in_table=next(paragraph.iterancestors(W + "tc"), None) is not None)
        properties = paragraph.find(W + "pPr")
        style = None
        if properties is not None:
            seen.listed = properties.find(f"{W}numPr") is not None
            own = [c for c in properties if _name(c) not in ("rPr", "sectPr", "pPrChange")]
            seen.signature.append(tuple(etree.tostring(c, method="c14n") for c in own))
            named = properties.find(W + "pStyle")
            style = named.get(W + "val") if named is not None else None
            if properties.find(W + "sectPr") is not None:
                seen.signature.append("section")
        else:
            seen.signature.append(())
        self._walk(paragraph, seen, style, None)
        return seen

    def _walk(self, parent: Any, seen: Seen, style: str | None, link: str | None) -> None:
        for child in parent:
            name = _name(child)
            if name == "r":
                self._run(child, seen, style, link)
            elif name == "hyperlink":
                address = self._relations.get(child.get(R + "id", ""), ("", ""))[1]
                before = len(seen.text)
                inner = address or "#" + child.get(W + "anchor", "")
                self._walk(child, seen, style, inner)
                if len(seen.text) > before:
                    seen.links.append((seen.text[before:], address))
            elif name == "fldSimple":
                self._field("begin", seen)
                self._open[-1]["instruction"] = child.get(W + "instr", "")
                self._field("separate", seen)
                self._walk(child, seen, style, link)
                self._field("end", seen)
            elif name in ("bookmarkStart",):
                seen.signature.append(("bookmark", child.get(W + "name")))
            elif name in ("commentRangeStart", "commentRangeEnd"):
                seen.signature.append((name, child.get(W + "id")))
            elif name in ("oMath", "oMathPara"):
                seen.text += "".join(t.text or "" for t in child.iter("{*}t"))
                seen.italic += [False] * (len(seen.text) - len(seen.italic))
                seen.signature.append((name, etree.tostring(child, method="c14n")))
            elif name not in ("pPr", "bookmarkEnd", "proofErr"):
                self._walk(child, seen, style, link)

    def _run(self, run: Any, seen: Seen, style: str | None, link: str | None) -> None:
        properties = run.find(W + "rPr")
        look = etree.tostring(properties, method="c14n") if properties is not None else b""
        look = b"" if properties is not None and not len(properties) else look
        italic = self._italic(properties, style)
        for node in run:
            name = _name(node)
            if name in ("rPr", "lastRenderedPageBreak"):
                continue
            if name == "fldChar":
                self._field(node.get(W + "fldCharType"), seen)
            elif name in ("instrText", "delInstrText"):
                if self._open:
                    self._open[-1]["instruction"] += node.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                key = name[0] + node.get(W + "id")
                words = self._words(key)
                seen.cues.append((len(seen.text), words))
                inside = [p.signature for p in self._notes.get(key, ())]
                seen.signature.append(("note", look, repr(inside)))
            elif name in ("t", "delText") or name in _SIGNS:
                string = (node.text or "") if name in ("t", "delText") else _SIGNS[name]
                self._string(string, seen, look, link, italic)
            else:
                copy = etree.fromstring(etree.tostring(node))
                copy.tail = None
                seen.signature.append((name, etree.tostring(copy, method="c14n")))

    def _string(self, string: str, seen: Seen, look: bytes, link: str | None, italic: bool) -> None:
        if self._open and self._open[-1]["note"]:
            self._open[-1]["shown"] += string
            return
        last = seen.signature[-1] if seen.signature else None
        if isinstance(last, list) and last[0] == (look, link):
            last[1] += string
        elif string:
            seen.signature.append([(look, link), string])
        seen.text += string
        seen.italic += [italic] * len(string)

    def _italic(self, properties: Any, style: str | None) -> bool:
        found = self._italics.get(style or "", False)
        if properties is not None:
            named = properties.find(W + "rStyle")
            if named is not None:
                found = self._italics.get(named.get(W + "val"), found)
            own = properties.find(W + "i")
            if own is not None:
                found = own.get(W + "val") not in ("0", "false", "off")
        return found

    def _field(self, kind: str, seen: Seen) -> None:
        if kind == "begin":
            self._open.append({"instruction": "", "note": "", "shown": ""})
        elif not self._open:
            self.faults.append(f"a field's {kind} without its beginning")
        elif kind == "separate":
            match = re.match(r"\s*NOTEREF\s+(\S+)", self._open[-1]["instruction"])
            self._open[-1]["note"] = match[1] if match else ""
        else:
            found = self._open.pop()
            if not found["note"]:
                seen.signature.append(("field", found["instruction"]))
                return
            if not found["shown"].strip():
                return  # what LibreOffice leaves of a field whose deletion was accepted
            note = self._bookmarked.get(found["note"])
            if note is None:
                self.faults.append(f"NOTEREF {found['note']} finds no note")
            words = self._words(f"f{note}")
            seen.cues.append((len(seen.text), words))
            number = self._numbers.get(note or "")
            if found["shown"].strip() != number:
                self.faults.append(f"NOTEREF shows {found['shown']} for note {number}")
            seen.signature.append(("noteref", words, found["shown"]))


__all__ = ["Judged", "Seen", "doubled", "judged", "marked_words", "other_parts"]
