"""Rejecting every change gives the old file's text, accepting every change the new text."""

from __future__ import annotations

import datetime as dt
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.edit import notes as note_commands
from drafter.edit import structure
from drafter.errors import UnwritableFile
from drafter.model import (
    Change,
    DeleteParagraph,
    DoesNotFit,
    Footnote,
    InsertParagraph,
    Kind,
    MoveParagraph,
    Paragraph,
    ReplaceText,
    Resolution,
    SetEmphasis,
    Text,
    apply,
    reword,
)
from drafter.ooxml.package import Package
from drafter.ooxml.resolve import accept_all, reject_all
from drafter.read import read_bytes
from drafter.write import build_tracked, tracked_bytes, write_tracked
from tests.corpus import corpus, shared
from tests.drafter.write.said import paragraphs, said, words
from tests.fixtures.ooxml.official import docx, paragraph, resolution_docx, run

DATE = dt.datetime(2026, 5, 4, 9, 30)
Edit = Callable[[Resolution], Resolution]


def read(data: bytes) -> Resolution:
    return read_bytes(data, "old.docx")


OLD = read(resolution_docx())


def export(old: Resolution, new: Resolution, **options: Any) -> bytes:
    comparison = compare_resolutions(old, new)
    return tracked_bytes(comparison, author="A. Delegate", date=DATE, **options)


def check(old: Resolution, new: Resolution, **options: Any) -> bytes:
    """Export, and hold it to both directions."""
    assert old.source is not None
    data = export(old, new, **options)
    assert paragraphs(reject_all(data, "A. Delegate")) == paragraphs(old.source.data)
    assert said(accept_all(data)) == words(new)
    return data


def part(data: bytes, name: str = "word/document.xml") -> str:
    return Package(data).read(name).decode()


def find(resolution: Resolution, beginning: str) -> Paragraph:
    return next(p for p in resolution.paragraphs if p.text.string.startswith(beginning))


def reworded(resolution: Resolution, before: str, after: str) -> Resolution:
    """The one place that reads ``before`` reworded."""
    for target in (*resolution.positions, *resolution.notes_by_id):
        at = resolution.text_of(target).string.find(before)
        if at >= 0:
            return apply(resolution, reword(resolution, target, at, at + len(before), after))
    raise AssertionError(before)


def test_nothing_changed_is_nothing_marked() -> None:
    data = check(OLD, OLD)
    assert "<w:ins " not in part(data) and "<w:del " not in part(data)


def test_words_change_inside_their_runs() -> None:
    data = check(OLD, reworded(OLD, "seventy-first", "seventy-third"))
    document = part(data)
    assert '<w:delText xml:space="preserve">seventy-first</w:delText>' in document
    assert '<w:t xml:space="preserve">seventy-third</w:t>' in document
    assert document.count('w:author="A. Delegate"') == 2
    assert document.count('w:date="2026-05-04T09:30:00Z"') == 2


def test_an_author_with_characters_that_no_file_holds() -> None:
    new = reworded(OLD, "seventy-first", "seventy-third")
    data = tracked_bytes(compare_resolutions(OLD, new), author="\x01A.\udce9 Delegate ")
    assert 'w:author="A. Delegate"' in part(data)


def test_parts_without_a_change_stay_byte_for_byte() -> None:
    assert OLD.source is not None
    before = Package(OLD.source.data)
    for text, touched in (
        (OLD, []),
        (reworded(OLD, "seventy-first", "seventy-third"), ["word/document.xml"]),
        (reworded(OLD, "calendar", "almanac"), ["word/footnotes.xml"]),
    ):
        after = Package(export(OLD, text))
        changed = [n for n in before.names if before.read(n) != after.read(n)]
        assert changed == touched and after.names == before.names


def test_an_inserted_paragraph_renumbers_those_behind_and_each_number_is_tracked() -> None:
    opening = Text("Invites", ((0, 7),)) + Text(" Member States to paint their bridges;")
    after = find(OLD, "Urges").id
    new = apply(OLD, InsertParagraph(after, Paragraph("p99", Kind.OPERATIVE, opening)))
    data = check(OLD, new)
    accepted, _ = paragraphs(accept_all(data))
    assert [a.split("\t")[1] for a in accepted if re.match(r"\t\d\.", a)] == [
        "1.",
        "2.",
        "3.",
        "4.",
    ]
    assert "\t2.\tInvites Member States to paint their bridges;" in accepted


