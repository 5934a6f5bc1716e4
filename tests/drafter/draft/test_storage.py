"""A saved draft comes back whole, or is refused in a sentence; it is never half there."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.draft import (
    Draft,
    Version,
    begin,
    draft_bytes,
    draft_from_bytes,
    load_draft,
    save_draft,
    storage,
)
from drafter.errors import UnreadableFile, UnwritableFile
from drafter.model import Cue, Cycle, Kind, Masthead, Paragraph, Resolution, Source, Span, Text
from tests.strategies import resolutions

CYCLE = Cycle("A/C.2", "80", dt.date(2025, 10, 1), "A", "80", "18 (c)", ("Samoa",))


@given(resolutions(), resolutions())
def test_a_draft_comes_back_as_it_was_saved(base: Resolution, text: Resolution) -> None:
    source = Source("old.docx", "docx", b"bytes", "final", {"p1": (Span(0, 3, "b4", 2),)})
    sourced = Resolution(
        base.paragraphs,
        base.notes,
        Masthead(date=dt.date(2023, 12, 19), submitters=("Japan",)),
        source,
    )
    saved = dt.datetime(2025, 10, 1, 23, 14, tzinfo=dt.UTC)
    draft = Draft(text, sourced, CYCLE, ("s1",), (Version("Rev.1", saved, text),), ("f1",))
    again = draft_from_bytes(draft_bytes(draft), "x")
    assert again == draft
    assert again.base is not None
    assert again.base.source == source


def test_a_new_draft_knows_what_each_paragraph_came_from() -> None:
    base = Resolution((Paragraph("p1", Kind.PREAMBULAR, Text("Noting,")),))
    assert [p.origin for p in begin(base).text.paragraphs] == ["p1"]


def _bytes(schema: int = 1) -> bytes:
    data = draft_bytes(begin(Resolution((Paragraph("p1", Kind.PLAIN, Text("words")),))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        stored = json.loads(archive.read("draft.json"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("draft.json", json.dumps({**stored, "schema": schema}))
    return buffer.getvalue()


def test_a_draft_of_a_newer_program_is_refused_politely() -> None:
    with pytest.raises(UnreadableFile, match="newer Drafter"):
        draft_from_bytes(_bytes(99), "a.resolution")


@given(st.data())
def test_damaged_bytes_are_refused_in_a_sentence_or_read_whole(data: st.DataObject) -> None:
    whole = bytearray(_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        draft_from_bytes(cut, "a.resolution")
    except UnreadableFile as error:
        assert str(error).startswith("a.resolution ")


def test_a_failed_save_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "a.resolution"
    save_draft(begin(Resolution()), path)
    before = path.read_bytes()
    with pytest.raises(UnwritableFile, match="its folder is not there"):
        save_draft(begin(Resolution()), tmp_path / "gone" / "a.resolution")
    with pytest.raises(UnwritableFile, match="a folder has that name"):
        save_draft(begin(Resolution()), tmp_path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.resolution"]  # noqa: PTH208


def test_a_full_disk_is_told_and_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.resolution"
    save_draft(begin(Resolution()), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match="the disk is full"):
        save_draft(begin(Resolution((Paragraph("p1", Kind.PLAIN),))), path)
    assert path.read_bytes() == before
    assert load_draft(path).text == Resolution()


def test_a_draft_in_which_two_things_have_one_id_is_refused() -> None:
    twice = (Paragraph("p1", Kind.PLAIN, Text("a")), Paragraph("p1", Kind.PLAIN, Text("b")))
    with pytest.raises(UnreadableFile, match="not a whole saved draft"):
        draft_from_bytes(draft_bytes(Draft(Resolution(twice))), "x")


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "members",
    [
        {"draft.json": b" " * (65 * 2**20)},
        {"draft.json": b"[" * 100_000},
        {"draft.json": b'{"schema": 1, "text": {"paragraphs": 5}}'},
        {"draft.json": b'{"schema": true}'},
        {"draft.json": b"\xff\xfe"},
        {f"source/{i}": b"" for i in range(1001)} | {"draft.json": b"{}"},
        {"other.json": b"{}"},
    ],
    ids=["bomb", "nested", "shape", "schema", "encoding", "members", "missing"],
)
def test_a_hostile_file_is_refused_in_a_sentence(members: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableFile, match="x is not a whole saved draft"):
        draft_from_bytes(_zip(members), "x")


def test_a_range_outside_its_text_is_refused() -> None:
    content = json.dumps(
        {
            "schema": 1,
            "text": {
                "paragraphs": [
                    {"id": "p1", "kind": "plain", "text": {"string": "ab", "emphasis": [[0, 9]]}}
                ],
                "notes": [],
                "masthead": {},
            },
        }
    )
    with pytest.raises(UnreadableFile):
        draft_from_bytes(_zip({"draft.json": content.encode()}), "x")


def test_a_cue_whose_note_is_not_there_is_lost_and_not_a_fault() -> None:
    text = Text("ab", (), (Cue(1, "n9", "7"),))
    again = draft_from_bytes(
        draft_bytes(Draft(Resolution((Paragraph("p1", Kind.PLAIN, text),)))), "x"
    )
    assert again.text.text_of("p1").cues == (Cue(1, None, "7"),)


def test_an_older_draft_is_carried_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def two(found: dict[str, object]) -> dict[str, object]:
        return {**found, "schema": 2, "skipped": ["from one"]}

    def three(found: dict[str, object]) -> dict[str, object]:
        return {**found, "schema": 3, "skipped": [*found["skipped"], "from two"]}  # type: ignore[misc]

    monkeypatch.setattr(storage, "SCHEMA", 3)
    monkeypatch.setattr(storage, "_MIGRATIONS", {1: two, 2: three})
    assert draft_from_bytes(_bytes(1), "x").skipped == ("from one", "from two")


def test_every_earlier_schema_has_a_migration() -> None:
    assert sorted(storage._MIGRATIONS) == list(range(1, storage.SCHEMA))
