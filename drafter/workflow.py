"""The verbs put together: what the window and the shell both call.

A verb that not every call needs is imported where it is called, so that opening a text does not
wait for the writers and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from drafter import draft as drafts
from drafter import read
from drafter.errors import DrafterError, UnreadableFile, UnwritableFile
from drafter.files import read_bytes, write_bytes
from drafter.model import Comparison, Cycle, Kind, Resolution, Source, Suggestion
from drafter.un import organs, sessions

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue
    from drafter.write import WriteReport

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a text is written."""

    moves: Literal["move", "delete"] = "move"
    """What moved is tracked as Word's own moves, or as deletion and insertion."""
    renumber: bool = True
    """Numbers follow the order; else none changes and what is new is numbered bis, ter."""
    paper: Literal["letter", "a4"] = "letter"
    """Of a file that is laid out here; the official file keeps its own."""
    form: Literal["draft", "adopted"] | None = None
    """None takes what the text is."""


EXPORT_OPTIONS = ExportOptions()

_MANY = 8
"""Files from which on a second process pays."""


@dataclass(frozen=True, slots=True)
class Update:
    """The main job done: last cycle's text, this cycle's draft, and what was proposed."""

    draft: drafts.Draft
    suggestions: tuple[Suggestion, ...]
    taken: tuple[Suggestion, ...]


def open_any(
    path: str | os.PathLike[str], *, view: Literal["final", "original"] = "final"
) -> Resolution:
    """The text in any file a delegate has, a saved draft too; UnreadableFile in one sentence."""
    data = read_bytes(path)
    if drafts.is_draft(data):
        text = drafts.draft_from_bytes(data, str(path)).text
        if text.source is None:
            return text
        return replace(text, source=replace(text.source, format="draft"))
    return read.read_bytes(data, str(path), view=view)


def open_draft(
    path: str | os.PathLike[str], today: dt.date, *, view: read.View = "final"
) -> drafts.Draft:
    """A saved draft, or a new one begun from any other file for the cycle that comes next."""
    data = read_bytes(path)
    if drafts.is_draft(data):
        return drafts.draft_from_bytes(data, str(path))
    return _begun(read.read_bytes(data, str(path), view=view), today)


def open_again(source: Source, today: dt.date, view: read.View) -> drafts.Draft:
    """A new draft begun from the same file, with its tracked changes read in another view."""
    return _begun(read.read_bytes(source.data, source.name, view=view), today)


def _begun(base: Resolution, today: dt.date) -> drafts.Draft:
    return drafts.begin(base, default_cycle(base, today))


def default_cycle(resolution: Resolution, today: dt.date) -> Cycle:
    """The cycle a text is most likely drafted for: its own organ's session at ``today``."""
    return work_out_cycle(resolution, date=today)[0]


def work_out_cycle(
    resolution: Resolution,
    *,
    organ: str | None = None,
    session: str | None = None,
    date: dt.date | None = None,
    adopting: str | None = None,
    adopting_session: str | None = None,
    agenda_item: str | None = None,
    submitters: Sequence[str] = (),
    today: dt.date | None = None,
) -> tuple[Cycle, tuple[str, ...]]:
    """A whole cycle from what was said, the file and the date; and what was worked out, in words.

    Organs are codes ("E/CN.15"); a name that is no code or known name raises DrafterError.
    """
    said: list[str] = []
    if date is None:
        date = today or dt.date.today()
        said.append(f"date {date.isoformat()} (today)")
    if organ is None:
        organ = _own_organ(resolution)
        said.append(f"organ {organ} ({organs.name_of(organ)}, as the text itself)")
    organ = _organ_code(organ)
    adopting = _organ_code(adopting) if adopting else None
    if adopting is None:
        adopting = organs.adopting_organ(organ)
        if adopting != organ:
            said.append(f"adopted by {adopting} ({organs.name_of(adopting)})")
    if session is None:
        session = sessions.session_at(organ, date)
        if session:
            said.append(f"session {session} of {organ} (by the date)")
    if adopting_session is None:
        if adopting == organ:
            adopting_session = session
        else:
            adopting_session = sessions.adopting_session(adopting, organ, date)
            if adopting_session:
                said.append(f"session {adopting_session} of {adopting} (by the date)")
    cycle = Cycle(organ, session, date, adopting, adopting_session, agenda_item, tuple(submitters))
    return cycle, tuple(said)


def compare(old: Resolution, new: Resolution) -> Comparison:
    """What became what, and which words changed."""
    from drafter.compare import compare_resolutions

    return compare_resolutions(old, new)


def update(
    base: Resolution, cycle: Cycle, catalogue: Catalogue, accept: Literal["certain", "likely"]
) -> Update:
    """Read is done: suggest, accept, and have this cycle's draft."""
    from drafter.suggest import accepted, suggest_updates

    begun = drafts.begin(base, cycle)
    suggestions = tuple(suggest_updates(begun.text, cycle, catalogue))
    text, taken = accepted(begun.text, suggestions, accept)
    return Update(replace(begun, text=text), suggestions, taken)


def suggest(base: Resolution, cycle: Cycle, catalogue: Catalogue) -> tuple[Suggestion, ...]:
    """What last cycle's text needs for this cycle."""
    from drafter.suggest import suggest_updates

    return tuple(suggest_updates(base, cycle, catalogue))


def tracked_bytes(
    old: Resolution,
    new: Resolution,
    *,
    author: str,
    date: dt.datetime | None = None,
    options: ExportOptions = EXPORT_OPTIONS,
) -> bytes:
    """``build_tracked`` without its report."""
    return build_tracked(old, new, author=author, date=date, options=options)[0]


