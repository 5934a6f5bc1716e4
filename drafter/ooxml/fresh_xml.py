"""Small pieces of WordprocessingML as strings, for files that are written from nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
_PIECE = re.compile("[\t\n\u2011\u00ad]|[^\t\n\u2011\u00ad]+")
_SIGNS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(string: str) -> str:
    """The string without the characters that XML 1.0 cannot hold (control characters)."""
    return _ILLEGAL.sub("", string)


def content(string: str) -> str:
    """What stands in a run: text, tabs, line breaks, hyphens that do not break."""
    parts: list[str] = []
    for match in _PIECE.finditer(legal(string)):
        piece = match[0]
        sign = _SIGNS.get(piece)
        if sign is not None:
            parts.append(sign)
        else:
            safe = escape(piece, {"\r": "&#13;"})
            parts.append(f'<w:t xml:space="preserve">{safe}</w:t>')
    return "".join(parts)


def run(inside: str, properties: str = "") -> str:
    """A run of ready-made content with these run properties."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rpr}{inside}</w:r>"


def words(string: str, properties: str = "") -> str:
    """A run of plain text; nothing for an empty one."""
    return run(content(string), properties) if string else ""


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field (PAGE, NUMPAGES, NOTEREF) and the result it shows until it is updated."""
    return "".join(
        run(inside, properties)
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            content(result),
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def paragraph(inside: str, style: str | None = None, properties: str = "") -> str:
    """A paragraph; ``properties`` follow the style in the schema's order."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ppr = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{ppr}{inside}</w:p>"


def tabs(stops: Iterable[tuple[str, int]]) -> str:
    """Tab stops: kind ("left", "right") and position in twips."""
    lines = "".join(f'<w:tab w:val="{kind}" w:pos="{pos}"/>' for kind, pos in stops)
    return f"<w:tabs>{lines}</w:tabs>"


def spacing(before: int | None = None, after: int | None = None, line: str = "") -> str:
    """Space before and after in twips; ``line`` is ready-made ("w:line=… w:lineRule=…")."""
    parts = [
        f'w:before="{before}"' if before is not None else "",
        f'w:after="{after}"' if after is not None else "",
        line,
    ]
    return f"<w:spacing {' '.join(part for part in parts if part)}/>"


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    """Indents in twips; the first line stands out to the left by ``hanging``, else not at all."""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}" w:right="{right}" {first}/>'
