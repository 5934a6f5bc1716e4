"""The text of Word paragraphs as atoms that remember where in the file each was read.

An atom is a stretch of one text element, a tab, a break, a cue: what has characters of the text, or
stands between them with none. Fields are read by their result, footnote cues (real ones, and
NOTEREF fields that repeat one) have no characters, and what is hidden or belongs to the other view
of tracked changes is left out but not forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.ooxml.names import MC, Element, local, on, w
from drafter.ooxml.styles import Look, Styles

View = Literal["final", "original"]
AtomKind = Literal["text", "sign", "cue", "hidden", "picture", "fixed", "mark"]

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
"""Characters that show nothing: soft hyphens, marks of direction, zero-width spaces."""
_NOTE_FIELD = re.compile(r"\s*(?:NOTEREF|FTNREF)\s+\"?([^\s\"]+)|\s*REF\s+\"?([^\s\"]+).*\\f", re.I)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_SYMBOL_FONT = {
    0xB7: "•", 0xA7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠",
    0x2D: "−", 0xB8: "÷", 0xAE: "→", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ",
}  # fmt: skip
_REMOVED = {"final": ("del", "moveFrom"), "original": ("ins", "moveTo")}
_TRANSPARENT = frozenset(
    ("smartTag", "customXml", "sdtContent", "dir", "bdo", "ins", "del", "moveFrom", "moveTo",
     "hyperlink", "fldSimple", "rubyBase")
)  # fmt: skip


@dataclass(slots=True)
class Atom:
    """A stretch of one run."""

    kind: AtomKind
    """text: of a w:t; sign: a tab, break or hyphen; cue; hidden: shows nothing; picture; fixed:
    text that cannot be cut (a formula); mark: the end of a paragraph within a note."""
    text: str
    run: Element
    node: Element
    look: Look
    skip: int = 0
    """Characters of the node's text before this atom."""
    raw: int = 0
    """Characters of the node's text this atom stands for."""
    note: str | None = None
    """For a cue: key of the note, None where it is lost."""
    typed: str | None = None
    """For a cue: the mark as printed, where it is not a number that Word computes."""
    runs: list[Element] = field(default_factory=list["Element"])
    """All runs of a cue that is a field."""
    link: Element | None = None
    """The w:hyperlink it stands in, or the first run of a HYPERLINK field."""
    start: int = 0
    """Offset in the text of its block, set when the block is put together."""

    @property
    def end(self) -> int:
        """End in the text of its block."""
        return self.start + len(self.text)

    def shifted(self, by: int) -> Atom:
        """A copy that starts later."""
        return Atom(
            self.kind, self.text, self.run, self.node, self.look, self.skip, self.raw, self.note,
            self.typed, [*self.runs], self.link, self.start + by,
        )  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A complex field that is open."""

    instruction: str = ""
    in_result: bool = False
    removed: bool = False
    cue: Atom | None = None
    link: bool = False
    runs: list[Element] = field(default_factory=list["Element"])


class Reader:
    """Reads paragraphs of one part in order (fields may run over several of them)."""

    def __init__(
        self, styles: Styles, view: View, bookmarks: Callable[[], Mapping[str, str]]
    ) -> None:
        self._styles = styles
        self._removed = _REMOVED[view]
        self._bookmarks = bookmarks
        self._fields: list[_Field] = []
        self._style: str | None = None
        self._atoms: list[Atom] = []

    def atoms(self, paragraph: Element) -> list[Atom]:
        """The atoms of one paragraph."""
        self._style = self._styles.style_of(paragraph.find(w("pPr")))
        self._atoms = []
        self._walk(paragraph, None, False, 0)
        # a field that runs on is read by its result; one that never got that far is broken
        self._fields = [f for f in self._fields if f.in_result and f.cue is None and not f.removed]
        return self._atoms

    def _walk(self, parent: Element, link: Element | None, removed: bool, depth: int) -> None:
        if depth > 60:
            return
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child, link, removed)
            elif name in _TRANSPARENT:
                gone = removed or name in self._removed
                if name == "fldSimple":
                    self._simple_field(child, link, gone, depth)
                else:
                    inner = child if name == "hyperlink" else link
                    self._walk(child, inner, gone, depth + 1)
            elif name == "sdt":
                for content in child.findall(w("sdtContent")):
                    self._walk(content, link, removed, depth + 1)
            elif name == "AlternateContent":
                chosen = _chosen(child)
                if chosen is not None:
                    self._walk(chosen, link, removed, depth + 1)
            elif name in ("oMath", "oMathPara") and not removed:
                text = "".join(t.text or "" for t in child.iter("{*}t"))
                look = self._styles.run_look(self._style, None)
                self._atoms.append(Atom("fixed", text, child, child, look, link=link))

    def _simple_field(self, element: Element, link: Element | None, gone: bool, depth: int) -> None:
        note = self._noted(element.get(w("instr"), ""))
        if note is None:
            self._walk(element, link, gone, depth + 1)
            return
        before = len(self._atoms)
        self._walk(element, link, gone, depth + 1)
        result = self._atoms[before:]
        del self._atoms[before:]
        if result and not gone:
            typed = "".join(atom.text for atom in result)
            look = result[0].look
            self._atoms.append(
                Atom("cue", "", result[0].run, element, look, note=note or None, typed=typed,
                     runs=[atom.run for atom in result], link=link)
            )  # fmt: skip

    def _noted(self, instruction: str) -> str | None:
        """Key of the note that a NOTEREF field repeats, "" where it is lost; None: no such."""
        match = _NOTE_FIELD.match(instruction)
        return self._bookmarks().get(match[1] or match[2], "") if match else None

    def _run(self, run: Element, link: Element | None, removed: bool) -> None:
        look: Look | None = None
        fields = self._fields
        for open_field in fields:
            open_field.runs.append(run)
            if open_field.link and link is None:
                link = open_field.runs[0]
        custom_mark = False
        for node in run:
            name = local(node)
            if name == "rPr":
                look = self._styles.run_look(self._style, node)
                continue
            if look is None:
                look = self._styles.run_look(self._style, None)
            if name == "fldChar":
                self._field_character(node, run, look, link, removed)
                continue
            if name == "instrText":
                if fields and not fields[-1].in_result:
                    fields[-1].instruction += node.text or ""
                self._hide(run, node, look, link)
                continue
            if removed:
                continue
            if not self._shown():
                self._result(node)
                self._hide(run, node, look, link)
                continue
            if look.hidden:
                self._hide(run, node, look, link)
            elif name in ("t", "delText"):
                if custom_mark:
                    self._atoms[-1].typed = node.text or ""
                    self._hide(run, node, look, link)
                    custom_mark = False
                else:
                    self._text(run, node, look, link)
            elif name in ("footnoteReference", "endnoteReference"):
                custom_mark = on_attribute(node, "customMarkFollows")
                self._atoms.append(
                    Atom("cue", "", run, node, look, note=note_key(node),
                         runs=[run], link=link)
                )  # fmt: skip
            elif name == "br":
                if node.get(w("type"), "textWrapping") == "textWrapping":
                    self._sign("\n", run, node, look, link)
                else:
                    self._hide(run, node, look, link)
            elif name in _SIGNS:
                self._sign(_SIGNS[name], run, node, look, link)
            elif name == "sym":
                self._sign(_symbol(node), run, node, look, link)
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._atoms.append(Atom("picture", "", run, node, look, link=link))
            elif name == "ruby":
                for base in node.findall(w("rubyBase")):
                    self._walk(base, link, removed, 1)
            else:
                self._hide(run, node, look, link)

    def _shown(self) -> bool:
        """Whether what stands here is the shown result of all open fields."""
        return all(f.in_result and f.cue is None and not f.removed for f in self._fields)

    def _result(self, node: Element) -> None:
        for open_field in reversed(self._fields):
            if open_field.in_result and open_field.cue is not None and local(node) == "t":
                open_field.cue.typed = (open_field.cue.typed or "") + (node.text or "")
                return

    def _field_character(
        self, node: Element, run: Element, look: Look, link: Element | None, removed: bool
    ) -> None:
        kind = node.get(w("fldCharType"))
        shown = self._shown()
        self._hide(run, node, look, link)
        if kind == "begin":
            self._fields.append(_Field(removed=removed, runs=[run]))
        elif kind == "separate" and self._fields:
            current = self._fields[-1]
            note = self._noted(current.instruction)
            current.in_result = True
            current.link = current.instruction.lstrip().upper().startswith("HYPERLINK")
            if note is not None and not current.removed and not removed:
                current.cue = Atom(
                    "cue", "", current.runs[0], current.runs[0], look, note=note or None, typed="",
                    runs=current.runs, link=link,
                )  # fmt: skip
                self._atoms.append(current.cue)
        elif kind == "end" and self._fields:
            current = self._fields.pop()
            note = None if current.in_result else self._noted(current.instruction)
            if current.cue is not None and not (current.cue.typed or "").strip():
                # What LibreOffice leaves of a field whose deletion was accepted.
                current.cue.kind = "hidden"
            if note and not current.removed and not shown:
                self._atoms.append(
                    Atom("cue", "", current.runs[0], current.runs[0], look, note=note,
                         runs=current.runs, link=link)
                )  # fmt: skip

    def _text(self, run: Element, node: Element, look: Look, link: Element | None) -> None:
        string = node.text or ""
        if node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            lead = len(string) - len(string.lstrip(" \t\r\n"))
            string_end = len(string.rstrip(" \t\r\n"))
        else:
            lead, string_end = 0, len(string)
        at = lead
        for match in INVISIBLE.finditer(string, lead, max(lead, string_end)):
            if match.start() > at:
                self._piece(run, node, look, link, string[at : match.start()], at)
            self._atoms.append(
                Atom("hidden", "", run, node, look, match.start(), len(match[0]), link=link)
            )
            at = match.end()
        if at < string_end:
            self._piece(run, node, look, link, string[at:string_end], at)

    def _piece(
        self, run: Element, node: Element, look: Look, link: Element | None, text: str, skip: int
    ) -> None:
        shown = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
        self._atoms.append(Atom("text", shown, run, node, look, skip, len(text), link=link))

    def _sign(
        self, text: str, run: Element, node: Element, look: Look, link: Element | None
    ) -> None:
        self._atoms.append(Atom("sign", text, run, node, look, link=link))

    def _hide(self, run: Element, node: Element, look: Look, link: Element | None) -> None:
        raw = len(node.text or "") if local(node) in ("t", "instrText") else 0
        self._atoms.append(Atom("hidden", "", run, node, look, 0, raw, link=link))


def on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute that is a switch is there and on."""
    return element.get(w(name), "0") in ("1", "true", "on")