def test_without_renumbering_what_is_inserted_is_numbered_bis() -> None:
    after = find(OLD, "Urges").id
    new = apply(OLD, InsertParagraph(after, Paragraph("p99", Kind.OPERATIVE, Text("Invites x;"))))
    accepted, _ = paragraphs(accept_all(export(OLD, new, renumber=False)))
    numbers = [a.split("\t")[1] for a in accepted if re.match(r"\t\d[ .]", a)]
    assert numbers == ["1.", "1 bis.", "2.", "3."]


def test_a_citation_in_a_link_gets_a_link_to_the_new_symbol_and_never_the_old() -> None:
    new_words = "72/195 of 19 December 2017"
    data = check(OLD, reworded(OLD, "68/900 of 18 December 2013", new_words))
    relations = part(data, "word/_rels/document.xml.rels")
    new = re.search(r'Target="https://undocs.org/A/RES/72/195" [^>]*Id="(\w+)"', relations)
    new = new or re.search(r'Id="(\w+)" [^>]*Target="https://undocs.org/A/RES/72/195"', relations)
    assert new is not None
    links = re.findall(r'<w:hyperlink r:id="(\w+)".*?</w:hyperlink>', part(data))
    assert new[1] in links
    old_link = re.search(r'<w:hyperlink r:id="rIdA".*?</w:hyperlink>', part(data))
    assert old_link is not None and "<w:ins " not in old_link[0] and "<w:del " in old_link[0]


def test_a_note_that_is_added_has_an_id_of_its_own() -> None:
    target = find(OLD, "Noting")
    change = note_commands.insert_note(OLD, (target.id, len(target.text)), Text("Bridge census."))
    data = check(OLD, apply(OLD, change))
    notes = part(data, "word/footnotes.xml")
    ids = re.findall(r'<w:footnote w:id="(\d+)"', notes)
    assert ids == ["1", "2", "3"]
    assert re.search(r"<w:ins [^>]*>(?:(?!</w:ins>).)*Bridge census", notes)


def test_the_first_note_of_a_file_without_notes() -> None:
    old = read(
        docx(
            paragraph(run("\tThe General Assembly,")),
            paragraph(run("\t1.\tUrges Member States to count their bridges;")),
            paragraph(run("\t2.\tDecides to remain seized of the matter.")),
        )
    )
    target = find(old, "Urges")
    new = apply(old, note_commands.insert_note(old, (target.id, 5), Text("Bridge census.")))
    data = check(old, new)
    assert "/word/footnotes.xml" in part(data, "[Content_Types].xml")
    assert "footnotes.xml" in part(data, "word/_rels/document.xml.rels")
    assert "Bridge census" in part(data, "word/footnotes.xml")


def test_notes_stand_in_the_order_of_their_references() -> None:
    first = find(OLD, "Recalling")
    change = note_commands.insert_note(OLD, (first.id, 9), Text("Bridge census."))
    data = check(OLD, apply(OLD, change))
    called = re.findall(r'<w:footnoteReference w:id="(\d+)"', part(data))
    stored = re.findall(r'<w:footnote w:id="(\d+)"', part(data, "word/footnotes.xml"))
    assert called == stored == ["1", "2", "3"]
    notes = part(data, "word/footnotes.xml")
    assert "Bridge census" in notes.split('<w:footnote w:id="2"')[0]


def test_a_note_that_is_removed_is_deleted_with_its_words() -> None:
    gone = next(n.id for n in OLD.notes if "calendar" in n.text.string)
    data = check(OLD, apply(OLD, note_commands.delete_note(OLD, gone)))
    assert '<w:delText xml:space="preserve">In the calendar' in part(data, "word/footnotes.xml")
    assert re.search(r'<w:del [^>]*><w:r>.{0,90}<w:footnoteReference w:id="2"', part(data))


def test_a_note_that_nothing_calls_is_said() -> None:
    new = replace(OLD, notes=(*OLD.notes, Footnote("n90", Text("Bridge census."))))
    data, report = build_tracked(compare_resolutions(OLD, new), author="A")
    (sentence,) = report.sentences
    assert "nothing in the text calls" in sentence and "Bridge census" in sentence
    assert paragraphs(accept_all(data)) == paragraphs(resolution_docx())


