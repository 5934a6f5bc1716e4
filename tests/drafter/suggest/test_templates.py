"""Templates: one file finds its clause in the old text and writes it for the new cycle."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.resources import templates_folder
from drafter.suggest.library import load_library
from drafter.suggest.templates import TemplateError, parse_template, rewrite

REPORT = "{# Report-back #}\nto report to the Assembly at its {{ session }} session on harbours"


def test_a_template_finds_its_clause_and_writes_it_anew():
    template = parse_template("clauses/report", REPORT)
    old = "Requests the Office to report to the Assembly at its seventy-first session on harbours;"
    (match,) = template.find(old)
    assert match.value("session") == "seventy-first"
    new = rewrite(match, template, {"session": "73"})
    assert new == "to report to the Assembly at its seventy-third session on harbours"
    assert template.title == "Report-back"


@pytest.mark.parametrize(
    "old",
    [
        "to report to the Assembly at its\u00a071st session on harbours",
        "to report, to the Assembly, at its  seventy-first session on harbours",
        "to report to the General Assembly at its seventy-first session on harbours",
        "To report to the Assembly at the seventy-first session on harbours",
    ],
)
def test_small_differences_of_wording_do_not_hide_a_clause(old):
    assert len(list(parse_template("clauses/report", REPORT).find(old))) == 1


@pytest.mark.parametrize(
    "old",
    [
        "to report to the Assembly at its plenary meeting on harbours",
        "to report to the Council on the harbours it has seen at length in the last session",
    ],
)
def test_another_clause_is_not_taken_for_it(old):
    assert not list(parse_template("clauses/report", REPORT).find(old))


def test_what_the_text_says_in_its_own_way_is_kept():
    template = parse_template("clauses/report", REPORT)
    old = "to report, to the Assembly, at its seventy\u2011first session on harbours"
    (match,) = template.find(old)
    assert rewrite(match, template, {"session": "73"}).startswith("to report, to the Assembly,")


def test_values_are_written_by_the_type_of_their_slot():
    template = parse_template("citations/dated", "{{ resolution }} of {{ date }}")
    words = template.render({"resolution": "S/RES/2178 (2014)", "date": dt.date(2014, 9, 24)})
    assert words == "2178 (2014) of 24 September 2014"


def test_a_slot_may_have_a_name_of_its_own():
    template = parse_template("clauses/two", "at its {{ session }} and {{ later | session }} ones")
    assert template.render({"session": "71", "later": "72"}) == (
        "at its seventy-first and seventy-second ones"
    )


def test_a_missing_value_is_said():
    with pytest.raises(ValueError, match="needs a value for session"):
        parse_template("clauses/report", REPORT).render({})


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("at its {{ session", 1, "end of"),
        ("{# a comment #}\n\nat its {{ sesion }} session", 3, "no slot type sesion"),
        ("one\n{% for x in range(9) %}x{% endfor %}", 2, "only text, comments and slots"),
        ("one\n{% if session %}x{% endif %}", 2, "only text, comments and slots"),
        ("{{ session.__class__ }}", 1, "no more"),
        ("{{ session() }}", 1, "no more"),
        ("{{ session | replace('a', 'b') }}", 1, "no more"),
        ("{{ session }} and {{ session }}", 1, "twice"),
        ("{# only a comment #}", 1, "empty"),
        ("x" * 30_000, 1, "longer"),
        ("{% include 'other' %}", 1, "only text"),
    ],
)
def test_a_broken_template_is_told_with_its_line(source, line, words):
    with pytest.raises(TemplateError, match=words) as told:
        parse_template("clauses/broken", source)
    assert told.value.line == line


def test_every_shipped_template_can_be_read_found_and_shown(tmp_path):
    library = load_library(tmp_path)
    assert not library.faults
    assert len(library.templates) == len(list(templates_folder().rglob("*.j2")))
    for template in library.templates.values():
        shown = template.preview()
        assert any(match.text for match in template.find(shown)), template.name
        assert template.title


def test_a_broken_file_is_reported_and_the_rest_go_on_working(tmp_path):
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses" / "broken.j2").write_text("fine\n{{ wrong }}", "utf-8")
    (tmp_path / "clauses" / "latin.j2").write_bytes(b"caf\xe9 {{ session }}")
    (tmp_path / "clauses" / "mine.j2").write_text("in the {{ session }} session", "utf-8")
    library = load_library(tmp_path)
    assert [fault.line for fault in library.faults] == [2, 1]
    assert str(library.faults[0]).startswith(f"{tmp_path / 'clauses' / 'broken.j2'}, line 2: ")
    assert library.get("clauses/mine").own
    assert library.render("citations/undated", resolution="A/RES/70/177") == "70/177"


def test_an_edited_template_is_read_again(tmp_path):
    (tmp_path / "citations").mkdir()
    path = tmp_path / "citations" / "undated.j2"
    path.write_text("no. {{ resolution }}", "utf-8")
    assert load_library(tmp_path).render("citations/undated", resolution="70/1") == "no. 70/1"
    path.write_text("number {{ resolution }}", "utf-8")
    assert load_library(tmp_path).render("citations/undated", resolution="70/1") == "number 70/1"
    path.unlink()
    assert load_library(tmp_path).render("citations/undated", resolution="70/1") == "70/1"
