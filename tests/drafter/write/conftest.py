"""A small text of our own in both forms, for every writer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from drafter.model import Cue, Footnote, Kind, Masthead, Paragraph, Resolution, Text

NOTES = (
    Footnote("n1", Text("Resolution 69/283, annex II.")),
    Footnote("n2", Text("United Nations, Treaty Series, vol. 996, No. 14583.", ((16, 29),))),
)


def _paragraph(number: int, kind: Kind, marked: str, **fields: object) -> Paragraph:
    """``*…*`` is italic, ``^1`` calls the first note."""
    string, emphasis, cues, start = "", [], [], None
    signs = iter(marked)
    for sign in signs:
        if sign == "*":
            if start is None:
                start = len(string)
            else:
                emphasis.append((start, len(string)))
                start = None
        elif sign == "^":
            cues.append(Cue(len(string), f"n{next(signs)}"))
        else:
            string += sign
    text = Text(string, tuple(emphasis), tuple(cues))
    return Paragraph(f"p{number}", kind, text, **fields)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def adopted() -> Resolution:
    paragraphs = (
        _paragraph(1, Kind.ADOPTION, "Resolution adopted by the General Assembly on 9 March 2021"),
        _paragraph(2, Kind.ADOPTION, "[*on the report of the Second Committee (A/75/1401)*]"),
        _paragraph(3, Kind.TITLE, "Quiet harbours & slow rivers"),
        _paragraph(4, Kind.SPEAKER, "*The General Assembly*,"),
        _paragraph(5, Kind.PREAMBULAR, "*Recalling* the Sendai Framework,^1"),
        _paragraph(6, Kind.PREAMBULAR, "*Noting*, in that regard, resolution\u00a074/390,"),
        _paragraph(7, Kind.OPERATIVE, "*Urges* States to give in\u2011kind support;^1^2"),
        _paragraph(8, Kind.OPERATIVE, "*Requests* the Secretary-General:"),
        _paragraph(9, Kind.SUBPARAGRAPH, "To measure the rivers:", level=1),
        _paragraph(10, Kind.SUBPARAGRAPH, "In spring;", level=2),
        _paragraph(11, Kind.SUBPARAGRAPH, "To tell those who live there;", level=1),
        _paragraph(12, Kind.OPERATIVE, "*Decides* to come back to it.", typed_label="2 bis"),
        _paragraph(13, Kind.CLOSING, "*55th plenary meeting\n9 March 2021*"),
    )
    masthead = Masthead(
        organ="General Assembly",
        symbol="A/RES/75/399",
        session="75",
        agenda_item="19 (c)",
        date=dt.date(2021, 3, 9),
        issued=dt.date(2021, 3, 24),
        distribution="General",
        job_number="21-09999 (E)",
    )
    return Resolution(paragraphs, NOTES, masthead)


@pytest.fixture
def draft(adopted: Resolution) -> Resolution:
    submitters = _paragraph(14, Kind.SUBMITTERS, "Chile and Ghana: draft resolution")
    masthead = replace(
        adopted.masthead,
        symbol="A/C.2/75/L.99",
        date=dt.date(2020, 10, 30),
        issued=None,
        distribution=None,
        committee="Second Committee",
        agenda_title="Sustainable development: rivers",
        job_number=None,
        submitters=("Chile", "Ghana"),
    )
    return replace(adopted, paragraphs=(submitters, *adopted.paragraphs[2:-1]), masthead=masthead)