def test_a_note_is_edited_in_place() -> None:
    data = check(OLD, reworded(OLD, "calendar", "tongue"))
    notes = part(data, "word/footnotes.xml")
    assert ">calendar</w:delText>" in notes and ">tongue</w:t>" in notes


def test_a_repeated_cue_of_a_new_note_is_a_field_that_finds_it() -> None:
    target, other = find(OLD, "Noting"), find(OLD, "Requests")
    new = apply(OLD, note_commands.insert_note(OLD, (target.id, 6), Text("Census.")))
    added = next(n.id for n in new.notes if n.text.string == "Census.")
    new = apply(new, note_commands.cite_again(new, (other.id, 8), added))
    document = part(check(OLD, new))
    name = re.search(r"NOTEREF (_Ref9\d+)", document)
    assert name is not None and f'w:name="{name[1]}"' in document


def test_repeated_cues_live_on_when_the_first_one_goes() -> None:
    first = find(OLD, "Recalling")
    at = OLD.positions[first.id]
    data = check(OLD, apply(OLD, DeleteParagraph(OLD.paragraphs[at - 1].id, first)))
    ids = re.findall(r'<w:footnoteReference w:id="(\d+)"', part(data))
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("moves", ["move", "delete"])
def test_a_moved_paragraph(moves: str) -> None:
    noting, recalling = find(OLD, "Noting"), find(OLD, "Recalling")
    speaker = OLD.paragraphs[OLD.positions[recalling.id] - 1]
    new = apply(OLD, MoveParagraph(noting.id, recalling.id, speaker.id))
    document = part(check(OLD, new, moves=moves))
    assert ("<w:moveFrom " in document) == ("<w:moveTo " in document) == (moves == "move")
    names = re.findall(r'<w:move(?:From|To)RangeStart [^>]*w:name="(\w+)"', document)
    assert len(names) == (2 if moves == "move" else 0) and len(set(names)) <= 1


def test_a_moved_and_reworded_paragraph_holds_no_deletion_inside_the_move() -> None:
    """LibreOffice leaves such words behind, accepted or rejected."""
    noting, recalling = find(OLD, "Noting"), find(OLD, "Recalling")
    speaker = OLD.paragraphs[OLD.positions[recalling.id] - 1]
    new = apply(OLD, MoveParagraph(noting.id, recalling.id, speaker.id))
    document = part(check(OLD, reworded(new, "of wood", "of stone")))
    assert "<w:moveTo " in document and not re.search(r"<w:moveTo [^>]*><w:del ", document)


