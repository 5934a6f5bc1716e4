"""Two real cycles and two real pairs: the boilerplate the next text had, and no history touched."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import pytest

from drafter.model import Cycle, Kind, Resolution, labels
from drafter.read import read_file
from drafter.suggest import accepted, suggest_updates
from drafter.un import catalogue
from tests.corpus import corpus

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


def labelled(resolution: Resolution) -> dict[str, str]:
    return {label: resolution.text_of(i).string for i, label in labels(resolution).items()}


def updated(name: str, cycle: Cycle, known) -> tuple[dict[str, str], dict[str, str], tuple]:
    old = read_file(corpus("seeds", name))
    found = suggest_updates(old, cycle, known)
    new, _ = accepted(old, found, "likely")
    return labelled(old), labelled(new), found


@pytest.fixture(scope="module")
def of_2017(known):
    cycle = Cycle("E/CN.15", "26", dt.date(2017, 5, 22))
    return updated("003_677364301e5402ed.txt", cycle, known)


@pytest.fixture(scope="module")
def of_2019(known):
    cycle = Cycle("E/CN.15", "28", dt.date(2019, 5, 20))
    return updated("002_d25e26241683bb6f.txt", cycle, known)


def boxes(found) -> set[str]:
    return {
        one.evidence[0].symbol.removeprefix("S/RES/")
        for one in found
        if one.rule == "security-council"
    }


def test_the_2017_draft_has_the_boilerplate_the_real_one_had(of_2017):
    _, new, found = of_2017
    assert "at its seventy-third session" in new["OP17"]
    assert "its resolution 70/177, in which" in new["PP5"]
    for cited in ("70/148 of 17 December 2015", "70/177 of 17 December 2015",
                  "70/291 of 1 July 2016", "71/151 of 13 December 2016",
                  "71/209 of 19 December 2016"):  # fmt: skip
        assert cited in new["PP1"]
    assert new["FN4"] == "E/CN.15/2017/5."
    assert new["FN2"] == "General Assembly resolution 60/288."
    taken = {"2253 (2015)", "2309 (2016)", "2322 (2016)", "2341 (2017)", "2347 (2017)",
             "2349 (2017)"}  # fmt: skip
    assert taken <= boxes(found)


def test_the_2017_draft_leaves_recitals_of_history_alone(of_2017):
    old, new, found = of_2017
    assert new["PP6"] == old["PP6"]
    assert new["PP8"] == old["PP8"]
    asked = {one.confidence for one in found if one.rule == "successor"}
    assert asked == {"ask"}


def test_the_2017_draft_is_a_draft(of_2017, known):
    old = read_file(corpus("seeds", "003_677364301e5402ed.txt"))
    cycle = Cycle("E/CN.15", "26", dt.date(2017, 5, 22), submitters=("Japan",))
    new, _ = accepted(old, suggest_updates(old, cycle, known), "certain")
    kinds = [p.kind for p in new.paragraphs]
    assert Kind.ADOPTION not in kinds and Kind.CLOSING not in kinds
    assert kinds[:4] == [Kind.SUBMITTERS, Kind.CHAPEAU, Kind.TITLE, Kind.SPEAKER]
    assert new.masthead.session == "26"
    assert new.masthead.symbol is None


def test_the_recalled_clause_is_what_the_real_drafters_wrote(of_2017, of_2019):
    for (_, new, _), name, here, there in (
        (of_2017, "002_d25e26241683bb6f.txt", "PP5", "PP7"),
        (of_2019, "004_45af0fb2d250ef6d.txt", "PP7", "PP9"),
    ):
        real = labelled(read_file(corpus("seeds", name)))
        wrote = real[there].split("called upon")[1].replace(",", "").split()
        ours = new[here].split("called upon")[1].replace(",", "").split()
        shared = sum(word in wrote for word in ours)
        assert shared / len(ours) >= 0.95


def test_the_2019_draft_has_the_boilerplate_the_real_one_had(of_2019):
    _, new, found = of_2019
    assert "at its seventy-fifth session" in new["OP19"]
    assert (
        "its resolution 72/194 of 19 December 2017, in which it, inter alia, called upon"
        in (new["PP7"])
    )
    assert "72/194, 72/284, 73/174, 73/186 and 73/211" in new["FN1"]
    assert "72/284 of 26 June 2018" in new["PP2"]
    assert new["FN5"] == "E/CN.15/2019/5."
    assert {"2368 (2017)", "2396 (2017)", "2462 (2019)"} <= boxes(found)


def _bench():
    spec = importlib.util.spec_from_file_location("bench_suggest", ROOT / "bench" / "suggest.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_suggest"] = module
    spec.loader.exec_module(module)
    return module


def test_of_what_real_next_texts_brought_in_enough_is_suggested_and_little_else():
    rows = _bench().measure(corpus())
    for name, came, right, made, right_all, made_all in rows[:2]:
        assert right / made >= 0.8 and right_all / made_all >= 0.8, name
        assert right / came >= 0.4, name
