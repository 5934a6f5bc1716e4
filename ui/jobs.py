"""Work in the background: on immutable snapshots, late results dropped, nothing raised unheard.

A job is a function of values that never change, so no lock is needed. Jobs of one *topic* follow
each other: a new one makes the result of the last unwanted. Tests run jobs on the spot.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

Done = Callable[[Any], None]


class Jobs(QObject):
    """Runs functions in a thread pool and hands their results to the main thread."""

    busy_changed = Signal(str)
    """What is being worked on, in words; "" when all is done."""
    failed = Signal(str, str)
    """A sentence, and the details to copy, of an exception nobody else takes."""
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self.synchronous = synchronous
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._latest: dict[str, _Job] = {}
        self._running: dict[_Job, str] = {}
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        topic: str,
        words: str,
        function: Callable[[], Any],
        done: Done,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``function`` and call ``done`` with its result, unless a newer job of the topic
        was started or the topic was cancelled. ``words`` says what is being done."""
        job = _Job(topic, function, done, failed)
        self._latest[topic] = job
        self._running[job] = words
        if self.synchronous:
            job.run()
            self._finish(job)
            return
        self.busy_changed.emit(words)
        self._pool.start(_Runnable(job, self._finished))

    def cancel(self, topic: str | None = None) -> None:
        """Drop what a topic (or everything) would give."""
        for name in [topic] if topic else list(self._latest):
            self._latest.pop(name, None)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait until nothing runs; results still come through the event loop."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _finish(self, job: _Job) -> None:
        self._running.pop(job, None)
        wanted = self._latest.get(job.topic) is job
        if wanted:
            del self._latest[job.topic]
        self.busy_changed.emit(next(iter(self._running.values()), ""))
        if not wanted:
            return
        if job.error is None:
            job.done(job.result)
        elif job.failed is not None:
            job.failed(job.error)
        else:
            self.failed.emit(str(job.error) or type(job.error).__name__, job.details)


class _Job:
    def __init__(
        self,
        topic: str,
        function: Callable[[], Any],
        done: Done,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.topic, self.function, self.done, self.failed = topic, function, done, failed
        self.result: Any = None
        self.error: Exception | None = None
        self.details = ""

    def run(self) -> None:
        try:
            self.result = self.function()
        except Exception as error:
            self.error = error
            self.details = traceback.format_exc()


class _Runnable(QRunnable):
    def __init__(self, job: _Job, finished: Any) -> None:
        super().__init__()
        self._job, self._finished = job, finished

    def run(self) -> None:
        self._job.run()
        try:
            self._finished.emit(self._job)
        except RuntimeError:
            pass  # the window closed meanwhile
