"""An entry of the catalogue in words: what it is, its series, where it was found."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.words import day

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue, Entry

_SHOWN = 12
"""Members of a series that are listed."""


def tr(text: str) -> str:
    """Translate a string of this file."""
    return QCoreApplication.translate("entry", text)


def adopted(entry: Entry) -> str:
    """Its day, or its year where only that is known."""
    return str(entry.date.year) if entry.year_only else day(entry.date)


def known_until(known: Catalogue) -> str:
    """ "14,215 entries · knows resolutions adopted up to 4 June 2026"."""
    last = day(known.last_date) if known.last_date else "…"
    size = f"{known.size:,}"
    return tr("%1 entries · knows resolutions adopted up to %2").replace("%1", size).replace(
        "%2", last
    )  # fmt: skip


def entry_html(known: Catalogue, entry: Entry) -> str:
    """The whole entry; other symbols are links."""
    rows: list[tuple[str, str]] = [(tr("Adopted"), adopted(entry))]
    for name, value in (
        (tr("Agenda item"), f"{entry.agenda_item} {entry.agenda_title}".strip()),
        (tr("Committee"), entry.committee),
        (tr("From"), entry.report),
    ):
        if value:
            rows.append((name, escape(value)))
    before, newest = known.predecessor(entry.symbol), known.newest(entry.symbol)
    if before is not None:
        rows.append((tr("Carries on"), _link(before)))
    if newest is not None and newest.symbol != entry.symbol:
        rows.append((tr("Newest of its series"), _link(newest)))
    if entry.subjects:
        rows.append((tr("Subjects"), escape(", ".join(entry.subjects[:8]))))
    rows.append((tr("Found in"), escape(where_words(entry.where))))
    table = "".join(
        f"<tr><td style='padding:2px 14px 2px 0; white-space:nowrap'><b>{name}</b></td>"
        f"<td style='padding:2px 0'>{value}</td></tr>"
        for name, value in rows
    )
    return (
        f"<h3 style='margin:0 0 2px 0'>{escape(entry.symbol)}</h3>"
        f"<p style='margin:0 0 10px 0'>{escape(entry.title)}</p>"
        f"<table cellspacing='0'>{table}</table>{_series(known, entry)}"
    )


def _series(known: Catalogue, entry: Entry) -> str:
    members = known.members(entry.series) if entry.series else []
    if len(members) < 2:
        return ""
    rows = "".join(
        f"<p style='margin:0 0 2px 0'>{_link(m)}</p>" for m in reversed(members[-_SHOWN:])
    )
    more = len(members) - _SHOWN
    rest = f"<p>{tr('and %1 older ones').replace('%1', str(more))}</p>" if more > 0 else ""
    return f"<p style='margin:12px 0 4px 0'><b>{tr('Its series')}</b></p>{rows}{rest}"


def _link(entry: Entry) -> str:
    return f"<a href='{escape(entry.symbol)}'>{escape(entry.short)}</a>, {adopted(entry)}"


def where_words(where: str) -> str:
    """Which list an entry is from: "GA_78" is the General Assembly's of its 78th session."""
    return "; ".join(dict.fromkeys(_one(part.strip()) for part in where.split(", ")))


def _one(part: str) -> str:
    organ, _, session = part.partition("_")
    names = {
        "GA": tr("the United Nations’ list of the General Assembly, session %1"),
        "HRC": tr("the United Nations’ list of the Human Rights Council, session %1"),
        "SC": tr("the United Nations’ list of the Security Council, %1"),
        "ECOSOC": tr("the United Nations’ list of the Economic and Social Council, %1"),
    }
    if organ in names and session:
        return names[organ].replace("%1", session)
    if part.startswith("ppb"):
        return tr("the mandates table of the proposed programme budget")
    if part.startswith("series table"):
        sure = "unverified" not in part
        return tr("the hand-checked table of series") if sure else tr("the table of series")
    return part
