"""Tracked changes and comments of a Word file, with the words they hold and where they stand.

ISO/IEC 29500-1, 17.13.4 and 17.13.5. Offsets count code points of ``Block.text``; what the view
that is read leaves out stands at one offset, with its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from drafter.model import Comment, Revision
from drafter.model.markup import Did
from drafter.ooxml.atoms import note_key, removed_notes
from drafter.ooxml.blocks import Block, Document
from drafter.ooxml.names import Element, local, w

_DID: dict[str, Did] = {
    "ins": "insertion", "moveTo": "insertion", "del": "deletion", "moveFrom": "deletion",
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_REFERENCES = ("footnoteReference", "endnoteReference")
_JOB_TICKET = "<<ODS"
"""How the one comment begins that official files have: it is the Secretariat's job ticket."""


def revisions_of(document: Document) -> tuple[Revision, ...]:
    """Every tracked insertion and deletion of words or paragraph ends; targets are block keys.

    A note that goes with its cue stands in brackets where the cue stood.
    """
    gone = removed_notes(document.root, document.view)
    notes = {key: _gone(block) for key, block in document.notes.items() if key in gone}
    stay = [block for key, block in document.notes.items() if key not in gone]
    return tuple(
        found
        for block in chain(document.blocks.values(), stay)
        for found in _joined(_of_block(block, notes))
    )


def _gone(note: Block) -> str:
    words = note.text.string or "".join(r.text for r in _of_block(note, {}))
    return f" [{words.strip()}] "


def comments_of(document: Document) -> tuple[Comment, ...]:
    """The comments but job tickets; targets are block keys."""
    part = document.package.related(document.part, "comments")
    if part is None:
        return ()
    known = {c.get(w("id")): c for c in document.package.tree(part).iter(w("comment"))}
    found: list[Comment] = []
    for block in chain(document.blocks.values(), document.notes.values()):
        for at, node in _walk(block):
            comment = known.get(node.get(w("id"))) if local(node) == "commentReference" else None
            if comment is None:
                continue
            said = "\n".join(_words(p) for p in comment.iter(w("p"))).strip()
            if said and not said.startswith(_JOB_TICKET):
                author, date = comment.get(w("author"), ""), comment.get(w("date"), "")
                found.append(Comment(block.key, author, date, at, said))
    return tuple(found)


def _walk(block: Block) -> Iterator[tuple[int, Element]]:
    """Everything in the runs of a block, with the offset at which it stands."""
    ends: dict[Element, int] = {}
    for atom in block.atoms:
        ends[atom.node] = max(ends.get(atom.node, 0), atom.end)
    at = 0
    for paragraph in block.paragraphs:
        for node in paragraph.iter():
            yield at, node
            at = max(at, ends.get(node, 0))


def _of_block(block: Block, notes: Mapping[str, str]) -> Iterator[Revision]:
    """``notes``: what is said of a note that goes, by its key."""
    starts: dict[Element, tuple[int, int]] = {}
    for atom in block.atoms:
        if atom.text:
            start, _ = starts.get(atom.node, (atom.start, atom.end))
            starts[atom.node] = (start, atom.end)
    for at, node in _walk(block):
        name = local(node)
        note = notes.get(note_key(node)) if name in _REFERENCES else None
        mark = _mark_around(node) if note or name in ("t", "delText", *_SIGNS) else None
        if mark is None:
            continue
        if node in starts:
            start, end = starts[node]
            yield _revision(block, mark, start, end, block.text.string[start:end])
        else:
            text = note or _SIGNS.get(name, node.text or "")
            yield _revision(block, mark, at, at, text)
    size = len(block.text)
    for paragraph in block.paragraphs:
        for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"):
            if local(mark) in _DID:
                yield _revision(block, mark, size, size, "\n")


def _revision(block: Block, mark: Element, start: int, end: int, text: str) -> Revision:
    author = mark.get(w("author"), "")
    return Revision(block.key, _DID[local(mark)], author, mark.get(w("date"), ""), start, end, text)


def _mark_around(node: Element) -> Element | None:
    """The tracked change that words stand in: the outer one, which has the last word on them."""
    mark = None
    for above in node.iterancestors():
        name = local(above)
        if name == "p":
            break
        if name in _DID:
            mark = above
    return mark


def _joined(revisions: Iterator[Revision]) -> Iterator[Revision]:
    """Neighbours by one author at one time are one change."""
    last: Revision | None = None
    for one in revisions:
        if not one.text:
            continue
        if (
            last is not None
            and (last.did, last.author, last.date) == (one.did, one.author, one.date)
            and one.start == last.end
            and (one.text == "\n" or (one.end > one.start) == (last.end > last.start))
        ):
            last = Revision(
                last.target, last.did, last.author, last.date, last.start, one.end,
                last.text + one.text,
            )  # fmt: skip
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _words(paragraph: Element) -> str:
    return "".join(
        node.text or "" if local(node) == "t" else _SIGNS.get(local(node), "")
        for node in paragraph.iter()
    )
