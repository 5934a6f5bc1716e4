"""A new Word package on python-docx, and the parts of it that python-docx does not make."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import parse_xml
from docx.oxml.settings import CT_Settings
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from docx.styles.style import BaseStyle
from lxml import etree

from drafter.ooxml.fresh_styles import STEP, un_styles
from drafter.ooxml.names import Element, R, W, legal, w

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TITLE_LIMIT = 255
"""Characters a core property may have (python-docx, after Word)."""
_DOCUMENT = (
    f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr><w:cols w:space="720"/></w:sectPr>'
    "</w:body></w:document>"
)
_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{STEP}"/>'
    '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
"""Tab step, the separator notes, no compatibility mode."""
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


class _Main(DocumentPart):
    """The document; a style's id is looked up only once, not anew for every paragraph."""

    def __init__(self, root: BaseOxmlElement, package: Package) -> None:
        name = PackURI("/word/document.xml")
        super().__init__(name, CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
        self._style_ids: dict[str, str | None] = {}

    def get_style_id(
        self, style_or_name: BaseStyle | str | None, style_type: WD_STYLE_TYPE
    ) -> str | None:
        if not isinstance(style_or_name, str):
            return super().get_style_id(style_or_name, style_type)
        if style_or_name not in self._style_ids:
            found = super().get_style_id(style_or_name, style_type)
            self._style_ids[style_or_name] = found
        return self._style_ids[style_or_name]


def new_document(title: str, subject: str = "") -> Document:
    """An empty document with the United Nations' styles; British English, by Drafter."""
    package = Package()
    main = _Main(parse_xml(_DOCUMENT), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    core = CorePropertiesPart(
        PackURI("/docProps/core.xml"),
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        CT_CoreProperties.new(),
        package,
    )
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    styles = StylesPart(
        PackURI("/word/styles.xml"), CONTENT_TYPE.WML_STYLES, deepcopy(un_styles()), package
    )
    main.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    settings = SettingsPart(
        PackURI("/word/settings.xml"),
        CONTENT_TYPE.WML_SETTINGS,
        cast("CT_Settings", parse_xml(_SETTINGS)),
        package,
    )
    main.relate_to(settings, RELATIONSHIP_TYPE.SETTINGS)
    document = main.document
    document.settings.odd_and_even_pages_header_footer = True
    properties = document.core_properties
    properties.title = legal(title)[:_TITLE_LIMIT]
    properties.subject = legal(subject)[:_TITLE_LIMIT]
    properties.author = "Drafter"
    properties.language = "en-GB"
    return document


def package_of(document: Document) -> Package:
    """The package a document stands in."""
    package = document.part.package
    assert package is not None
    return package


def add_custom_properties(document: Document, values: Mapping[str, str]) -> None:
    """``docProps/custom.xml``, where official files state their symbol, session and title."""
    root = etree.Element(
        f"{{{_PROPERTIES}}}Properties",
        nsmap=cast("dict[str, str]", {None: _PROPERTIES, "vt": _TYPES}),
    )
    for pid, (name, value) in enumerate(values.items(), start=2):
        entry = etree.SubElement(
            root,
            f"{{{_PROPERTIES}}}property",
            {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(pid), "name": name},
        )
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = legal(value)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = package_of(document)
    name = PackURI("/docProps/custom.xml")
    part = Part(name, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, data, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def append(document: Document, element: Element) -> None:
    """Put an element that was made elsewhere at the end of the text."""
    body = next(document.element.iter(w("body")))
    body[-1].addprevious(element)


def add_picture_part(document: Document, number: int, extension: str, data: bytes) -> str:
    """A picture as it is, whatever its format; returns its relationship id."""
    name = PackURI(f"/word/media/carried{number}.{extension}")
    part = Part(name, PICTURES[extension], data, package_of(document))
    return document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)


PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp", "tif": "image/tiff",
    "tiff": "image/tiff", "svg": "image/svg+xml",
}  # fmt: skip
"""Content types of pictures, by extension."""


def saved_bytes(document: Document) -> bytes:
    """The file; the same document gives the same bytes, for the zip bears no time."""
    buffer, fixed = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as saved, zipfile.ZipFile(fixed, "w") as archive:
        for name in saved.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            archive.writestr(info, saved.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
