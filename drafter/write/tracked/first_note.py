"""The one place where Word and LibreOffice read the same revision marks in two ways.

Where the reference of a file's first footnote ends a paragraph and another one directly behind it
is taken away, LibreOffice (7.4) takes the end of the paragraph away as well. With a letter between
the two it does not.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import islice

from drafter.ooxml.names import XML_SPACE, Element, local, w
from drafter.ooxml.revisions import Marks, RunMark, as_deleted


def retype_before_first_note(root: Element, marks: Marks) -> None:
    """Where another note replaces the first at the end of a paragraph, replace the letter before.

    Accepting and rejecting all give the same as without it.
    """
    references = list(islice(root.iter(w("footnoteReference")), 2))
    if len(references) < 2:
        return
    gone, come = (_mark(reference) for reference in references)
    if gone is None or come is None or (local(gone), local(come)) != ("del", "ins"):
        return
    if _next(gone) is not come or _next(come) is not None:
        return
    place, behind = _bookmarked(gone)
    run = place.getprevious()
    if run is None or local(run) != "r" or run.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
        return
    text = run[-1] if len(run) else None
    string = text.text or "" if text is not None and text.tag == w("t") else ""
    if text is None or not string:
        return
    new = deepcopy(run)
    for child in list(new)[:-1]:
        if child.tag != w("rPr"):
            new.remove(child)
    new[-1].text = string[-1]
    old = deepcopy(new)
    as_deleted(old)
    text.text = string[:-1]
    text.set(XML_SPACE, "preserve")
    place.addprevious(_marked(old, "del", marks))
    behind.addnext(_marked(new, "ins", marks))


def _marked(run: Element, name: RunMark, marks: Marks) -> Element:
    mark = marks.element(name)
    mark.append(run)
    return mark


def _bookmarked(element: Element) -> tuple[Element, Element]:
    """First and last of an element and the ends of bookmarks close around it."""
    first = last = element
    while (before := first.getprevious()) is not None and local(before) == "bookmarkStart":
        first = before
    while (behind := last.getnext()) is not None and local(behind) == "bookmarkEnd":
        last = behind
    return first, last


def _mark(reference: Element) -> Element | None:
    """The mark around the run of a reference."""
    run = reference.getparent()
    return run.getparent() if run is not None else None


def _next(element: Element) -> Element | None:
    """What follows in the paragraph, bookmarks left out."""
    following = element.getnext()
    while following is not None and local(following) in ("bookmarkStart", "bookmarkEnd"):
        following = following.getnext()
    return following
