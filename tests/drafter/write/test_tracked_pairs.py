"""Real texts tracked on real Word files, and what went wrong in some of those pairs."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from drafter import workflow
from drafter.model import (
    Cue,
    InsertParagraph,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    Text,
    apply,
)
from drafter.read import read_bytes, read_file
from drafter.write import build_tracked, docx_bytes
from tests.corpus import corpus
from tests.drafter.write.first_notes import as_read, with_notes
from tests.drafter.write.judge import judged
from tests.drafter.write.test_tracked_judged import AUTHOR, SMALL, held
from tests.fixtures.ooxml.official import docx, italic, link, paragraph, run

OLD_FILES = [
    "70_1.docx", "A_RES_72_194__N1746299.DOC", "A_RES_72_195__N1746306.DOC",
    "A_RES_72_1__N1730150.DOC", "A_RES_72_258_B__N1821431.DOC", "A_RES_72_258__N1746986.DOC",
    "A_RES_72_284__N1819880.DOC", "A_RES_budget_tables__N1746933.DOC",
    "A_RES_tracked_ins__N1745397.DOC", "E_RES_2018_14__N1822444.DOC",
    "E_RES_2018_16__N1822432.DOC", "FCCC_PA_CMA_2021_10_Add3__cma2021.docx", "test1.docx",
    "test_problematic.docx",
]  # fmt: skip


@pytest.mark.parametrize("name", OLD_FILES)
def test_any_real_text_on_any_real_word_file(name: str) -> None:
    """Some of all pairs of the corpus; ``bench/pairs.py`` judges every one."""
    old = read_file(corpus("word", name))
    others = sorted(p for p in corpus().glob("*/*") if p.is_file())
    for path in Random(name).sample(others, 2):
        held(old, read_file(path))


CLOSING = '<w:jc w:val="right"/>'
THEIRS = (
    f'{CLOSING}<w:pPrChange w:id="41" w:author="An editor"><w:pPr><w:pStyle w:val="SingleTxt"/>'
    '<w:jc w:val="center"/></w:pPr></w:pPrChange>'
)


@pytest.mark.parametrize("form", [CLOSING, THEIRS])
@pytest.mark.parametrize("behind", ["the closing", "words put in at the end of a line"])
def test_many_paragraphs_behind_one_of_another_form_give_it_back(form: str, behind: str) -> None:
    """Its paragraph mark goes from one to the next of them, and all it was goes with it."""
    body = [
        paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
        paragraph(run("\t"), italic("The General Assembly"), run(","), properties=form),
        paragraph(run("\t"), italic("Recalling"), run(" its resolution 68/900,")),
        paragraph(run("\t1.\t"), italic("Takes note"), run(" of the bridges by river.")),
        paragraph(run("\t50th plenary meeting\n\t12 December 2015"), properties=form),
    ]
    old = read_bytes(docx(*body), "old.docx")
    line = old.paragraphs[-1 if behind == "the closing" else 1]
    new = apply(old, ReplaceText(line.id, len(line.text), Text(), Text(" typed on")))
    after = line.id
    for i in range(3):
        added = Paragraph(f"x{i}", Kind.HEADING if i == 1 else Kind.PREAMBULAR, Text(f"Ford {i}"))
        new = apply(new, InsertParagraph(after, added))
        after = added.id
    held(old, new)


def test_a_line_of_the_masthead_that_only_grows() -> None:
    new = replace(SMALL, masthead=replace(SMALL.masthead, agenda_item="12 (b)"))
    data, _ = build_tracked(workflow.compare(SMALL, new), author=AUTHOR)
    lines = [p.text for p in judged(data, "accept").paragraphs]
    assert "Agenda item 12 (b)" in lines


def test_a_citation_in_a_link_that_changes_in_several_places_keeps_its_order() -> None:
    body = (
        paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
        paragraph(run("\t"), italic("The General Assembly"), run(",")),
        paragraph(
            run("\t"), italic("Recalling"), run(" its resolutions "),
            link("2200 A (XXI)", "rIdA"), run(" and 68/900,"),
        ),
    )  # fmt: skip
    old = read_bytes(docx(*body, links={"rIdA": "https://undocs.org/A/RES/2200(XXI)"}), "old.docx")
    cited = old.paragraphs[-1]
    string = cited.text.string.replace("2200 A (XXI)", "2200\xa0A\xa0(XXI)")
    held(old, apply(old, ReplaceText(cited.id, 0, cited.text, Text(string, cited.text.emphasis))))


def test_a_mark_without_a_note_gives_way_to_a_cue() -> None:
    old = as_read(with_notes("n1", None))
    first = old.paragraphs[0]
    typed = replace(first.text, cues=(Cue(len(first.text), None, "1"),))
    damaged = replace(old, paragraphs=(replace(first, text=typed), *old.paragraphs[1:]), notes=())
    official = read_bytes(docx_bytes(damaged), "old.docx")
    assert [cue.typed for cue in official.paragraphs[0].text.cues] == ["1"]
    held(official, old)
    held(old, damaged)


def test_a_paragraph_split_far_apart_keeps_the_order_of_all_others() -> None:
    """One part stays with its number, the other comes anew where it belongs."""
    kept = "that each country faces challenges of its own on the way to safe crossings of rivers"
    texts = [
        f"Reaffirms the census of bridges and fords, and {kept};",
        "Requests the Secretary-General to report on ferries at its next session;",
        "Encourages Member States to lend boats to one another in times of flood.",
    ]
    old = as_read(operatives(*texts))
    parts = [
        "Reaffirms the census of bridges and fords;", *texts[1:2],
        "Decides to keep the list of bridges under review in every even year;",
        f"Recognizes {kept};", *texts[2:],
    ]  # fmt: skip
    held(old, operatives(*parts))
    held(as_read(operatives(*parts)), operatives(*texts))


def operatives(*texts: str) -> Resolution:
    return Resolution(
        tuple(
            Paragraph(f"q{i}", Kind.OPERATIVE, Text(text, ((0, text.index(" ")),)))
            for i, text in enumerate(texts)
        )
    )


def test_a_bookmark_stays_with_the_cue_that_is_set_behind_words_put_in() -> None:
    """Where a paragraph moves behind one that ends in a new cue; the repeated one finds its note
    when all is rejected."""
    rows = list(SMALL.paragraphs)
    i = next(i for i, p in enumerate(rows) if p.text.cues)
    note, other = (
        rows[i].text.cues[0],
        next(n for n in SMALL.notes if n.id != rows[i].text.cues[0].note),
    )
    rows[i] = replace(rows[i], text=replace(rows[i].text, cues=(Cue(note.at, other.id),)))
    rows[i - 1 : i + 1] = [rows[i], rows[i - 1]]
    rows[i + 1 :] = [replace(p, text=replace(p.text, cues=())) for p in rows[i + 1 :]]
    held(SMALL, replace(SMALL, paragraphs=tuple(rows), notes=(other,)))


def test_an_agenda_item_that_is_taken_out_goes_with_its_line() -> None:
    new = replace(SMALL, masthead=replace(SMALL.masthead, session="71", agenda_item=None))
    data = held(SMALL, new)
    before, after = (
        [p.text.strip() for p in judged(data, decision).paragraphs]
        for decision in ("reject", "accept")
    )
    assert before[:2] == ["Seventieth session", "Agenda item 12"]
    assert after == ["Seventy-first session", *before[2:]]
