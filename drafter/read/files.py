"""Any file a delegate has, as a Resolution."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from drafter.errors import UnreadableFile
from drafter.files import read_bytes as file_bytes
from drafter.model import Resolution, Source
from drafter.read.sniff import Format, sniff
from drafter.read.structure import structure

View = Literal["final", "original"]


def read_file(path: str | os.PathLike[str], *, view: View = "final") -> Resolution:
    """The resolution in a file; ``reading`` tells what was mended, asked and warned of.

    ``view`` says which state of earlier tracked changes is read. UnreadableFile in one sentence:
    which file, what is wrong, what to do.
    """
    return read_bytes(file_bytes(path), str(path), view=view)


def read_bytes(data: bytes, name: str, *, view: View = "final") -> Resolution:
    """The same for bytes; ``name`` is for messages and for ``Source.name``."""
    kind = sniff(data)
    if not data:
        raise UnreadableFile(f"{name} is empty; choose another file or fetch it again.")
    try:
        resolution = _read(kind, data, name, view)
    except UnreadableFile as error:
        message = str(error)
        raise UnreadableFile(
            message if message.startswith(name) else f"{name}: {message}"
        ) from None
    except RecursionError:
        raise UnreadableFile(f"{name} is nested too deeply to be a resolution.") from None
    if not resolution.paragraphs:
        raise UnreadableFile(f"{name} holds no text; choose another file or fetch it again.")
    return resolution


def _read(kind: Format, data: bytes, name: str, view: View) -> Resolution:
    source = Source(Path(name).name, kind, data, view)
    match kind:
        case "docx":
            from drafter.read.docx import lines_from_docx

            return structure(lines_from_docx(data, view), source)
        case "doc":
            from drafter.read.doc import docx_from_doc
            from drafter.read.docx import lines_from_docx

            return structure(lines_from_docx(docx_from_doc(data), view), source)
        case "akn":
            from drafter.read.akn import lines_from_akn

            return structure(lines_from_akn(data), source)
        case "pdf":
            from drafter.read.pdf import read_pdf

            return read_pdf(data, source)
        case "html":
            from drafter.read.html import lines_from_html

            return structure(lines_from_html(data), source)
        case "text":
            from drafter.read.text import read_text

            return read_text(data, source)
        case "encrypted":
            raise UnreadableFile(
                f"{name} is protected by a password; save it without one in Word and open that."
            )
        case "zip":
            raise UnreadableFile(
                f"{name} is damaged, or a package that is no Word file; fetch it again, or save it "
                "as .docx in Word."
            )
        case _:
            raise UnreadableFile(
                f"{name} is no text this program reads; open a Word, PDF, XML, HTML or text file."
            )
