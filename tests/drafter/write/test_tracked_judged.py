"""Any draft on any official file: a judge of its own finds both texts in what was tracked."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import workflow
from drafter.model import (
    Comparison,
    Kind,
    Paragraph,
    Resolution,
    Text,
    numbers,
)
from drafter.ooxml.package import Package
from drafter.read import read_bytes, read_file
from drafter.resources import sample_folder
from drafter.write import build_tracked
from tests.corpus import corpus
from tests.drafter.write.edits import Drafter, from_elsewhere
from tests.drafter.write.first_notes import as_read, calling, with_notes
from tests.drafter.write.judge import Judged, Seen, doubled, judged, marked_words, other_parts
from tests.fixtures.ooxml.official import resolution_docx

AUTHOR = "A. Delegate"
SMALL = read_bytes(resolution_docx(), "small.docx")
SAMPLE = read_file(sample_folder() / "A_RES_78_391.docx")
_SUFFIX = r"(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies))?"
_ORDINAL = r"(?:\d+(?:\.\w+)?|[a-z]+)"
_NUMBER = re.compile(
    rf"\s*(?:[A-Z]?-?\d+/\d+(?: ?[A-Z](?:-[A-Z])?)?\.\s|{_ORDINAL}{_SUFFIX}\.\s"
    rf"|\d+\t|\d+\.\w+\s|\(?[a-z]+\){_SUFFIX}\s)?\s*"
)
_LINE = re.compile(r"[A-Z]|\*?[\w-]+ (?:emergency special )?session|Agenda item.*")
"""Lines of the masthead that stand in the body, and letters of parts."""


def held(old: Resolution, new: Resolution) -> bytes:
    """The tracked file, held to both texts to the letter, to its looks and to its parts."""
    comparison = workflow.compare(old, new)
    date = dt.datetime(2026, 5, 4)
    data, report = build_tracked(comparison, author=AUTHOR, date=date)
    assert report.sentences == ()
    assert old.source is not None
    source = old.source.data
    as_it_was(judged(data, "reject", AUTHOR), judged(source, "none"))
    says(judged(data, "accept"), judged(source, "accept"), old, new)
    assert other_parts(data) == other_parts(source)
    assert doubled(data) <= doubled(source)
    return data


def as_it_was(found: Judged, official: Judged) -> None:
    """Every character, look, link, field, note, bookmark and paragraph format of the old file."""
    names = {x for p in official.paragraphs for x in p.signature if isinstance(x, tuple)}

    def known(seen: Seen) -> list[object]:
        row: list[object] = []
        for x in seen.signature:
            last = row[-1] if row else None
            if isinstance(x, tuple) and x and x[0] == "bookmark" and x not in names:
                continue
            if isinstance(x, list) and isinstance(last, list) and x[0] == last[0]:
                row[-1] = [x[0], last[1] + x[1]]
            else:
                row.append(x)
        return row

    assert set(found.faults) <= set(official.faults)
    assert [known(p) for p in found.paragraphs] == [known(p) for p in official.paragraphs]
    assert found.notes == official.notes


def says(found: Judged, official: Judged, old: Resolution, new: Resolution) -> None:
    """All of the new text in its order, with its numbers, italics and notes, and nothing else."""
    assert set(found.faults) <= set(official.faults)
    wanted = [p for p in new.paragraphs if p.kind is not Kind.OPAQUE and (p.text or p.text.cues)]
    notes = {n.id: flat(n.text.string) for n in new.notes}
    number = numbers(new)
    others = {flat(p.text) for p in official.paragraphs} - {
        flat(p.text.string) for p in old.paragraphs if p.kind is not Kind.OPAQUE
    }
    tables = flat(" ".join(p.text.string for p in new.paragraphs if p.kind is Kind.OPAQUE))
    at = 0
    for seen in found.paragraphs:
        if seen.in_table and tables.startswith(flat(seen.text)):
            tables = tables.removeprefix(flat(seen.text)).lstrip()
            continue
        lead = _NUMBER.match(seen.text)
        cut = lead.end() if lead else 0
        # Words that look like a number ("(i) of …") are cut where no other number is before them.
        words = [t for t in readings(wanted, at) if flat(t.string) == flat(seen.text[cut:])]
        if words:
            paragraph = wanted[at]
            at += 1
            assert [flat(n) for _, n in seen.cues] == [
                notes[c.note] for c in paragraph.text.cues if c.note in notes
            ]
            if not seen.listed:
                assert (number.get(paragraph.id) or "").rstrip(".") == (
                    seen.text[:cut].strip().rstrip(".") if paragraph.id in number else ""
                )
            if paragraph.kind is not Kind.TITLE:
                assert slanted(seen.text[cut:], seen.italic[cut:]) == slanted(*italics(words[0]))
        elif flat(seen.text) or seen.cues:
            line = _LINE.fullmatch(flat(seen.text))
            assert line or flat(seen.text) in others, f"not of the new text: {seen.text}"
    assert at == len(wanted), f"not found: {wanted[at].text.string}"
    assert not tables
    for words, address in (pair for p in found.paragraphs for pair in p.links):
        symbol = re.search(r"\d+/\d+", words)
        assert symbol is None or "undocs" not in address or symbol[0] in address


def flat(string: str) -> str:
    return " ".join(string.split())


def readings(wanted: list[Paragraph], at: int) -> list[Text]:
    """The words of a paragraph, with the marks it has in place of cues, and those without what
    looks like a number: the judge knows no model, and takes it for one."""
    if at >= len(wanted):
        return []
    text = wanted[at].text
    for cue in reversed(text.cues):
        if cue.note is None and cue.typed:
            text = text.splice(cue.at, cue.at, Text(cue.typed))
    lead = _NUMBER.match(text.string)
    return [text, text.slice(lead.end() if lead else 0, len(text))]


def italics(text: Text) -> tuple[str, list[bool]]:
    slants = [any(a <= i < b for a, b in text.emphasis) for i in range(len(text))]
    return text.string, slants


def slanted(string: str, italic: list[bool]) -> str:
    """The letters and digits in italics."""
    return "".join(c for c, i in zip(string, italic, strict=True) if i and c.isalnum())


@given(st.randoms(use_true_random=False), st.booleans())
def test_any_draft_on_a_small_file(random: Random, elsewhere: bool) -> None:
    new = Drafter(SMALL, random).edit()
    held(SMALL, from_elsewhere(new) if elsewhere else new)


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_any_draft_on_the_sample(random: Random) -> None:
    held(SAMPLE, from_elsewhere(Drafter(SAMPLE, random).edit()))


@pytest.mark.parametrize(
    "name",
    ["A_RES_72_194__N1746299.DOC", "A_RES_72_284__N1819880.DOC", "A_RES_72_258_B__N1821431.DOC",
     "A_RES_tracked_ins__N1745397.DOC", "E_RES_2018_14__N1822444.DOC"],
)  # fmt: skip
def test_drafts_on_official_files(name: str) -> None:
    old = read_file(corpus("word", name))
    for seed in range(4):
        held(old, from_elsewhere(Drafter(old, Random(seed)).edit()))


@pytest.mark.parametrize("row", [(1, 0), (1, 1), (1, None)])
def test_another_note_takes_the_place_of_the_first(row: tuple[int, int | None]) -> None:
    old = as_read(with_notes("n1", "n2"))
    data = held(old, calling(old, *row))
    assert marked_words(data) == (Counter(), Counter()), "only the letter before is replaced too"
    body = Package(data).read("word/document.xml").decode()
    assert re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", body) == [","]


def test_the_sample_on_itself() -> None:
    held(SAMPLE, read_file(sample_folder() / "A_C.2_80_L.97.txt"))


PAIRS = [
    ("A_RES_72_194__N1746299.DOC", "seeds/004_45af0fb2d250ef6d.txt"),
    ("A_RES_72_194__N1746299.DOC", "seeds/003_677364301e5402ed.txt"),
    ("A_RES_72_194__N1746299.DOC", "akn/A_RES_78_226-2325984E.xml"),
    ("A_RES_72_195__N1746306.DOC", "akn/A_RES_78_228-2325978E.xml"),
    ("A_RES_72_195__N1746306.DOC", "pdf/A_C.3_80_L.4.pdf"),
    ("A_RES_72_195__N1746306.DOC", "word/A_RES_72_1__N1730150.DOC"),
]


@pytest.mark.parametrize(("old_name", "new_name"), PAIRS)
def test_another_cycle_on_the_official_file(old_name: str, new_name: str) -> None:
    old, new = read_file(corpus("word", old_name)), read_file(corpus(*new_name.split("/")))
    data = held(old, new)
    comparison = workflow.compare(old, new)
    gone, come = marked_words(data)
    taken_out = old.masthead.agenda_item and not new.masthead.agenda_item and new.masthead.session
    line = Counter(["Agenda", "item"] if taken_out else [])  # it goes whole, with its number
    assert not gone - wordings(comparison, "-") - line
    assert not come - wordings(comparison, "+")


def wordings(comparison: Comparison, op: str) -> Counter[str]:
    """Words that a comparison holds as gone or come.

    Parts of a paragraph that stand far apart are one edit and one insertion (or deletion) in the
    file: the words of such rows may be marked whole. So may those of the session's line.
    """
    found: Counter[str] = Counter()
    text = comparison.old if op == "-" else comparison.new
    for row in comparison.rows:
        keys = row.old if op == "-" else row.new
        if any(key.startswith("masthead") for key in keys):
            found.update(
                re.findall(r"\w+", "session Seventieth Seventy second Eightieth Twenty eighth")
            )
        elif len(row.old) > 1 or len(row.new) > 1 or not (row.old and row.new):
            found.update(w for key in keys for w in WORD.findall(text.text_of(key).string))
        else:
            found.update(w for p in row.words if p.op == op for w in WORD.findall(p.text))
    return found


WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that are no number of a paragraph."""
