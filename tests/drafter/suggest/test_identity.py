"""Which adopted resolution a loaded text is."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.model import Cycle, Kind, Masthead, Paragraph, Resolution, Text
from drafter.suggest.identity import identify, speaker_of
from drafter.un import catalogue
from drafter.un.citations import find_citations

TITLE = (
    "Technical assistance for implementing the international conventions and protocols related "
    "to counter-terrorism"
)
CYCLE = Cycle("E/CN.15", "28", dt.date(2019, 5, 20))


@pytest.fixture(scope="module")
def known():
    return catalogue.load()


def text(masthead: Masthead | None = None, recital: str = "", title: str = TITLE) -> Resolution:
    return Resolution(
        (
            Paragraph("p1", Kind.TITLE, Text(title)),
            Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,")),
            Paragraph("p3", Kind.PREAMBULAR, Text(recital)),
        ),
        masthead=masthead or Masthead(),
    )


def found(resolution: Resolution, known, cycle: Cycle = CYCLE):
    cited = find_citations(resolution.paragraphs[2].text.string)
    return identify(resolution, cycle, known, cited)


def test_an_adopted_text_says_itself_what_it_is(known):
    own = found(text(Masthead(symbol="A/RES/70/177", date=dt.date(2015, 12, 17))), known)
    assert (own.symbol, own.session, own.date) == ("A/RES/70/177", 70, dt.date(2015, 12, 17))
    assert own.adopted


def test_a_date_that_the_file_does_not_say_comes_from_the_catalogue(known):
    assert found(text(Masthead(symbol="A/RES/72/194")), known).date == dt.date(2017, 12, 19)


def test_a_draft_without_masthead_is_dated_by_the_newest_text_it_cites(known):
    recital = "Recalling Security Council resolutions 2178 (2014) and 2349 (2017),"
    own = found(text(recital=recital), known)
    assert (own.symbol, own.session, own.adopted) == ("A/RES/72/194", 72, False)
    earlier = found(text(recital="Recalling resolution 69/197 of 18 December 2014,"), known)
    assert earlier.symbol == "A/RES/70/177"


def test_a_draft_whose_adoption_is_not_known_by_then_has_no_symbol(known):
    recital = "Recalling its resolution 71/209 of 19 December 2016,"
    own = found(text(recital=recital), known, Cycle("E/CN.15", "26", dt.date(2017, 5, 22)))
    assert own.symbol is None


def test_a_draft_that_cites_nothing_is_not_guessed_at(known):
    own = found(text(), known)
    assert own.symbol is None and own.session is None


def test_a_title_of_its_own_is_not_taken_for_another(known):
    recital = "Recalling its resolution 71/209 of 19 December 2016,"
    assert found(text(recital=recital, title="Harbours of the high seas"), known).symbol is None


@pytest.mark.parametrize(
    ("line", "code"),
    [("The General Assembly,", "A"), ("The Economic and Social Council", "E"), ("We,", "A")],
)
def test_who_speaks(line, code):
    assert speaker_of(Resolution((Paragraph("p1", Kind.SPEAKER, Text(line)),))) == code


def test_the_resolution_that_sends_a_draft_on_does_not_speak_in_it():
    outer = Paragraph("p1", Kind.SPEAKER, Text("The Economic and Social Council"), section="OUTER")
    inner = Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,"))
    assert speaker_of(Resolution((outer, inner))) == "A"
