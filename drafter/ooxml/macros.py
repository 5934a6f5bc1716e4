"""Leaving macros behind: a file with macros is written as a plain document without them."""

from __future__ import annotations

import re

from drafter.ooxml.package import Package, relations_name

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER = re.compile(
    rb"application/vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|application/vnd\.ms-word\.template\.macroEnabledTemplate\.main\+xml"
    rb"|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
)
_MACRO = re.compile(r"vba(?:Project|Data)", re.I)
_OVERRIDE = re.compile(rb"<Override\b[^>]*vba(?:Project|Data)[^>]*/>", re.I)
_RELATION = re.compile(rb"<Relationship\b[^>]*vba(?:Project|Data)[^>]*/>", re.I)


def without_macros(package: Package, parts: dict[str, bytes]) -> dict[str, bytes | None]:
    """The parts to be written, None for those that are left out; a plain document's types.

    ``parts`` are the parts that change anyway.
    """
    found: dict[str, bytes | None] = dict(parts)
    gone = [name for name in package.names if _MACRO.search(name)]
    name = package.find("[Content_Types].xml") or "[Content_Types].xml"
    types = parts.get(name) or package.read(name)
    if not gone and not _OTHER.search(types):
        return found
    found.update(dict.fromkeys(gone))
    found[name] = _OTHER.sub(_MAIN, _OVERRIDE.sub(b"", types))
    relations = package.find(relations_name(package.main))
    if relations is not None:
        data = parts.get(relations) or package.read(relations)
        found[relations] = _RELATION.sub(b"", data)
    return found
