"""Changes among the structure that Word files hold: controls, fields, tags, others' changes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.edit.structure import split
from drafter.model import ReplaceText, Text, apply
from drafter.read import read_bytes
from drafter.resources import sample_folder
from tests.corpus import corpus
from tests.drafter.write.edits import Drafter
from tests.drafter.write.structures import KINDS, with_structure
from tests.drafter.write.test_tracked_judged import held
from tests.fixtures.ooxml.official import docx, italic, paragraph, resolution_docx, run

CONTROL = '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
FIELD = '<w:fldSimple w:instr=" DOCPROPERTY Subject ">{}</w:fldSimple>'
FILES = {
    "small": resolution_docx(),
    "sample": (sample_folder() / "A_RES_78_391.docx").read_bytes(),
}


@pytest.mark.parametrize("around", [CONTROL, FIELD])
@pytest.mark.parametrize("parted", [False, True])
def test_words_come_where_they_belong_in_the_middle_of_it(around: str, parted: bool) -> None:
    words = around.format(run("\t1.\t") + run("Urges", "<w:i/>") + run(" all States to act;"))
    old = read_bytes(
        docx(
            paragraph(run("\t"), italic("The General Assembly"), run(",")),
            paragraph(words, run(" and to report.")),
        ),
        "old.docx",
    )
    operative = old.paragraphs[-1]
    at = operative.text.string.index("act")
    new = apply(old, ReplaceText(operative.id, at, Text(), Text("build bridges and to ")))
    if parted:
        new = apply(new, split(new, operative.id, at))
    held(old, new)


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=5),
    st.integers(1, 40),
    st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_any_draft_on_any_structure(
    name: str, kinds: list[str], count: int, random: Random
) -> None:
    old = read_bytes(with_structure(FILES[name], random, kinds, count), f"{name}.docx")
    held(old, Drafter(old, random).edit())


@pytest.mark.parametrize("name", ["A_RES_72_194__N1746299.DOC", "E_RES_2018_14__N1822444.DOC"])
def test_drafts_on_official_files_with_structure(name: str) -> None:
    path = corpus("word", name)
    for turn in range(6):
        random = Random(f"{name} {turn}")
        data = with_structure(path.read_bytes(), random, random.sample(KINDS, 5), 60)
        old = read_bytes(data, name)
        held(old, Drafter(old, random).edit(12))
