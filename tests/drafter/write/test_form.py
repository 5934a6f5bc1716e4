"""What is worked out from the text: its form, its number, the lines above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.model import Kind, Masthead, Paragraph, Resolution, Text
from drafter.write.form import (
    agenda_line,
    balanced,
    form_of,
    job_number,
    organs_of,
    session_line,
    title_number,
)


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("A/RES/72/194", "72/194"),
        ("A/RES/72/258 B", "72/258"),
        ("A/RES/72/253 A-B", "72/253"),
        ("A/RES/ES-11/4", "ES-11/4"),
        ("E/RES/2018/16", "2018/16"),
        ("S/RES/2722 (2024)", None),
        ("A/C.3/80/L.4", None),
        (None, None),
    ],
)
def test_the_number_before_a_title(symbol: str | None, number: str | None) -> None:
    assert title_number(Masthead(symbol=symbol)) == number


@pytest.mark.parametrize(
    ("session", "line"),
    [
        ("72", "Seventy-second session"),
        ("2018", "2018 session"),
        ("ES-11", "Eleventh emergency special session"),
        ("S-32", "Thirty-second special session"),
        (None, ""),
    ],
)
def test_the_session_in_words(session: str | None, line: str) -> None:
    assert session_line(Masthead(session=session)) == line


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("107", "Agenda item 107"),
        ("19 (c)", "Agenda item 19 (c)"),
        ("20 (b) and 98", "Agenda items 20 (b) and 98"),
        (None, ""),
    ],
)
def test_the_agenda_item(item: str | None, line: str) -> None:
    assert agenda_line(Masthead(agenda_item=item)) == line


@pytest.mark.parametrize(
    ("masthead", "printed"),
    [
        (Masthead(organ="General Assembly"), ("General Assembly", "")),
        (
            Masthead(organ="General Assembly", symbol="A/C.3/80/L.4"),
            ("General Assembly", "Third Committee"),
        ),
        (
            Masthead(organ="Commission on Narcotic Drugs"),
            ("Economic and Social Council", "Commission on Narcotic Drugs"),
        ),
        (Masthead(organ="Human Rights Council"), ("General Assembly", "Human Rights Council")),
        (Masthead(symbol="S/RES/1445 (2002)"), ("Security Council", "")),
        (Masthead(organ="Parish Council", committee="Roads"), ("Parish Council", "Roads")),
        (Masthead(), ("", "")),
    ],
)
def test_the_principal_organ_stands_above_the_one_that_meets(
    masthead: Masthead, printed: tuple[str, str]
) -> None:
    assert organs_of(masthead, "draft") == printed


def test_an_adopted_text_of_the_assembly_names_no_committee() -> None:
    third = Masthead(organ="General Assembly", committee="Third Committee")
    assert organs_of(third, "adopted") == ("General Assembly", "")
    council = Masthead(organ="Human Rights Council")
    assert organs_of(council, "adopted") == ("General Assembly", "Human Rights Council")


def test_a_text_is_adopted_when_it_says_so(adopted: Resolution, draft: Resolution) -> None:
    assert form_of(adopted) == "adopted"
    assert form_of(draft) == "draft"
    assert form_of(Resolution(masthead=Masthead(symbol="S/RES/2722 (2024)"))) == "adopted"
    closing = Paragraph("p1", Kind.CLOSING, Text("1st plenary meeting\n2 May 2020"))
    assert form_of(replace(Resolution(), paragraphs=(closing,))) == "adopted"


def test_running_heads_break_in_the_middle() -> None:
    title = "Strengthening cooperation for the measurement of rivers and the joint care of harbours"
    lines = balanced(title)
    assert " ".join(lines) == title
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 12
    assert balanced("Short") == ["Short"]
    assert balanced("") == []
    assert balanced("x" * 200) == ["x" * 200]


def test_a_running_head_is_one_line_where_it_fits_as_in_official_files() -> None:
    title = "Improving the coordination of efforts against trafficking in persons"
    assert balanced(title) == [title]


@pytest.mark.parametrize(
    ("stated", "printed"),
    [("1746299E", "17-46299 (E)"), ("1723194", "17-23194"), ("V.19-03717", "V.19-03717"), ("", "")],
)
def test_the_job_number_as_it_is_printed(stated: str, printed: str) -> None:
    assert job_number(stated) == printed
