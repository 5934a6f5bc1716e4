"""The clause library: found by words, shown with the draft's values, inserted as a paragraph."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.model import Cycle, Kind, Masthead, Resolution
from drafter.suggest import load_library
from drafter.suggest.clauses import clause_paragraph, clause_values, find_clauses
from drafter.un import catalogue


@pytest.fixture(scope="module")
def values():
    loaded = Resolution(masthead=Masthead(symbol="A/RES/78/228", date=dt.date(2023, 12, 19)))
    return clause_values(loaded, Cycle("A", "80", dt.date(2025, 11, 20)), catalogue.load())


def test_clauses_are_found_by_words_of_title_and_text():
    assert [t.name for t in find_clauses("seized")] == ["paragraphs/remain-seized"]
    names = [t.name for t in find_clauses("report session")]
    assert "paragraphs/report-requested" in names
    assert not find_clauses("submarine cables")
    assert len(find_clauses()) >= 14


def test_a_clause_is_shown_with_the_values_of_the_draft(values):
    template = load_library().get("paragraphs/report-requested")
    paragraph = clause_paragraph(template, values, "p9")
    assert "at its eighty-first session" in paragraph.text.string
    assert paragraph.kind is Kind.OPERATIVE
    assert paragraph.text.emphasis == ((0, len("Requests")),)
    recalled = clause_paragraph(load_library().get("paragraphs/predecessor-recalled"), values, "p1")
    assert "its resolution 78/228 of 19 December 2023" in recalled.text.string
    assert recalled.kind is Kind.PREAMBULAR


def test_every_clause_of_the_library_is_a_paragraph_with_an_opening(values):
    for template in find_clauses():
        paragraph = clause_paragraph(template, values, "p1")
        assert paragraph.text.emphasis, template.name
        assert paragraph.text.string[-1] in ",;."


def test_a_delegation_adds_a_clause_by_putting_a_file_into_its_folder(tmp_path, values):
    (tmp_path / "paragraphs").mkdir()
    (tmp_path / "paragraphs" / "ours.j2").write_text(
        "{# Our harbours #}\nReaffirms that {{ words }};\n", "utf-8"
    )
    (template,) = find_clauses("our harbours", load_library(tmp_path))
    shown = clause_paragraph(template, values | {"words": "harbours matter"}, "p1")
    assert shown.text.string == "Reaffirms that harbours matter;"
