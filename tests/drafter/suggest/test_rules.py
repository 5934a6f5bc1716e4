"""Every rule on its fixture cases: the edits that are expected, and none on the counter-cases."""

from __future__ import annotations

import pytest

from drafter.suggest import suggest_updates
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
