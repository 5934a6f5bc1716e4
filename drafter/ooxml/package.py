"""A Word package as it lies in its zip: parts, relationships, and a copy with some parts replaced.

The file may be hostile: sizes are bounded as declared and as they really unpack, and XML is parsed
without entities, document type or network.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from drafter.errors import UnreadableFile
from drafter.ooxml.names import Element

MAX_PARTS = 5000
MAX_PART = 100 * 2**20
"""Bytes of one part, unpacked."""
MAX_TOTAL = 400 * 2**20
"""Bytes of all parts, unpacked, as the package declares them."""

_SLACK = 400
"""Bytes by which a part that is only spelled otherwise may become longer."""

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError,
    RuntimeError, OSError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: to another part (full name) or to an address outside."""

    id: str
    type: str
    """Last part of the type's address: "hyperlink", "footnotes", "header" …"""
    target: str
    external: bool


def parse_xml(data: bytes, part: str) -> Element:
    """The root element of a part; UnreadableFile where it is no safe XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_pis=False, remove_comments=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(f"its part {part} is not sound XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(f"its part {part} declares a document type, which no Word file does")
    return root


def damaged(what: str) -> UnreadableFile:
    """The error for a package that cannot be read, as one sentence without the file's name."""
    return UnreadableFile(
        f"The Word file is damaged ({what}); open it in Word, save it as .docx and try again."
    )


class Package:
    """An OOXML package that is read. Never changed; ``with_parts`` makes the bytes of a new one."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise damaged("it is no whole zip package") from error
        infos = self._zip.infolist()
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_TOTAL:
            raise damaged("it unpacks to more than any resolution holds")
        if any(info.flag_bits & 0x1 for info in infos):
            raise UnreadableFile(
                "The Word file is protected by a password; open it in Word, save it without one "
                "and try again."
            )
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) != len(infos):
            raise damaged("it stores a part twice")
        self._lower = {name.lower(): name for name in self._infos}
        self._trees: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts in the order of the zip ("word/document.xml")."""
        return tuple(self._infos)

    def find(self, name: str) -> str | None:
        """The name of a part as the zip spells it (names do not tell upper from lower case)."""
        return name if name in self._infos else self._lower.get(name.lower())

    def read(self, name: str) -> bytes:
        """The bytes of a part, unpacked within bounds; UnreadableFile where it is not there."""
        found = self.find(name)
        if found is None:
            raise damaged(f"its part {name} is missing")
        try:
            with self._zip.open(self._infos[found]) as file:
                data = file.read(MAX_PART + 1)
        except _ZIP_ERRORS as error:
            raise damaged(f"its part {name} cannot be unpacked") from error
        if len(data) > MAX_PART:
            raise damaged(f"its part {name} unpacks to more than any resolution holds")
        return data

    def tree(self, name: str) -> Element:
        """The root element of a part, parsed once. It may be changed by who owns this package."""
        if name not in self._trees:
            self._trees[name] = parse_xml(self.read(name), name)
        return self._trees[name]

    def written(self, name: str, root: Element) -> bytes:
        """The bytes of a part whose tree may have been changed: as they were, if it was not."""
        data, before = to_bytes(root), self.read(name)
        longer = len(data) > len(before) + _SLACK  # a change is tracked, which takes more room
        return data if longer or data != to_bytes(parse_xml(before, name)) else before

    def relations(self, part: str) -> dict[str, Relation]:
        """Relationships of a part by id; "" for the package's own."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder = posixpath.dirname(part)
        name = self.find(relations_name(part))
        if name is None:
            return {}
        found: dict[str, Relation] = {}
        for element in self.tree(name).iter(_RELS):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            relation = Relation(element.get("Id", ""), kind, target, external)
            found[relation.id] = relation
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` names with a relationship of this kind, if it is there."""
        for relation in self.relations(part).values():
            if relation.type == kind and not relation.external:
                found = self.find(relation.target)
                if found is not None:
                    return found
        return None

    @property
    def main(self) -> str:
        """Name of the main document part."""
        found = self.related("", "officeDocument") or self.find("word/document.xml")
        if found is None:
            raise UnreadableFile(
                "The file is a zip package but no Word document; choose the Word file itself."
            )
        return found

    def with_parts(self, replaced: Mapping[str, bytes | None]) -> bytes:
        """The bytes of a package with these parts replaced, added or (None) left out, all others
        as they are."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, info in self._infos.items():
                data = replaced[name] if name in replaced else self.read(name)
                if data is not None:
                    _put(archive, name, data, info.date_time, info.compress_type)
            for name, data in replaced.items():
                if name not in self._infos and data is not None:
                    _put(archive, name, data, (1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _put(
    archive: zipfile.ZipFile,
    name: str,
    data: bytes,
    date: tuple[int, int, int, int, int, int],
    compression: int,
) -> None:
    info = zipfile.ZipInfo(name, date if date[0] >= 1980 else (1980, 1, 1, 0, 0, 0))
    stored = compression == zipfile.ZIP_STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def relations_name(part: str) -> str:
    """Name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def to_bytes(root: Element) -> bytes:
    """A part as bytes, with the declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def is_word_package(data: bytes) -> bool:
    """Whether the bytes are an OOXML word processing package, by their content."""
    if data[:2] != b"PK":
        return False
    try:
        package = Package(data)
        types = package.read("[Content_Types].xml")
        return b"wordprocessingml" in types and bool(package.main)
    except UnreadableFile:
        return False
