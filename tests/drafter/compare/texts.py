"""Small texts to compare: as formulaic as resolutions are, each paragraph with its own subject."""

from __future__ import annotations

from dataclasses import replace

from drafter.compare import comparison_json
from drafter.model import (
    Comparison,
    Kind,
    Paragraph,
    Resolution,
    Text,
)

SUBJECTS = (
    "coral reefs and the warming of tropical waters",
    "the taxation of sugar beet in mountain regions",
    "libraries for nomadic schools across the steppe",
    "satellites that watch the melting of glaciers",
    "vaccines against river blindness for remote clinics",
    "the teaching of endangered languages by radio",
    "fair wages for divers on offshore platforms",
    "maps of earthquake faults beneath old harbours",
    "night trains between landlocked capitals",
    "the pollination of orchards by wild bees",
    "archives of broadcast music and oral poetry",
    "wheat that stands drought and saline soil",
)


def paragraph(k: int, subject: str, kind: Kind = Kind.OPERATIVE) -> Paragraph:
    words = (
        f"Requests the Office, within its mandate, to continue to provide technical assistance, "
        f"upon request, to Member States with regard to {subject}, in close consultation with "
        f"States, and to report on {subject} at each session of the Commission;"
    )
    return Paragraph(f"p{k}", kind, Text(words))


def resolution(*subjects: str) -> Resolution:
    return Resolution(
        tuple(paragraph(k, subject) for k, subject in enumerate(subjects or SUBJECTS))
    )


def renamed(text: Resolution) -> Resolution:
    return replace(
        text, paragraphs=tuple(replace(p, id=f"q{k}") for k, p in enumerate(text.paragraphs))
    )


def shown(comparison: Comparison) -> list[str]:
    """Rows as "OP1,OP2>OP1 merged moved", without those that are the same."""
    data = comparison_json(comparison)
    return [
        " ".join(
            (
                f"{','.join(row['old'])}>{','.join(row['new'])}",
                row["change"],
                *(name for name in ("moved", "formatting", "notes") if row[name]),
            )
        )
        for row in data["rows"]
        if row["change"] != "same" or row["moved"] or row["formatting"] or row["notes"]
    ]


def things(text: Resolution) -> list[str]:
    masthead = [
        f"masthead.{name}"
        for name in ("symbol", "session", "agenda_item", "date")
        if getattr(text.masthead, name)
    ]
    return sorted([*masthead, *(p.id for p in text.paragraphs), *(n.id for n in text.notes)])