def build_tracked(
    old: Resolution,
    new: Resolution,
    *,
    author: str,
    date: dt.datetime | None = None,
    options: ExportOptions = EXPORT_OPTIONS,
) -> tuple[bytes, WriteReport]:
    """The old text's official file with every change to the new one in Track Changes.

    The report says in sentences what could not be carried, and which cross-references mean another
    paragraph now. A source that was no Word file is written fresh first and the changes are tracked
    on that.
    ``date`` None is now: Word asks for a date with every change.
    """
    from drafter import write

    date = date or dt.datetime.now(dt.UTC).replace(microsecond=0)
    comparison = compare(word_base(old, options.paper), new)
    data, report = write.build_tracked(
        comparison, author=author, date=date, moves=options.moves, renumber=options.renumber
    )
    stale = write.stale_references(comparison) if options.renumber else ()
    return data, write.WriteReport((*report.sentences, *(one.sentence for one in stale)))


def export(
    resolution: Resolution,
    path: str | os.PathLike[str],
    *,
    against: Resolution | None = None,
    author: str = "",
    date: dt.datetime | None = None,
    options: ExportOptions = EXPORT_OPTIONS,
) -> tuple[str, ...]:
    """Write a text by the extension of ``path``; with ``against``, tracked on that text's file.

    .docx, .html and .txt; .pdf where LibreOffice sets the pages; .resolution saves a draft (with
    ``against`` as last cycle's text). Returns a sentence for each thing that could not be carried.
    UnwritableFile, or DrafterError for an extension that is not known, with nothing touched.
    """
    suffix = Path(path).suffix.lower()
    if suffix == drafts.SUFFIX:
        drafts.save_draft(drafts.Draft(resolution, against), path)
        return ()
    from drafter import write

    if suffix not in (".docx", ".pdf"):
        if against is not None:
            raise UnwritableFile(
                f"{path} was not written: only .docx and .pdf show changes; choose one of these."
            )
        return write.write_any(resolution, path, paper=options.paper, form=options.form).sentences
    if against is not None:
        data, report = build_tracked(against, resolution, author=author, date=date, options=options)
    else:
        data, report = write.build_docx(resolution, paper=options.paper, form=options.form)
    write_bytes(path, write.pdf_of_docx(data) if suffix == ".pdf" else data)
    return report.sentences


def export_comparison(comparison: Comparison, path: str | os.PathLike[str]) -> None:
    """Write a comparison as a self-contained page (.html) or a Word table (.docx)."""
    from drafter import write

    suffix = Path(path).suffix.lower()
    if suffix == ".html":
        write_bytes(path, write.comparison_html(comparison).encode())
    elif suffix == ".docx":
        write_bytes(path, write.comparison_docx_bytes(comparison))
    else:
        raise UnwritableFile(
            f"{path}: a comparison is written as .html, .docx, .pdf or .png; choose one of these."
        )


def read_many(
    paths: Iterable[str],
    work: Callable[[str], Result],
    *,
    processes: int | None = None,
) -> Iterable[Result]:
    """``work`` on every path, in order; many of them on all cores.

    ``work`` is a function of a module, so that other processes find it.
    """
    paths = list(paths)
    cores = processes or os.cpu_count() or 1
    if len(paths) < _MANY or cores < 2:
        yield from map(work, paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores) as pool:
        yield from pool.map(work, paths, chunksize=4)


def _own_organ(resolution: Resolution) -> str:
    """Where a text is tabled: its masthead's organ, else the one that speaks in it."""
    masthead = resolution.masthead
    for name in (masthead.committee, masthead.organ):
        code = organs.code_of(name) if name else None
        if code:
            return code
    if masthead.symbol:
        code = organs.organ_of_symbol(masthead.symbol)
        if code:
            return code
    for paragraph in resolution.of_kind(Kind.SPEAKER):
        code = organs.speaker_of(paragraph.text.string)
        if code:
            return code
    return "A"


def _organ_code(name: str) -> str:
    code = organs.code_of(name)
    if code is not None:
        return code
    if organs.organ_of_symbol(name) is not None:
        return name.upper()
    raise DrafterError(
        f"{name} is no organ known here; name it by the beginning of its symbols, such as A, "
        "A/C.3, E, E/CN.15, A/HRC or S."
    )


def word_base(old: Resolution, paper: Literal["letter", "a4"] = "letter") -> Resolution:
    """The old text on a Word file: its own, or one written fresh where it came from no Word file.

    UnreadableFile where the fresh file would not read the same.
    """
    from drafter import write

    if old.source is not None and old.source.format == "docx" and old.source.data:
        return old
    name = Path(old.source.name if old.source else "draft").stem + ".docx"
    return _same_ids(old, read.read_bytes(write.docx_bytes(old, paper=paper), name))


def _same_ids(old: Resolution, fresh: Resolution) -> Resolution:
    """A text as read back from the fresh file, under the ids of the one that was written."""
    if [p.text.string for p in old.paragraphs] != [p.text.string for p in fresh.paragraphs]:
        raise UnreadableFile(
            f"{old.source.name if old.source else 'The old text'} cannot be set as a Word file "
            "that reads the same; export a clean file instead and tell us."
        )
    assert fresh.source is not None
    ids = {f.id: o.id for o, f in zip(old.paragraphs, fresh.paragraphs, strict=True)}
    spans = {ids.get(place, place): found for place, found in fresh.source.spans.items()}
    return replace(
        fresh,
        paragraphs=tuple(replace(p, id=ids[p.id], origin=None) for p in fresh.paragraphs),
        source=replace(fresh.source, spans=spans),
    )
