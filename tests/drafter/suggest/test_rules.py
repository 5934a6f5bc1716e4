"""Every rule on its fixture cases: the edits that are expected, and none on the counter-cases."""

from __future__ import annotations

import re
import sys

import pytest

from drafter.suggest import suggest_updates
from drafter.suggest.rules import RULES
from drafter.un import catalogue
from tests.drafter.suggest import cases

FILES = sorted(cases.FOLDER.glob("*.txt"))
ALL = [(path.stem, case) for path in FILES for case in cases.read_cases(path)]


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


@pytest.mark.parametrize(("stem", "case"), ALL, ids=[f"{s}: {c.name}" for s, c in ALL])
def test_a_rule_suggests_what_the_case_expects(stem, case, known):
    found = suggest_updates(case.resolution(), case.cycle, known)
    assert cases.told(case, found) == case.expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_has_as_many_counter_cases_as_cases(path):
    rows = list(cases.read_cases(path))
    assert sum(not row.expected for row in rows) >= sum(bool(row.expected) for row in rows)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_name_their_source(path):
    head = path.read_text("utf-8").partition("case: ")[0]
    assert re.search(r"(?m)^# .*\bSources?\b", head)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_a_rule_names_its_source(rule):
    module = sys.modules[rule.__module__]
    assert re.search(r"\bSources?:", module.__doc__ or "")
