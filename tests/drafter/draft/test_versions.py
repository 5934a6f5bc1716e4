"""Named versions: kept whole with the draft, under names that tell them apart."""

from __future__ import annotations

import datetime as dt

from drafter.draft import Draft, draft_bytes, draft_from_bytes
from drafter.draft.versions import next_name, renamed, with_version
from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text

NOW = dt.datetime(2026, 5, 4, 23, 14, tzinfo=dt.UTC)
TEXT = Resolution(
    (Paragraph("p1", Kind.OPERATIVE, Text("Decides;", ((0, 7),), (Cue(8, "n1"),))),),
    (Footnote("n1", Text("A/70/911.")),),
)


def test_names_go_on_from_the_last() -> None:
    versions = with_version((), next_name(()), TEXT, NOW)
    assert next_name(versions) == "Rev.1"
    versions = with_version(versions, "Rev.1", TEXT, NOW)
    assert next_name(versions) == "Rev.2"
    versions = with_version(versions, " Rev.1 ", TEXT, NOW)
    assert [v.name for v in versions] == ["Zero draft", "Rev.1", "Rev.1 (2)"]
    assert [v.name for v in renamed(versions, 2, "Zero draft")][2] == "Zero draft (2)"


def test_versions_and_words_come_back_from_the_file() -> None:
    draft = Draft(TEXT, TEXT, versions=with_version((), "Rev.1", TEXT, NOW), words=("zorblax",))
    again = draft_from_bytes(draft_bytes(draft), "x.resolution")
    assert again.versions == draft.versions
    assert again.words == ("zorblax",)
