"""Work in the background: on immutable snapshots, late results dropped, nothing raised unheard.

A job is a function of values that never change, so no lock is needed. Jobs of one *topic* follow
each other: a new one makes the result of the last unwanted. One that may be stopped ends soon after
it is cancelled. Tests run jobs on the spot.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)

from drafter import libraries
from drafter.errors import Cancelled

Done = Callable[[Any], None]


class Jobs(QObject):
    """Runs functions in a thread pool and hands their results to the main thread."""

    busy_changed = Signal(str)
    """What is being worked on, in words; "" when all is done."""
    failed = Signal(str, str)
    """A sentence, and the details to copy, of an exception nobody else takes."""
    _finished = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, synchronous: bool = False, threads: int = 2
    ) -> None:
        super().__init__(parent)
        self.synchronous = synchronous
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._latest: dict[str, _Job] = {}
        self._running: dict[_Job, str] = {}
        self._waiting: list[_Job] = []
        self._begin = QTimer(self, singleShot=True, interval=0)
        self._begin.timeout.connect(self._begin_all)
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        topic: str,
        words: str,
        function: Callable[[], Any],
        done: Done,
        failed: Callable[[Exception], None] | None = None,
        *,
        may_stop: bool = False,
    ) -> None:
        """Run ``function`` and call ``done`` with its result, unless a newer job of the topic
        was started or the topic was cancelled. ``words`` says what is being done. ``may_stop``
        where the function leaves nothing half done when Cancelled is raised in it."""
        job = _Job(topic, function, done, failed, may_stop)
        self._latest[topic] = job
        self._running[job] = words
        if self.synchronous:
            job.run()
            self._finish(job)
            return
        self.busy_changed.emit(words)
        if self._begin.isActive():
            self._waiting.append(job)
        else:
            self._pool.start(_Runnable(job, self._finished))

    def after_painting(self) -> None:
        """Begin what is started from now on when the window was painted next: a thread that
        computes takes the interpreter from it."""
        self._begin.start()

    def _begin_all(self) -> None:
        self._begin.stop()
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            self._pool.start(_Runnable(job, self._finished))

    def pending(self, topic: str) -> bool:
        """Whether a result of a topic is still to come."""
        return topic in self._latest

    def cancel(self, topic: str | None = None) -> None:
        """Drop what a topic (or everything) would give, and stop what may be stopped."""
        for name in [topic] if topic else list(self._latest):
            job = self._latest.pop(name, None)
            if job is not None:
                self._running[job] = ""
                job.stop()
                job.forget()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait until nothing runs; results still come through the event loop."""
        self._begin_all()
        return self._pool.waitForDone(milliseconds)

    def finish(self) -> None:
        """Wait until nothing runs, however long that takes, and hand over the results at once."""
        self.wait(-1)
        QCoreApplication.sendPostedEvents(self)

    @Slot(object)
    def _finish(self, job: _Job) -> None:
        self._running.pop(job, None)
        wanted = self._latest.get(job.topic) is job
        if wanted:
            del self._latest[job.topic]
        self.busy_changed.emit(next(filter(None, self._running.values()), ""))
        if not wanted:
            return
        if job.error is None:
            job.done(job.result)
        elif job.failed is not None:
            job.failed(job.error)
        else:
            self.failed.emit(str(job.error) or type(job.error).__name__, job.details)


def _nothing(*_: object) -> None:
    pass


class _Job:
    def __init__(
        self,
        topic: str,
        function: Callable[[], Any],
        done: Done,
        failed: Callable[[Exception], None] | None,
        may_stop: bool,
    ) -> None:
        self.topic, self.function, self.done, self.failed = topic, function, done, failed
        self.may_stop = may_stop
        self._stopped = self._forgotten = False
        self._thread: int | None = None
        self._guard = threading.Lock()
        self.result: Any = None
        self.error: Exception | None = None
        self.details = ""

    def run(self) -> None:
        try:
            with self._guard:
                if self._stopped:
                    raise Cancelled
                self._thread = threading.get_ident()
            function, self.function = self.function, _nothing
            try:
                result = function()
            finally:
                with self._guard:
                    self._thread = None
            with self._guard:
                self.result = None if self._forgotten else result
        except Exception as error:
            self.error = error
            self.details = traceback.format_exc()

    def forget(self) -> None:
        """Let go of all that the result was for. Qt may keep the news of a job that ended for ever
        where the window it was for is gone."""
        with self._guard:
            self._forgotten = True
            self.done = self.failed = _nothing
            self.result = None

    def stop(self) -> None:
        """Raise Cancelled in the function, at its next step in Python."""
        with self._guard:
            self._stopped = self.may_stop
            if self._stopped and self._thread is not None:
                import ctypes

                where = ctypes.c_ulong(self._thread)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(where, ctypes.py_object(Cancelled))


class _Runnable(QRunnable):
    def __init__(self, job: _Job, finished: Any) -> None:
        super().__init__()
        self._job, self._finished = job, finished

    def run(self) -> None:
        # Qt does not always let go of a runnable that is done: it must hold nothing then.
        job, finished = self._job, self._finished
        del self._job, self._finished
        if not job.may_stop:  # else it reads or writes a file, which needs none of them
            libraries.load()
        job.run()
        try:
            finished.emit(job)
        except RuntimeError:
            pass  # the window closed meanwhile
