"""The verbs put together, as window and shell call them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafter import workflow
from drafter.draft import begin, save_draft
from drafter.errors import DrafterError
from drafter.model import Kind, Masthead, Paragraph, Resolution, Text, numbers
from drafter.read import read_bytes
from drafter.resources import sample_folder
from drafter.un import catalogue

TODAY = dt.date(2025, 10, 20)


@pytest.fixture
def sample() -> Resolution:
    return workflow.open_any(next(sample_folder().glob("*.docx")))


def _strings(resolution: Resolution) -> list[str]:
    return [p.text.string for p in resolution.paragraphs]


def test_the_cycle_is_worked_out_from_the_file_and_the_date(sample: Resolution) -> None:
    cycle, said = workflow.work_out_cycle(sample, date=TODAY)
    assert (cycle.organ, cycle.session) == ("A/C.2", "80")
    assert (cycle.adopting, cycle.adopting_session) == ("A", "80")
    assert any("Second Committee" in sentence for sentence in said)


def test_what_a_commission_tables_in_may_is_adopted_in_the_autumn(sample: Resolution) -> None:
    may = dt.date(2017, 5, 22)
    cycle, _ = workflow.work_out_cycle(sample, organ="E/CN.15", session="26", date=may)
    assert (cycle.adopting, cycle.adopting_session) == ("A", "72")


def test_an_organ_can_be_named_and_one_that_is_none_is_refused(sample: Resolution) -> None:
    cycle, _ = workflow.work_out_cycle(sample, organ="Third Committee", date=TODAY)
    assert cycle.organ == "A/C.3"
    with pytest.raises(DrafterError, match="is no organ known here"):
        workflow.work_out_cycle(sample, organ="Parliament", date=TODAY)


def test_the_main_job_leaves_last_cycles_text_as_it_was(sample: Resolution) -> None:
    cycle = workflow.default_cycle(sample, TODAY)
    before = _strings(sample)
    done = workflow.update(sample, cycle, catalogue.load(), "likely")
    assert _strings(sample) == before
    assert done.draft.base is sample
    assert len(done.taken) == sum(s.confidence != "ask" for s in done.suggestions)
    only_certain = workflow.update(sample, cycle, catalogue.load(), "certain")
    assert {s.confidence for s in only_certain.taken} == {"certain"}


def test_changes_to_a_text_that_was_no_word_file_are_tracked_on_a_fresh_one() -> None:
    old = Resolution(
        (
            Paragraph("p1", Kind.TITLE, Text("River deltas")),
            Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,", ((0, 20),))),
            Paragraph("p3", Kind.OPERATIVE, Text("Urges care;", ((0, 5),))),
            Paragraph("p4", Kind.OPERATIVE, Text("Requests a report.", ((0, 8),))),
        ),
        (),
        Masthead(organ="General Assembly", session="80", distribution="Limited"),
    )
    new = begin(old).text
    new = Resolution((*new.paragraphs[:2], new.paragraphs[3]), (), new.masthead)
    data = workflow.tracked_bytes(old, new, author="Samoa")
    accepted, rejected = read_bytes(data, "x.docx"), read_bytes(data, "x.docx", view="original")
    assert _strings(rejected) == _strings(old)
    assert _strings(accepted) == _strings(new)
    assert numbers(accepted)[accepted.paragraphs[-1].id] == "1"


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".html", ".resolution"])
def test_what_is_exported_reads_back(sample: Resolution, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    workflow.export(sample, path)
    words = [" ".join(s.replace("\xa0", " ").split()) for s in _strings(sample)]
    again = _strings(workflow.open_any(path))
    read = [" ".join(s.replace("\xa0", " ").split()) for s in again]
    assert read == words


def test_a_saved_draft_opens_with_the_official_file_it_was_made_from(
    sample: Resolution, tmp_path: Path
) -> None:
    path = tmp_path / "mine.resolution"
    save_draft(begin(sample, workflow.default_cycle(sample, TODAY)), path)
    draft = workflow.open_draft(path, TODAY)
    assert draft.base == sample
    assert draft.base is not None
    assert draft.base.source == sample.source
    assert workflow.tracked_bytes(draft.base, draft.text, author="x")[:2] == b"PK"


def test_many_files_are_read_in_order_on_all_cores(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{i}.txt") for i in range(20)]
    assert list(workflow.read_many(paths, len, processes=2)) == [len(path) for path in paths]
