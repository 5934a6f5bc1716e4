"""A bounded run of bench/stress.py: random work on one draft leaves all the same."""

from __future__ import annotations

import pytest

from bench.stress import run
from drafter.draft import begin
from tests.ui.texts import last_cycle
from ui.editor.editor import DraftEditor
from ui.session import Session


@pytest.mark.parametrize("seed", [1, 2])
def test_random_work_leaves_model_document_and_file_the_same(qapp, seed: int) -> None:
    session = Session(synchronous=True)
    session.compare_now = session.suggest_now = lambda: None
    session._timer.timeout.disconnect()
    editor = DraftEditor(session)
    editor.resize(500, 500)
    session.load(begin(last_cycle()), None)
    done = run(session, editor, 200, seed)
    assert done.total() == 200 and len(done) > 10
    editor.deleteLater()
