"""Spelling: what is doubted, what never is, what is proposed; a person's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.edit.dictionary import add_word, own_words
from drafter.edit.spelling import Speller, is_english, names_in, repeated_names
from drafter.errors import UnwritableFile
from drafter.model import Kind, Paragraph, Resolution, Text
from drafter.text.word_list import words
from tests.corpus import corpus


def doubted(string: str, kind: Kind = Kind.PLAIN, *emphasis: tuple[int, int], **known) -> list[str]:
    text = Text(string, emphasis)
    return [string[a:b] for a, b in Speller(**known).mistakes(text, kind)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieve", "receive"), ("implmentation", "implementation"), ("teh", "the"),
        ("organise", "organize"), ("organisations", "organizations"), ("color", "colour"),
        ("analyze", "analyse"), ("fulfill", "fulfil"), ("labeled", "labelled"),
        ("Resolutoin", "Resolution"), ("secratariat’s", "secretariat’s"),
    ],
)  # fmt: skip
def test_a_slip_is_doubted_and_what_was_meant_is_proposed(wrong: str, right: str) -> None:
    assert doubted(f"Requests the {wrong} of States") == [wrong]
    assert Speller().suggestions(wrong)[0] == right


@pytest.mark.parametrize(
    "string",
    [
        "programme, analyse, honour, centre, organize, fulfil, labelled and acknowledgement",
        "resolution 70/177 of 17 December 2015, E/CN.15/2019/L.8/Rev.1, A/C.3/74/L.9, S/2001/1",
        "Commission on Crime Prevention and Criminal Justice, UNODC, INTERPOL’s, UN-Women, SDGs",
        "counter-terrorism, non-governmental, peer-reviewed, cross\u2011border, money-laundering",
        "paragraphs 4 (a) (iii) and xiv, 12th, per cent, and/or, https://www.unodc.org/abcdefgh",
        "Côte d’Ivoire, Türkiye, Timor-Leste, Sahel, Addis Ababa Action Agenda, São Tomé",
        "stakeholders’ mainstreaming, peacebuilding, capacity-building, inter alia, vis-à-vis",
        "States’ efforts, the Council’s and the Secretary-General’s “good offices”;",
        "rapporteurs, subregional, intergovernmental, cybercrime, naïve, coup d’état",
    ],
)
def test_what_is_no_mistake_is_never_doubted(string: str) -> None:
    assert doubted(string) == []


def test_foreign_words_in_italics_are_left_but_opening_words_are_not() -> None:
    assert doubted("Recalling the raison d’etre zzyzx", Kind.PREAMBULAR, (14, 33)) == []
    assert doubted("Recaling the work", Kind.PREAMBULAR, (0, 8)) == ["Recaling"]


def test_names_of_last_cycles_text_and_own_words_are_known() -> None:
    base = Resolution((Paragraph("p1", Kind.PLAIN, Text("Recalling the Zorblax Principles")),))
    assert doubted("the Zorblax Principles") == ["Zorblax"]
    assert doubted("the Zorblax Principles", names=names_in(base)) == []
    twice = Resolution((Paragraph("p1", Kind.PLAIN, Text("Zorblax and Zorblax, Quuxly")),))
    assert repeated_names(twice) >= {"Zorblax"} and "Quuxly" not in repeated_names(twice)
    assert doubted("a zorblax", own=["Zorblax"]) == []


def test_a_text_in_another_language_is_told() -> None:
    french = "L’Assemblée générale, rappelant ses résolutions antérieures sur la coopération"
    text = Resolution((Paragraph("p1", Kind.PLAIN, Text(french)),))
    assert not is_english(text, Speller())
    english = Resolution((Paragraph("p1", Kind.PLAIN, Text("Recalling its resolutions on it")),))
    assert is_english(english, Speller())


def test_the_list_is_british_with_ize() -> None:
    assert {"organize", "colour", "programme", "fulfil"} <= words()
    assert not {"organise", "color", "fulfill", "analyze"} & words()


def test_own_words_are_a_plain_file(tmp_path: Path) -> None:
    file = tmp_path / "data" / "words.txt"
    assert own_words(file) == ()
    add_word("zorblax", file)
    add_word("Abcd", file)
    add_word("zorblax", file)
    assert own_words(file) == ("Abcd", "zorblax")
    file.write_text("\ufeff# mine\nquux\r\n\n", "utf-8")
    add_word("aa", file)
    assert own_words(file) == ("aa", "quux")


def test_a_dictionary_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "no").write_text("a file", "utf-8")
    with pytest.raises(UnwritableFile):
        add_word("x", tmp_path / "no" / "words.txt")


def test_official_texts_have_next_to_no_false_alarm() -> None:
    from drafter.read import read_file

    count = doubts = 0
    for file in sorted(corpus("akn").iterdir()):
        text = read_file(file)
        speller = Speller(names=repeated_names(text))
        for paragraph in text.paragraphs:
            count += len(paragraph.text.string.split())
            doubts += len(speller.mistakes(paragraph.text, paragraph.kind))
    assert count > 50_000
    assert doubts <= count / 10_000
