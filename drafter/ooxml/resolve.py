"""Accepting or rejecting every tracked change of a package, by the rules of the standard.

ISO/IEC 29500-1, 17.13.5: the program's own proof that rejecting gives the old text and accepting
the new one. Not used for export.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Literal

from drafter.ooxml.names import Element, local, w
from drafter.ooxml.package import Package, to_bytes
from drafter.ooxml.revisions import as_kept

Decision = Literal["accept", "reject"]
_PARTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$")
_RANGES = (
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip


def accept_all(data: bytes, author: str | None = None) -> bytes:
    """The package with every change (of one author, if given) accepted."""
    return _resolve(data, "accept", author)


def reject_all(data: bytes, author: str | None = None) -> bytes:
    """The package with every change (of one author, if given) rejected."""
    return _resolve(data, "reject", author)


def _resolve(data: bytes, decision: Decision, author: str | None) -> bytes:
    package = Package(data)
    replaced: dict[str, bytes] = {}
    for name in package.names:
        if _PARTS.match(name):
            _Resolver(decision, author).part(package.tree(name))
    _drop_notes(package, "footnote")
    _drop_notes(package, "endnote")
    for name in package.names:
        if _PARTS.match(name):
            replaced[name] = to_bytes(package.tree(name))
    return package.with_parts(replaced)


class _Resolver:
    def __init__(self, decision: Decision, author: str | None) -> None:
        accept = decision == "accept"
        self._stay = ("ins", "moveTo") if accept else ("del", "moveFrom")
        self._go = ("del", "moveFrom") if accept else ("ins", "moveTo")
        self._accept = accept
        self._author = author

    def _ours(self, element: Element) -> bool:
        return self._author is None or element.get(w("author")) == self._author

    def part(self, root: Element) -> None:
        self._properties(root)
        rows = [r for r in root.iter(w("tr")) if self._row_goes(r)]
        for row in rows:
            _remove(row)
        for table in [t for t in root.iter(w("tbl")) if t.find(f".//{w('tr')}") is None]:
            _remove(table)
        joined = [p for p in root.iter(w("p")) if self._mark_goes(p)]
        for name in (*self._go, *self._stay):
            for mark in list(root.iter(w(name))):
                parent = mark.getparent()
                if parent is None or not self._ours(mark):
                    continue
                if local(parent) in ("rPr", "trPr"):
                    parent.remove(mark)
                elif name in self._go:
                    _remove(mark)
                else:
                    if name == "del":
                        as_kept(mark)
                    _unwrap(mark)
        for name in _RANGES:
            for mark in list(root.iter(w(name))):
                if self._ours(mark) or not mark.get(w("author")):
                    _remove(mark)
        for paragraph in reversed(joined):
            _join(paragraph)

    def _properties(self, root: Element) -> None:
        for change in list(root.iter(w("rPrChange"), w("pPrChange"))):
            parent = change.getparent()
            if parent is None or not self._ours(change):
                continue
            parent.remove(change)
            if self._accept:
                continue
            kept = [deepcopy(c) for c in parent if local(c) in _KEPT[local(change)]]
            before = [deepcopy(c) for old in change for c in old]
            marks = [c for c in kept if local(c) not in ("rPr", "sectPr")]
            rest = [c for c in kept if local(c) in ("rPr", "sectPr")]
            parent[:] = [*marks, *before, *rest]

    def _row_goes(self, row: Element) -> bool:
        properties = row.find(w("trPr"))
        return properties is not None and any(
            local(c) in self._go and self._ours(c) for c in properties
        )

    def _mark_goes(self, paragraph: Element) -> bool:
        properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        return properties is not None and any(
            local(c) in self._go and self._ours(c) for c in properties
        )


_KEPT = {
    "rPrChange": ("ins", "del", "moveFrom", "moveTo"),
    "pPrChange": ("rPr", "sectPr"),
}


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def _join(paragraph: Element) -> None:
    """Join a paragraph whose mark is gone to the next one, whose properties then hold."""
    parent = paragraph.getparent()
    if parent is None:
        return
    following = paragraph.getnext()
    while following is not None and local(following) in ("bookmarkStart", "bookmarkEnd"):
        following = following.getnext()
    content = [child for child in paragraph if child.tag != w("pPr")]
    if following is not None and following.tag == w("p"):
        place = 1 if following.find(w("pPr")) is not None else 0
        for offset, child in enumerate(content):
            following.insert(place + offset, child)
        parent.remove(paragraph)
    elif not any(local(c) not in ("bookmarkStart", "bookmarkEnd") for c in content) and (
        following is not None and following.tag == w("tbl")
    ):
        parent.remove(paragraph)


def _drop_notes(package: Package, kind: str) -> None:
    """Remove notes that nothing refers to any more."""
    part = package.related(package.main, f"{kind}s")
    if part is None:
        return
    used = {e.get(w("id")) for e in package.tree(package.main).iter(w(f"{kind}Reference"))}
    for note in list(package.tree(part)):
        if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in used:
            _remove(note)
