"""Five cycles of one resolution in five states of damage, read right (E-01 to E-46)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from drafter.model import Kind, Resolution, labels
from drafter.read import read_file
from tests.corpus import corpus


@cache
def _seed(number: str) -> Resolution:
    (path,) = corpus("seeds").glob(f"{number}_*.txt")
    return read_file(path)


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> Resolution:
    return _seed(request.param)


def _text(resolution: Resolution, label: str) -> str:
    ids = {name: i for i, name in labels(resolution).items()}
    return resolution.text_of(ids[label]).string


@pytest.mark.parametrize(
    ("seed", "preambular", "operative", "notes"),
    [
        ("000", 14, 16, 0),
        ("001", 17, 17, 4),
        ("002", 14, 19, 6),
        ("003", 17, 17, 4),
        ("004", 19, 30, 7),
    ],
    indirect=["seed"],
)
def test_every_paragraph_and_footnote_is_found(
    seed: Resolution, preambular: int, operative: int, notes: int
) -> None:
    assert len(seed.of_kind(Kind.PREAMBULAR)) == preambular
    assert len(seed.of_kind(Kind.OPERATIVE)) == operative
    assert len(seed.notes) == notes


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"], indirect=True)
def test_no_text_holds_debris(seed: Resolution) -> None:
    debris = re.compile(
        r"http|__|<<|\[DU|\]\(|\\|  |\t| ,| ;|[¹²³⁴⁵⁶⁷]|\bV\.19|1516931|[a-z][,;]?\d+$"
        r"|[A-Za-z] -[A-Za-z]"
    )
    for thing in (*seed.paragraphs, *seed.notes):
        assert not debris.search(thing.text.string), thing.text.string
        assert "*" not in thing.text.string


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"], indirect=True)
def test_paragraphs_are_whole_and_begin_in_italics(seed: Resolution) -> None:
    for paragraph in seed.of_kind(Kind.PREAMBULAR, Kind.OPERATIVE):
        assert paragraph.text.string[0].isupper()
        assert paragraph.text.string[-1] in ",;."
        assert paragraph.text.emphasis
        assert paragraph.text.emphasis[0][0] == 0


def test_what_was_mended_is_recorded_with_before_and_after() -> None:
    found = {(r.rule, r.before, r.after) for r in _seed("004").reading.repairs}
    assert {
        ("split-word", "te rrorism", "terrorism"),
        ("split-word", "incorpor ation", "incorporation"),
        ("split-word", "it s", "its"),
        ("missing-space", "resolutions72/194,", "resolutions 72/194,"),
        ("spaced-hyphen", "in -kind", "in-kind"),
    } <= found


@pytest.mark.parametrize(
    ("number", "label", "words"),
    [
        ("000", "chapeau", "recommends to the Economic and Social Council the approval"),  # E-01
        ("004", "chapeau", "recommends to the Economic and Social Council"),  # E-02
        ("000", "OP1", "related to counter-terrorism"),  # E-03
        ("000", "PP2", "by enhancing the national capacity"),  # E-04
        ("000", "OP4", "Calls upon"),  # E-05
        ("000", "PP4", "Strategy and"),  # E-06
        ("000", "PP12", "Participation, adopted"),  # E-07
        ("001", "OUTER.adoption #2", "Crime Prevention and Criminal Justice (E/2015/30)]"),  # E-10
        ("001", "closing", "53rd plenary meeting\n21 July 2015"),  # E-11
        ("001", "PP10", "illicit drug-related activities"),  # E-13
        ("001", "OP2", "all relevant personnel in executing"),  # E-14
        ("001", "OP8", "sharing of experiences and good practices"),  # E-15
        ("002", "OP4", "foreign terrorist fighters, and by fostering"),  # E-16
        ("002", "PP2", "its resolution 70/291 of"),  # E-17
        ("002", "FN1", "2133 (2014)"),  # E-18
        ("002", "FN2", "53/243 A and B"),  # E-19
        ("003", "OP1", "Urges"),  # E-23
        ("003", "FN4", "E/CN.15/2015/4."),  # E-25
        ("004", "OP1", "incorporation"),  # E-29
        ("004", "title", "counter-terrorism"),  # E-32
        ("004", "PP5", "by enhancing the national capacity"),  # E-39
        ("004", "PP16", "taking note also of the role of the United Nations Office"),  # E-40
        ("004", "OP25", "“Handbook on Gender Dimensions of"),  # E-43
    ],
)
def test_damage_is_mended(number: str, label: str, words: str) -> None:
    assert words in _text(_seed(number), label)


@pytest.mark.parametrize(
    ("number", "label", "notes"),
    [
        ("001", "PP2", ["FN1"]),  # E-08, E-12
        ("001", "OP15", ["FN2"]),
        ("003", "PP9", ["FN3"]),  # E-24: behind a year
        ("003", "OP15", ["FN2"]),
        ("004", "PP7", ["FN2", "FN3"]),  # E-36
        ("004", "PP10", ["FN4"]),  # E-37
        ("004", "OP24", ["FN7"]),  # E-38
    ],
)
def test_cues_call_their_notes(number: str, label: str, notes: list[str]) -> None:
    seed = _seed(number)
    names = labels(seed)
    ids = {name: i for i, name in names.items()}
    cues = seed.text_of(ids[label]).cues
    assert [names[cue.note or ""] for cue in cues] == notes


def test_the_stale_cue_is_asked_about_and_not_guessed() -> None:  # E-20
    seed = _seed("002")
    (question,) = seed.reading.questions
    names = labels(seed)
    assert (names[question.target], question.rule) == ("OP17", "stale-cue")
    assert names[question.proposal or ""] == "FN4"
    (cue,) = seed.text_of(question.target).cues
    assert (cue.note, cue.typed) == (None, "23")


def test_lost_footnotes_are_reported_and_none_invented() -> None:  # E-05
    seed = _seed("000")
    assert [w.code for w in seed.reading.warnings] == ["lost-footnote"]
    cues = [(c.note, c.typed) for p in seed.paragraphs for c in p.text.cues]
    assert cues == [(None, "1"), (None, "2")]


def test_mastheads_are_harvested_from_what_is_left_of_them() -> None:  # E-22, E-26, E-42, E-45
    adopted = _seed("003").masthead
    assert (adopted.symbol, adopted.session, adopted.agenda_item) == ("A/RES/70/177", "70", "106")
    assert (adopted.date, adopted.issued) == (dt.date(2015, 12, 17), dt.date(2016, 1, 8))
    assert adopted.organ == "General Assembly"
    draft = _seed("004").masthead
    assert (draft.symbol, draft.session) == ("E/CN.15/2019/L.8/Rev.1", "28")
    assert draft.document_notes == (
        "Reissued for technical reasons on 28 May 2019.",
        "Issued without formal editing.",
    )
    assert _seed("002").masthead.symbol is None  # E-46: not invented


def test_the_draft_that_is_recommended_is_the_main_text() -> None:
    seed = _seed("001")
    assert _text(seed, "OUTER.OP1").startswith("Recommends to the General Assembly")
    assert _text(seed, "OUTER.speaker") == "The Economic and Social Council"
    assert _text(seed, "speaker") == "The General Assembly,"
    assert seed.title.startswith("Technical assistance for implementing")