def test_split_and_join_are_paragraph_marks() -> None:
    noting = find(OLD, "Noting")
    at = noting.text.string.index("are older")
    split = structure.split(OLD, noting.id, at)
    assert split is not None
    document = part(check(OLD, apply(OLD, split)))
    assert re.search(r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>", document)
    joined = structure.join(OLD, find(OLD, "The river").id)
    assert joined is not None
    document = part(check(OLD, apply(OLD, joined)))
    assert re.search(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", document)


def test_italics_are_a_tracked_change_of_formatting() -> None:
    target = find(OLD, "Requests")
    wider = SetEmphasis(target.id, target.text.emphasis, ((0, 22),))
    document = part(check(OLD, apply(OLD, wider)))
    assert document.count("<w:rPrChange") == 1 and "<w:del " not in document


def test_the_session_line_follows_the_masthead() -> None:
    new = replace(OLD, masthead=replace(OLD.masthead, session="72", agenda_item="15"))
    accepted, _ = paragraphs(accept_all(check(OLD, new)))
    assert accepted[:2] == ["Seventy-second session", "Agenda item 15"]


def test_earlier_tracked_changes_keep_their_authors() -> None:
    old_data = resolution_docx()
    text = part(old_data)
    earlier = '<w:ins w:id="4" w:author="Editor"><w:r><w:t>very old </w:t></w:r></w:ins>'
    at = text.index('<w:r><w:t xml:space="preserve"> that many bridges')
    data = Package(old_data).with_parts(
        {"word/document.xml": (text[:at] + earlier + text[at:]).encode()}
    )
    old = read(data)
    out = check(old, reworded(old, "very old", "rather young"))
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', part(out))
    assert len(ids) == len(set(ids))
    assert 'w:author="Editor"' in part(reject_all(out, "A. Delegate"))


def test_everything_new_and_everything_gone() -> None:
    fresh = tuple(
        Paragraph(f"p{i}", Kind.PREAMBULAR, Text(f"Welcoming the {i} winds of the north,"))
        for i in range(50, 54)
    )
    kept = tuple(p for p in OLD.paragraphs if p.kind in (Kind.TITLE, Kind.SPEAKER))
    check(OLD, replace(OLD, paragraphs=(*kept, *fresh), notes=()))


def test_a_text_from_elsewhere_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnwritableFile, match="Word file"):
        export(replace(OLD, source=None), OLD)


def test_writing_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    comparison = compare_resolutions(OLD, reworded(OLD, "seventy-first", "seventy-third"))
    write_tracked(comparison, path, author="A")
    assert zipfile.is_zipfile(BytesIO(path.read_bytes()))
    with pytest.raises(UnwritableFile):
        write_tracked(comparison, tmp_path / "none" / "out.docx", author="A")


# random edits

PHRASES = (
    "the further",
    "resolution 74/175 of 18 December 2019",
    "“deltas” and",
    "rivers,",
    "also",
)


@st.composite
def edited(draw: st.DrawFn, old: Resolution) -> Resolution:
    new = old
    for _ in range(draw(st.integers(1, 5))):
        change = draw(_changes(new))
        if change is not None:
            try:
                new = apply(new, change)
            except DoesNotFit:
                continue
    return new


@st.composite
def _changes(draw: st.DrawFn, now: Resolution) -> Change | None:
    body = [
        p
        for p in now.paragraphs
        if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
        and len(p.text.string.split()) > 3
    ]
    if len(body) < 3:
        return None
    paragraph = draw(st.sampled_from(body))
    text = paragraph.text
    spans = [m.span() for m in re.finditer(r"\S+", text.string)]
    start, end = draw(st.sampled_from(spans[1:]))
    phrase = draw(st.sampled_from(PHRASES))
    kind = draw(st.sampled_from(("word", "add", "cut", "split", "join", "up", "note", "cue", "new",
                                 "gone", "lose", "reword note")))  # fmt: skip
    match kind:
        case "word":
            return reword(now, paragraph.id, start, end, phrase)
        case "add":
            return ReplaceText(paragraph.id, end, Text(), Text(f" {phrase}"))
        case "cut":
            return ReplaceText(paragraph.id, start, text.slice(start, end), Text())
        case "split":
            return structure.split(now, paragraph.id, start)
        case "join":
            return structure.join(now, paragraph.id)
        case "up":
            return structure.move_up(now, paragraph.id)
        case "note":
            return note_commands.insert_note(now, (paragraph.id, end), Text(f"See {phrase}."))
        case "cue" if now.notes:
            note: Footnote = draw(st.sampled_from(now.notes))
            return note_commands.cite_again(now, (paragraph.id, end), note.id)
        case "lose" if now.notes:
            return note_commands.delete_note(now, draw(st.sampled_from(now.notes)).id)
        case "reword note" if now.notes:
            note = draw(st.sampled_from(now.notes))
            size = len(note.text.string.split(" ")[0])
            return reword(now, note.id, 0, size, phrase)
        case "new":
            opening = Text("Emphasizes", ((0, 10),)) + Text(f" {phrase} and {phrase};")
            added = Paragraph(now.fresh_id("p"), paragraph.kind, opening, paragraph.level)
            return InsertParagraph(paragraph.id, added)
        case "gone":
            before = now.paragraphs[now.positions[paragraph.id] - 1].id
            return DeleteParagraph(before, paragraph)
        case _:
            return None


@given(edited(OLD), st.sampled_from(("move", "delete")))
def test_any_edit_can_be_taken_back_and_accepted(new: Resolution, moves: str) -> None:
    check(OLD, new, moves=moves)


# the corpus


def _validator() -> Any:
    path = shared("tools", "validate_docx.py")
    spec = spec_from_file_location("validate_docx", path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules.setdefault("validate_docx", module)
    spec.loader.exec_module(module)
    return module


def test_seeds_on_the_official_file(tmp_path: Path) -> None:
    from lxml import etree

    validator = _validator()
    schema = etree.XMLSchema(etree.parse(str(validator.SCHEMA)))
    old = read(corpus("word", "A_RES_72_194__N1746299.DOC").read_bytes())
    for path in sorted(corpus("seeds").glob("*.txt")):
        data = check(old, read_bytes(path.read_bytes(), path.name))
        out = tmp_path / "out.docx"
        out.write_bytes(data)
        assert validator.check(str(out), schema) == []
