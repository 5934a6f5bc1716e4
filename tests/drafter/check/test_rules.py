"""Every rule finds its cases and leaves its counter-cases alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafter.check import RULES, check_json, check_resolution, rule_names
from drafter.model import Cycle, Finding, Reading, Repair, Resolution, apply, labels
from drafter.un import catalogue
from drafter.un.catalogue import Catalogue
from tests.drafter.check.cases import CheckCase, read_cases

CASES = read_cases()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue.load(cache=tmp_path_factory.mktemp("cache"),
                          data=tmp_path_factory.mktemp("data"))  # fmt: skip


def shown(resolution: Resolution, one: Finding) -> tuple[str, str, str, str, str | None]:
    if one.target.startswith("masthead."):
        return one.rule, one.severity, one.target, "", check_fix(resolution, one)
    string = resolution.text_of(one.target).string
    fix = check_fix(resolution, one)
    label = labels(resolution)[one.target]
    words = string[one.start : one.end].strip(" ")
    return one.rule, one.severity, label, words, fix.strip(" ") if fix is not None else None


def check_fix(resolution: Resolution, one: Finding) -> str | None:
    from drafter.check.report import findings_json

    fix = findings_json(resolution, "", [one])["findings"][0]["fix"]
    return fix["after"] if fix else None


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gives_its_findings_and_no_others(case: CheckCase, known: Catalogue) -> None:
    resolution = case.resolution()
    found = check_resolution(resolution, catalogue=known)
    assert [shown(resolution, one) for one in found] == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_fix_fits_and_mends(case: CheckCase, known: Catalogue) -> None:
    resolution = case.resolution()
    for one in check_resolution(resolution, catalogue=known):
        if one.fix is None:
            continue
        mended = apply(resolution, one.fix)
        again = [
            f for f in check_resolution(mended, catalogue=known)
            if (f.rule, f.target, f.start) == (one.rule, one.target, one.start)
        ]  # fmt: skip
        assert not again, f"{one.rule} finds its own fix wrong"


def test_a_word_that_a_chain_takes_is_italic_as_the_words_it_joins() -> None:
    case = next(c for c in CASES if c.name == "chains: out of the chain")
    text = case.resolution()
    for one in check_resolution(text):
        assert one.fix is not None
        text = apply(text, one.fix)
    openings = [p.text.string[a:b] for p in text.paragraphs for a, b in p.text.emphasis]
    assert openings == ["Recalling", "Recalling also", "Recalling further", "Requests",
                        "Also requests", "Requests"]  # fmt: skip


def test_what_is_noted_keeps_the_italics_of_what_was_taken_note_of() -> None:
    case = next(c for c in CASES if c.name == "take_note: facts are noted")
    text = case.resolution()
    for one in reversed(check_resolution(text)):
        if one.rule == "take-note":
            assert one.fix is not None
            text = apply(text, one.fix)
    openings = [p.text.string[a:b] for p in text.paragraphs for a, b in p.text.emphasis]
    assert openings == ["Noting", "Noting also", "Notes", "Notes with appreciation", "Notes"]
    assert not [one for one in check_resolution(text) if one.rule == "opening-italics"]


def test_a_cycle_makes_the_text_a_draft_of_its_organ(known: Catalogue) -> None:
    case = next(c for c in CASES if c.name.startswith("speaker: mixed with"))
    cycle = Cycle("E/CN.15", "28", dt.date(2019, 5, 20), "A", "74")
    found = check_resolution(case.resolution(), cycle, known)
    assert [shown(case.resolution(), one) for one in found if one.rule == "footnote-style"] == [
        ("footnote-style", "warning", "FN2", "Resolution", "General Assembly resolution"),
    ]


def test_a_rule_can_be_switched_off() -> None:
    resolution = next(c for c in CASES if c.expected).resolution()
    every = {one.rule for one in check_resolution(resolution)}
    assert not {one.rule for one in check_resolution(resolution, off=every)}


def test_every_finding_has_a_name_that_preferences_know(known: Catalogue) -> None:
    names = rule_names()
    assert len(set(names)) == len(names)
    assert {row[0] for case in CASES for row in case.expected} <= set(names)


def test_every_name_has_a_case() -> None:
    assert set(rule_names()) == {row[0] for case in CASES for row in case.expected}


def test_every_finding_names_its_source_and_says_what_is_wrong(known: Catalogue) -> None:
    for case in CASES:
        for one in check_resolution(case.resolution(), catalogue=known):
            assert one.source
            assert one.message.endswith((".", "?"))


def test_what_reading_repaired_is_no_finding() -> None:
    case = next(c for c in CASES if any(row[0] == "spelling" for row in c.expected))
    damaged = case.resolution()
    one = next(f for f in check_resolution(damaged) if f.rule == "spelling")
    words = damaged.text_of(one.target).string[one.start : one.end]
    read = Resolution(damaged.paragraphs, damaged.notes, damaged.masthead, None,
                      Reading((Repair(one.target, "broken-word", "", words),)))  # fmt: skip
    assert one not in check_resolution(read)


def test_the_shape_of_the_report(known: Catalogue) -> None:
    case = next(c for c in CASES if c.expected)
    report = check_json(case.resolution(), "draft.docx", None, known)
    assert report["schema"] == 1
    assert report["path"] == "draft.docx"
    finding = report["findings"][0]
    assert set(finding) == {
        "rule", "severity", "paragraph", "start", "end", "message", "source", "fix",
    }  # fmt: skip


def test_one_rule_a_file() -> None:
    folder = Path(__file__).parents[3] / "drafter" / "check" / "rules"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.__module__.rpartition(".")[2] for rule in RULES}
