"""Two windows never fight over one draft without knowing of each other."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from drafter.draft.lock import STALE, DraftLock, Holder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "mine.resolution"


def _written_by(draft: Path, machine: str, process: int, ago: dt.timedelta) -> None:
    """A lock that somebody else left or holds."""
    lock = DraftLock(draft)
    since = dt.datetime.now(dt.UTC) - ago
    lock.file.write_bytes(msgspec.json.encode(Holder("Ana", machine, process, since, "theirs")))
    os.utime(lock.file, (since.timestamp(), since.timestamp()))


def test_the_second_window_is_told_who_has_it(draft: Path) -> None:
    first, second = DraftLock(draft), DraftLock(draft)
    assert first.acquire() is None
    holder = second.acquire()
    assert holder is not None
    assert holder.process == os.getpid()
    assert holder.person and holder.machine
    assert dt.datetime.now(dt.UTC) - holder.since < dt.timedelta(minutes=1)
    first.release()
    assert second.acquire() is None


def test_a_lock_of_another_machine_counts_while_it_is_fresh(draft: Path) -> None:
    _written_by(draft, "elsewhere", 1, dt.timedelta(minutes=1))
    holder = DraftLock(draft).acquire()
    assert holder is not None
    assert (holder.person, holder.machine) == ("Ana", "elsewhere")


def test_a_lock_nobody_wrote_for_long_is_stale(draft: Path) -> None:
    _written_by(draft, "elsewhere", 1, STALE + dt.timedelta(minutes=1))
    assert DraftLock(draft).acquire() is None


def test_a_lock_of_a_dead_process_of_this_machine_is_stale(draft: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    _written_by(draft, DraftLock(draft)._mine.machine, ended.pid, dt.timedelta(seconds=1))
    assert DraftLock(draft).acquire() is None


def test_a_lock_with_nothing_in_it_stops_nobody(draft: Path) -> None:
    lock = DraftLock(draft)
    lock.file.write_bytes(b"\x00garbage")
    assert lock.acquire() is None
    assert lock.held


def test_who_took_it_over_is_noticed_and_keeps_it(draft: Path) -> None:
    first, second = DraftLock(draft), DraftLock(draft)
    first.acquire()
    assert second.take() is None
    taker = first.refresh()
    assert taker is not None
    first.release()
    assert DraftLock(draft).acquire() is not None, "the first window gave up what was not its own"
    second.release()
    assert not second.file.exists()


def test_a_folder_nobody_may_write_needs_no_lock(tmp_path: Path) -> None:
    lock = DraftLock(tmp_path / "gone" / "mine.resolution")
    assert lock.acquire() is None
    assert not lock.held
    assert lock.refresh() is None
    lock.release()
