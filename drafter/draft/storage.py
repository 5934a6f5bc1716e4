"""The saved draft (.resolution): a zip of ``draft.json`` and the official source file.

Schema numbers only go up. ``_MIGRATIONS`` holds, for each earlier one, the pure function that turns
its JSON object into the next one's.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from drafter.decoding import decoder
from drafter.draft.draft import Draft, Version
from drafter.errors import UnreadableFile
from drafter.files import read_bytes, write_bytes
from drafter.model import Cycle, Footnote, Masthead, Paragraph, Reading, Resolution, Source, Span

_Thing = TypeVar("_Thing", Paragraph, Footnote)

SCHEMA = 1
SUFFIX = ".resolution"

_DRAFT = "draft.json"
_SOURCE = "source/"
_MAX_JSON = 64 * 1024 * 1024
_MAX_SOURCE = 100 * 1024 * 1024
_MAX_MEMBERS = 1000
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, msgspec.MsgspecError, KeyError, ValueError, EOFError, OSError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class _StoredSource(msgspec.Struct, frozen=True):
    name: str
    format: str
    view: str = "final"
    spans: dict[str, tuple[Span, ...]] = {}


class _StoredText(msgspec.Struct, frozen=True):
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...]
    masthead: Masthead
    reading: Reading = Reading()


class _StoredVersion(msgspec.Struct, frozen=True):
    name: str
    saved: dt.datetime
    text: _StoredText


class _Stored(msgspec.Struct, frozen=True):
    schema: int
    text: _StoredText
    base: _StoredText | None = None
    source: _StoredSource | None = None
    cycle: Cycle | None = None
    skipped: tuple[str, ...] = ()
    versions: tuple[_StoredVersion, ...] = ()
    dismissed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


_STORED = decoder(_Stored)
"""Also what lets ``_Stored`` be converted to in several threads at once."""


def draft_bytes(draft: Draft) -> bytes:
    """The draft as the bytes of a .resolution file."""
    source = draft.base.source if draft.base else None
    stored = _Stored(
        SCHEMA,
        _stored(draft.text),
        _stored(draft.base) if draft.base else None,
        _StoredSource(source.name, source.format, source.view, dict(source.spans))
        if source
        else None,
        draft.cycle,
        draft.skipped,
        tuple(_StoredVersion(v.name, v.saved, _stored(v.text)) for v in draft.versions),
        draft.dismissed,
        draft.words,
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_DRAFT, msgspec.json.encode(stored))
        if source and source.data:
            packed = source.data[:2] == b"PK"  # a Word file is a zip already
            how = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(_SOURCE + Path(source.name).name, source.data, how)
    return buffer.getvalue()


def save_draft(draft: Draft, path: str | os.PathLike[str]) -> None:
    """Save atomically; UnwritableFile in one sentence, the old file then untouched."""
    write_bytes(path, draft_bytes(draft))


def load_draft(path: str | os.PathLike[str]) -> Draft:
    """Load a saved draft; UnreadableFile in one sentence."""
    return draft_from_bytes(read_bytes(path), str(path))


def draft_from_bytes(data: bytes, name: str) -> Draft:
    """The draft in the bytes of a .resolution file; ``name`` is for the message."""
    damaged = UnreadableFile(
        f"{name} is not a whole saved draft; open its recovery copy or an earlier version."
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(names := archive.namelist()) > _MAX_MEMBERS:
                raise damaged
            content = _member(archive, _DRAFT, _MAX_JSON)
            sources = [name for name in names if name.startswith(_SOURCE)]
            source_data = _member(archive, sources[0], _MAX_SOURCE) if sources else b""
        obj = msgspec.json.decode(content)
    except _DAMAGE:
        raise damaged from None
    stored = _validated(obj, name, damaged)
    source = (
        Source(
            stored.source.name,
            stored.source.format,
            source_data,
            stored.source.view,
            stored.source.spans,
        )
        if stored.source
        else None
    )
    return Draft(
        _resolution(stored.text, source),
        _resolution(stored.base, source) if stored.base else None,
        stored.cycle,
        stored.skipped,
        tuple(Version(v.name, v.saved, _resolution(v.text, source)) for v in stored.versions),
        stored.dismissed,
        stored.words,
    )


def is_draft(data: bytes) -> bool:
    """Whether bytes look like a saved draft (a zip that begins with ``draft.json``)."""
    return data[:4] == b"PK\x03\x04" and data[30 : 30 + len(_DRAFT)] == _DRAFT.encode()


def _validated(obj: object, name: str, damaged: UnreadableFile) -> _Stored:
    if not isinstance(obj, dict):
        raise damaged
    found = cast("dict[str, Any]", obj)
    schema = found.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise damaged
    if schema > SCHEMA:
        raise UnreadableFile(
            f"{name} was saved by a newer Drafter (format {schema}, this one knows up to "
            f"{SCHEMA}); update the program to open it."
        )
    try:
        for number in range(schema, SCHEMA):
            found = _MIGRATIONS[number](found)
        stored = msgspec.convert(found, _STORED.type, strict=False)
    except (msgspec.ValidationError, KeyError, TypeError, ValueError):
        raise damaged from None
    for text in (stored.text, stored.base, *(version.text for version in stored.versions)):
        if text and not _sound(text):
            raise damaged
    return stored


def _sound(text: _StoredText) -> bool:
    """Whether every paragraph and note has an id of its own."""
    things = [thing.id for thing in (*text.paragraphs, *text.notes)]
    return len(set(things)) == len(things)


def _member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > limit:
        raise ValueError(name)
    with archive.open(info) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError(name)
    return data


def _stored(text: Resolution) -> _StoredText:
    return _StoredText(text.paragraphs, text.notes, text.masthead, text.reading)


def _resolution(stored: _StoredText, source: Source | None) -> Resolution:
    known = {note.id for note in stored.notes}
    paragraphs = tuple(_cued(paragraph, known) for paragraph in stored.paragraphs)
    notes = tuple(_cued(note, known) for note in stored.notes)
    return Resolution(paragraphs, notes, stored.masthead, source, stored.reading)


def _cued(thing: _Thing, known: set[str]) -> _Thing:
    """A paragraph or note in which a cue of a note that is not there says that it is lost."""
    cues = thing.text.cues
    if all(cue.note is None or cue.note in known for cue in cues):
        return thing
    mended = (replace(cue, note=cue.note if cue.note in known else None) for cue in cues)
    return replace(thing, text=replace(thing.text, cues=tuple(mended)))