def _chosen(alternate: Element) -> Element | None:
    """The one branch of mc:AlternateContent that is read: the first choice, else the fallback."""
    for name in ("Choice", "Fallback"):
        branch = alternate.find(f"{{{MC}}}{name}")
        if branch is not None:
            return branch
    return None


def _symbol(node: Element) -> str:
    try:
        code = int(node.get(w("char"), ""), 16)
    except ValueError:
        return "□"
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOL_FONT.get(code & 0xFF, "□")
    return chr(code) if 0x20 <= code < 0xD800 else "□"


def bookmarked_notes(root: Element) -> dict[str, str]:
    """Which footnote ("n3") each bookmark marks: the first one between its start and end."""
    found: dict[str, str] = {}
    open_names: dict[str, str] = {}
    tags = (w("bookmarkStart"), w("bookmarkEnd"), w("footnoteReference"), w("endnoteReference"))
    for element in root.iter(*tags):
        name = local(element)
        if name == "bookmarkStart":
            open_names[element.get(w("id"), "")] = element.get(w("name"), "")
        elif name == "bookmarkEnd":
            open_names.pop(element.get(w("id"), ""), None)
        else:
            for bookmark in open_names.values():
                found.setdefault(bookmark, note_key(element))
    return found


def paragraph_mark_removed(paragraph: Element, view: View) -> bool:
    """Whether the paragraph's own mark is not there in this view, so that the next one joins."""
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if properties is None:
        return False
    return any(properties.find(w(name)) is not None for name in _REMOVED[view])


def removed_notes(root: Element, view: View) -> frozenset[str]:
    """Keys of the notes whose every reference this view takes away: they go with their cues."""
    removed, stay = set[str](), set[str]()
    for one in root.iter(w("footnoteReference"), w("endnoteReference")):
        gone = any(local(above) in _REMOVED[view] for above in one.iterancestors())
        (removed if gone else stay).add(note_key(one))
    return frozenset(removed - stay)


def note_key(reference: Element) -> str:
    """The key ("n3", "e1") of the note that a reference calls."""
    letter = "n" if local(reference) == "footnoteReference" else "e"
    return letter + reference.get(w("id"), "")


def revisions(root: Element) -> Iterator[Element]:
    """Every tracked insertion, deletion and move of text or of paragraph marks."""
    yield from root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))


__all__ = [
    "Atom", "Reader", "View", "bookmarked_notes", "note_key", "on", "paragraph_mark_removed",
    "removed_notes", "revisions",
]  # fmt: skip
