"""The command line keeps its contract: shapes, exit statuses, one sentence for bad input."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

import docx
import pytest

import drafter.cli
from drafter.resources import sample_folder
from drafter.un import catalogue

CYCLE = ["--organ", "A/C.2", "--session", "80", "--date", "2025-10-20"]


@pytest.fixture
def sample() -> str:
    return str(next(sample_folder().glob("*.docx")))


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._monkeypatch.setattr(sys, "argv", ["drafter", *arguments])
        with pytest.raises(SystemExit) as stop:
            drafter.cli.main()
        out, err = self._capsys.readouterr()
        return int(stop.value.code or 0), out, err


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


def test_read_gives_one_object_a_line_and_goes_on_after_a_bad_file(
    shell: Shell, sample: str, tmp_path: Path
) -> None:
    bad = tmp_path / "empty.docx"
    bad.touch()
    status, out, err = shell("read", "--json", str(bad), sample)
    first, second = (json.loads(line) for line in out.splitlines())
    assert status == 3
    assert set(first) == {"path", "error"}
    assert "is empty" in first["error"]
    assert first["error"] in err
    assert second["path"] == sample
    assert second["schema"] == 1
    assert second["paragraphs"][0].keys() >= {
        "label", "kind", "level", "number", "text", "emphasis", "cues",
    }  # fmt: skip
    labels = [p["label"] for p in second["paragraphs"]]
    assert len(labels) == len(set(labels))


def test_compare_accounts_for_every_label_of_both_files(shell: Shell, sample: str) -> None:
    status, out, _ = shell("compare", "--json", sample, sample)
    report = json.loads(out)
    assert status == 0
    assert {row["change"] for row in report["rows"]} == {"same"}
    _, read, _ = shell("read", "--json", sample)
    named = {p["label"] for p in json.loads(read)["paragraphs"]}
    assert named <= {label for row in report["rows"] for label in row["new"]}


def test_suggest_names_places_that_hold_the_words_to_replace(shell: Shell, sample: str) -> None:
    status, out, err = shell("suggest", "--json", sample, *CYCLE)
    report = json.loads(out)
    _, read, _ = shell("read", "--json", sample)
    texts = json.loads(read)
    found = {p["label"]: p["text"] for p in (*texts["paragraphs"], *texts["footnotes"])}
    assert status == 0
    assert "worked out:" in err
    assert report["cycle"]["adopting"] == "A"
    replacements = [s for s in report["suggestions"] if s["op"] == "replace"]
    assert {s["rule"] for s in replacements} >= {"report-back", "predecessor"}
    for one in replacements:
        text = found.get(one["paragraph"], texts["title"])
        assert text[one["start"] : one["end"]] == one["before"]


def test_update_writes_the_clean_and_the_tracked_draft(
    shell: Shell, sample: str, tmp_path: Path
) -> None:
    clean, tracked = tmp_path / "draft.docx", tmp_path / "tracked.docx"
    status, _, err = shell("update", sample, *CYCLE, "-o", str(clean), "--tracked", str(tracked))
    assert status == 0, err
    _, out, _ = shell("compare", "--json", str(clean), str(tracked))
    # The masthead in the header is left to the Secretariat, which issues symbols.
    rows = [row for row in json.loads(out)["rows"] if "masthead" not in str(row)]
    assert {row["change"] for row in rows} == {"same"}
    _, original, _ = shell("read", "--json", "--view", "original", str(tracked))
    _, old, _ = shell("read", "--json", sample)
    assert json.loads(original)["paragraphs"] == json.loads(old)["paragraphs"]


def test_update_takes_the_paper_that_is_asked_for(
    shell: Shell, sample: str, tmp_path: Path
) -> None:
    widths: dict[str, int] = {}
    for paper in ("letter", "a4"):
        clean = tmp_path / f"{paper}.docx"
        status, _, err = shell("update", sample, *CYCLE, "-o", str(clean), "--paper", paper)
        assert status == 0, err
        widths[paper] = docx.Document(str(clean)).sections[0].page_width.twips
    assert widths == {"letter": 12240, "a4": 11906}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["read", "nowhere.docx"], 3),
        (["frobnicate"], 2),
        (["compare", "one"], 2),
        (["suggest", "SAMPLE", "--date", "yesterday"], 2),
        (["suggest", "SAMPLE", "--organ", "Parliament"], 2),
        (["export", "SAMPLE", "-o", "nowhere/out.docx"], 4),
        (["export", "SAMPLE", "-o", "out.xyz"], 4),
        (["export", "SAMPLE", "-o", "out.docx", "--tracked"], 2),
        (["export", "SAMPLE", "-o", "out.docx", "--against", "SAMPLE"], 2),
        (["export", "SAMPLE", "-o", "out.html", "--against", "SAMPLE", "--tracked"], 4),
    ],
)
def test_what_goes_wrong_has_its_status_and_a_sentence(
    shell: Shell, sample: str, arguments: list[str], status: int,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    got, out, err = shell(*(sample if a == "SAMPLE" else a for a in arguments))
    assert got == status
    assert "Traceback" not in out + err
    assert err.strip()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "FILE", "-o", "FILE"],
        ["export", "SAMPLE", "-o", "FILE", "--against", "FILE", "--tracked"],
        ["export", "SAMPLE", "-o", "LINK", "--against", "FILE", "--tracked"],
        ["compare", "SAMPLE", "FILE", "-o", "FILE"],
        ["update", "FILE", *CYCLE, "-o", "new.docx", "--tracked", "FILE"],
        ["update", "SAMPLE", *CYCLE, "-o", "new.docx", "--tracked", "new.docx"],
    ],
)
def test_a_file_that_is_read_is_never_written_over(
    shell: Shell, sample: str, arguments: list[str], tmp_path: Path
) -> None:
    file, link = tmp_path / "last.docx", tmp_path / "link.docx"
    file.write_bytes(Path(sample).read_bytes())
    link.hardlink_to(file)
    names = {"SAMPLE": sample, "FILE": str(file), "LINK": str(link)}
    status, _, err = shell(*(names.get(one, one) for one in arguments))
    assert status == 4
    assert "choose another name" in err
    assert file.read_bytes() == Path(sample).read_bytes()


def test_the_catalogue_says_what_it_knows(shell: Shell) -> None:
    status, out, _ = shell("catalogue", "show", "70/177")
    assert status == 0
    assert out.startswith("A/RES/70/177  2015-12-17")
    assert shell("catalogue", "show", "A/RES/999/1")[0] == 3
    assert catalogue.load().get("A/RES/999/1") is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_result_that_finds_no_space_is_said_in_one_sentence(
    shell: Shell, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 (closing it fails too)
    monkeypatch.setattr(sys, "stdout", full)
    status, _, err = shell("read", "--json", sample)
    with contextlib.suppress(OSError):
        full.close()
    assert status == 4
    assert "no space is left" in err and err.count("\n") == 1
