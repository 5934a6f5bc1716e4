"""Two real cycles, fact by fact: what comes without being asked for, what is asked, what stays."""

from __future__ import annotations

import pytest

from drafter.un import catalogue
from tests.corpus import corpus
from tests.drafter.suggest import facts

YEARS = [one.name for one in facts.all_facts()]


@pytest.fixture(scope="module")
def counts():
    known = catalogue.load()
    return {one.name: facts.count(one, corpus("seeds"), known) for one in facts.all_facts()}


@pytest.mark.parametrize("year", YEARS)
def test_the_facts_are_those_of_the_real_texts(year, counts):
    one = counts[year]
    for row in one.facts.of("take") + one.facts.of("ask"):
        assert row.holds(one.real, row.real_place), f"the real next text: {row}"
        assert not row.holds(one.old, row.place), f"the old text has it already: {row}"
        assert row.was in one.old.get(row.place, ""), f"the old text never had that: {row}"


@pytest.mark.parametrize("year", YEARS)
def test_accepting_what_is_certain_and_likely_brings_nearly_all(year, counts):
    one = counts[year]
    wanted = one.facts.of("take")
    assert 1 - len(one.missed) / len(wanted) >= 0.95, [str(row) for row in one.missed]


@pytest.mark.parametrize("year", YEARS)
def test_what_a_person_must_decide_is_asked(year, counts):
    assert [str(row) for row in counts[year].not_asked] == []


@pytest.mark.parametrize("year", YEARS)
def test_history_and_founding_texts_stay(year, counts):
    one = counts[year]
    for row in one.facts.of("keep"):
        if row.was == "whole":
            assert one.draft[row.place] == one.old[row.place], str(row)
        else:
            assert row.was in one.old[row.place], str(row)
            assert row.was in one.draft[row.place], str(row)
