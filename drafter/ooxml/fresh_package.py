"""A new Word package out of parts: content types, relationships and a zip that is always the same.

Written with the standard library only: the same parts give the same bytes on every machine.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another or to the outside."""

    id: str
    type: str
    target: str
    """Path relative to the part's folder, or an address."""
    external: bool = False


@dataclass(slots=True)
class Part:
    """A part to be: its name without leading slash ("word/document.xml") and what it holds."""

    name: str
    content_type: str
    data: bytes
    relationships: list[Relationship] = field(default_factory=list[Relationship])


def package_bytes(parts: list[Part], relationships: list[Relationship]) -> bytes:
    """The zip of these parts; ``relationships`` are the package's own (to the main document)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "[Content_Types].xml", _content_types(parts).encode())
        _put(archive, "_rels/.rels", _relationships(relationships).encode())
        for part in parts:
            _put(archive, part.name, part.data)
            if part.relationships:
                folder, name = posixpath.split(part.name)
                path = posixpath.join(folder, "_rels", f"{name}.rels")
                _put(archive, path, _relationships(part.relationships).encode())
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _content_types(parts: list[Part]) -> str:
    overrides = "".join(
        f"<Override PartName={quoteattr('/' + part.name)} "
        f"ContentType={quoteattr(part.content_type)}/>"
        for part in parts
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(relationships: list[Relationship]) -> str:
    lines = "".join(
        f"<Relationship Id={quoteattr(r.id)} Type={quoteattr(r.type)} Target={quoteattr(r.target)}"
        + (' TargetMode="External"/>' if r.external else "/>")
        for r in relationships
    )
    return f'{XML}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def core_properties(title: str, subject: str, creator: str) -> str:
    """``docProps/core.xml``; the language is that of the text, British English."""
    return (
        f"{XML}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:subject>{escape(subject)}</dc:subject>"
        f"<dc:creator>{escape(creator)}</dc:creator><dc:language>en-GB</dc:language>"
        "</cp:coreProperties>"
    )


def custom_properties(values: dict[str, str]) -> str:
    """``docProps/custom.xml``, where official files state their symbol, session and title."""
    lines = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" '
        f"name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        f"{XML}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{lines}</Properties>"
    )
