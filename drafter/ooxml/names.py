"""Names of WordprocessingML, and the one spelling of the element type."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = "etree._Element"  # pyright: ignore[reportPrivateUsage]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """The full name of an element or attribute: w("p")."""
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """The full name of a relationship attribute: r("id")."""
    return f"{{{R}}}{name}"


def local(element: Element) -> str:
    """Name without namespace; "" for comments and processing instructions."""
    tag = cast("object", element.tag)
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def legal(string: str) -> str:
    """The string without the characters that XML 1.0 cannot hold (control characters)."""
    return _ILLEGAL.sub("", string)


def on(element: Element | None) -> bool:
    """Whether a toggle such as w:i is there and not switched off."""
    return element is not None and element.get(w("val"), "1") not in ("0", "false", "off", "none")


def attributes(element: Element) -> dict[str, str]:
    """A copy of an element's attributes."""
    return cast("dict[str, str]", dict(element.attrib))
