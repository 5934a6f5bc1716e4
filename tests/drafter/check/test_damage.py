"""Nothing is said about any of the known cases of damage, each where it stands in the seeds."""

from __future__ import annotations

import json
import re

from drafter.check import check_resolution
from drafter.read import read_file
from drafter.un import catalogue
from tests.corpus import corpus, shared

NOT_TEXT = re.compile(r"\[\^\d+\]|\(italic\)\s*|^\d+\. ")


def test_no_finding_lies_in_what_a_known_repair_mended() -> None:
    cases = json.loads(shared("domain", "repairs.json").read_text("utf-8"))
    known = catalogue.load()
    seeds = {path.name[:3]: read_file(path) for path in corpus("seeds").glob("*.txt")}
    findings = {name: check_resolution(text, catalogue=known) for name, text in seeds.items()}
    placed = set()
    for case in cases:
        repaired = NOT_TEXT.sub("", case["repaired"])
        text = seeds.get(case["file"])
        if text is None or not repaired:
            continue
        for one in (*text.paragraphs, *text.notes):
            for match in re.finditer(re.escape(repaired), one.text.string):
                placed.add(case["id"])
                inside = [
                    (found.rule, found.start, found.end)
                    for found in findings[case["file"]]
                    if found.target == one.id
                    and match.start() <= found.start
                    and found.end <= match.end()
                ]
                assert not inside, case
    # The others are furniture, notes and metadata, of which nothing stays in a paragraph.
    assert len(placed) >= 33


def test_marks_whose_notes_were_lost_or_are_asked_about_are_no_findings() -> None:
    """Seed 000 lost its notes (repairs E-05), seed 002 has a stale cross-reference (E-20)."""
    for name in ("000", "002"):
        text = read_file(next(corpus("seeds").glob(f"{name}_*")))
        assert text.reading.repairs or text.reading.questions
        rules = {one.rule for one in check_resolution(text)}
        assert not rules & {"cue-without-note", "note-without-cue", "cue-before-punctuation"}


def test_what_the_drafter_wrote_wrong_is_a_finding() -> None:
    """E-47 is the drafter's own: a comma before "and", and one at the end of the footnote."""
    text = read_file(next(corpus("seeds").glob("004_*")))
    note = text.notes[0].id
    rules = {one.rule for one in check_resolution(text) if one.target == note}
    assert {"list-comma", "note-ending"} <= rules
