"""Elements of one package made fit to stand in another: what means nothing there is taken away.

Relationships and footnote references are left to the caller, who knows what they lead to.
"""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from drafter.ooxml.names import MC, Element, attributes, local, w

_LEFT_BEHIND = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "proofErr", "lastRenderedPageBreak", "sectPr", "permStart", "permEnd",
)  # fmt: skip
_STYLES = ("pStyle", "rStyle", "tblStyle")


def ignorable(root: Element) -> set[str]:
    """Namespaces that a part says a reader may drop (``mc:Ignorable`` of its root)."""
    prefixes = root.get(f"{{{MC}}}Ignorable", "").split()
    return {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap}


def make_portable(copy: Element, dropped: Container[str], styles: Container[str]) -> None:
    """Take bookmarks, comments, saving ids, styles not in ``styles`` and all that is in the
    namespaces ``dropped`` out of a copy; what ``mc:Choice`` requires stays declared."""
    for child in list(copy.iter(etree.Element)):
        parent = child.getparent()
        if parent is None:
            continue
        unknown = local(child) in _STYLES and child.get(w("val"), "") not in styles
        ignored = etree.QName(child).namespace in dropped
        if unknown or ignored or local(child) in _LEFT_BEHIND:
            parent.remove(child)
    for child in copy.iter(etree.Element):
        for name in attributes(child):
            known = etree.QName(name)
            own = known.localname in ("paraId", "textId")
            if known.namespace in dropped or own or name.startswith(w("rsid")):
                del child.attrib[name]
    needed = {p for e in copy.iter(f"{{{MC}}}Choice") for p in e.get("Requires", "").split()}
    etree.cleanup_namespaces(copy, keep_ns_prefixes=sorted(needed))
