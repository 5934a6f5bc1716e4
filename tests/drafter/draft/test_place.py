"""A draft is never overwritten unseen, and whatever the disk does the text is still there."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from drafter.draft import ChangedMeanwhile, Draft, Place, begin, load_draft, save_draft
from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.model import Kind, Paragraph, Resolution, Text


def _draft(words: str) -> Draft:
    return begin(Resolution((Paragraph("p1", Kind.TITLE, Text(words)),)))


MINE, THEIRS = _draft("mine"), _draft("theirs")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.resolution"
    save_draft(_draft("before"), path)
    return path


def test_what_somebody_else_wrote_is_not_overwritten_unseen(path: Path) -> None:
    place = Place(path)
    place.load()
    save_draft(THEIRS, path)
    with pytest.raises(ChangedMeanwhile, match="changed by somebody else") as told:
        place.save(MINE)
    assert told.value.when == place.changed()
    assert load_draft(path) == THEIRS
    place.save(MINE, over=True)
    assert load_draft(path) == MINE
    place.save(THEIRS)


def test_the_same_file_with_another_time_was_not_changed(path: Path) -> None:
    place = Place(path)
    place.load()
    os.utime(path, (1, 1))
    assert place.changed() is None
    place.save(MINE)


def test_a_change_that_keeps_size_and_time_is_noticed_too(path: Path) -> None:
    place = Place(path)
    place.load()
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert place.changed() is not None


def test_a_draft_that_was_taken_away_is_written_again(path: Path) -> None:
    place = Place(path)
    place.load()
    path.unlink()
    place.save(MINE)
    assert load_draft(path) == MINE


def test_a_drive_that_was_pulled_out_is_told_and_the_next_save_works(path: Path) -> None:
    place = Place(path)
    place.load()
    place.lock()
    shutil.rmtree(path.parent)
    with pytest.raises(UnwritableFile, match="its folder is not there"):
        place.save(MINE)
    assert place.refresh() is None
    path.parent.mkdir()
    place.save(MINE)
    assert load_draft(path) == MINE
    place.close()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the drive does not answer"),
        (errno.ESTALE, "the drive does not answer"),
    ],
)
@pytest.mark.parametrize("where", ["mkstemp", "fsync", "replace"])
def test_whatever_the_system_says_is_one_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, where: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    target = {
        "mkstemp": "drafter.files.tempfile.mkstemp",
        "fsync": "os.fsync",
        "replace": "drafter.files._replace",
    }[where]
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(target, fails)
        with pytest.raises(UnwritableFile, match=words) as told:
            Place(path).save(MINE, over=True)
    assert str(told.value).count(". ") == 0
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_flushed_is_no_failure(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "a network folder")
        flush(handle)

    monkeypatch.setattr(os, "fsync", files_only)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_link_is_written_through(path: Path) -> None:
    link = path.with_name("link.resolution")
    link.symlink_to(path)
    Place(link).save(MINE)
    assert link.is_symlink()
    assert load_draft(path) == MINE


def test_what_a_killed_program_left_beside_a_file_is_cleared(path: Path) -> None:
    left = path.with_name(f".{path.name}.abc.tmp")
    fresh = path.with_name(f".{path.name}.def.tmp")
    for file in (left, fresh):
        file.write_bytes(b"half")
    os.utime(left, (1, 1))
    save_draft(MINE, path)
    assert not left.exists()
    assert fresh.exists(), "another window may be writing it"


def test_a_recovery_copy_does_not_overwrite_what_was_saved_after_it(path: Path) -> None:
    saved = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    earlier, later = Place(path), Place(path)
    later.expect(saved + dt.timedelta(minutes=1))
    assert later.changed() is None
    earlier.expect(saved - dt.timedelta(minutes=1))
    with pytest.raises(ChangedMeanwhile):
        earlier.save(MINE)
