"""Whatever is typed, pasted, undone or restructured: document and model are the same."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest

from drafter.draft import Draft
from drafter.model import Kind, Resolution, apply
from tests.strategies import changes, resolutions
from ui.editor import commands, pasting
from ui.editor.clipboard import clip_from_mime
from ui.editor.commands import Selection
from ui.editor.editor import DraftEditor
from ui.session import Session

KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Down,
)  # fmt: skip
CONTROLLED = (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_I, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@pytest.fixture(scope="module")
def editor(qapp):
    session = Session(synchronous=True)
    session.compare_now = session.suggest_now = lambda: None
    session._timer.timeout.disconnect()
    editor = DraftEditor(session)
    editor.resize(420, 500)
    yield editor
    editor.deleteLater()


def place_caret(editor: DraftEditor, a: float, b: float) -> None:
    size = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(round(a * size))
    cursor.setPosition(round(b * size), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def same(editor: DraftEditor, did: str) -> None:
    assert editor.resolution is editor._session.draft
    assert editor.resolution_document.differences() == [], did


@settings(max_examples=int(os.environ.get("DRAFTER_EDITS", "60")))
@given(start=resolutions(), data=st.data())
def test_document_and_model_stay_the_same(editor: DraftEditor, start: Resolution, data) -> None:
    session = editor._session
    session.load(Draft(start), None)
    same(editor, "load")
    fraction = st.floats(0, 1)
    clip = None
    for _ in range(data.draw(st.integers(1, 12))):
        a, b = data.draw(fraction), data.draw(fraction)
        place_caret(editor, a, b if data.draw(st.booleans()) else a)
        did = data.draw(
            st.sampled_from(
                ("type", "type", "key", "control", "change", "ime", "copy", "paste", "drag", "kind")
            )
        )
        if did == "type":
            for character in data.draw(st.text("ab ;é🜁“", min_size=1, max_size=4)):
                editor._type(character)
        elif did == "key":
            QTest.keyClick(editor, data.draw(st.sampled_from(KEYS)))
        elif did == "control":
            modifier = Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(editor, data.draw(st.sampled_from(CONTROLLED)), modifier)
        elif did == "change" and session.draft.paragraphs:
            session.do(data.draw(changes(session.draft)), "Change")
        elif did == "ime":
            editor.inputMethodEvent(QInputMethodEvent("に", []))
            event = QInputMethodEvent("", [])
            event.setCommitString("日本🜁")
            editor.inputMethodEvent(event)
        elif did == "copy":
            clip = editor.createMimeDataFromSelection()
        elif did == "paste" and clip is not None:
            editor.insertFromMimeData(clip)
        elif did == "drag":
            to = editor.resolution_document.place_at(
                round(data.draw(fraction) * (editor.document().characterCount() - 1))
            )
            editor.do(pasting.move_words(session.draft, editor.selection(), to), "Drag")
        elif did == "kind":
            editor.run(commands.as_kind(data.draw(st.sampled_from(list(Kind)))), "Kind")
        same(editor, did)
    while session.redo():
        same(editor, "redo")
    end = session.draft
    while session.undo():
        same(editor, "undo")
    assert session.draft == start
    while session.redo():
        same(editor, "redo")
    assert session.draft == end


@given(resolution=resolutions(), data=st.data())
def test_every_command_is_a_change_that_can_be_taken_back(resolution: Resolution, data) -> None:
    from drafter.model import invert
    from ui.editor.mapping import place

    def caret():
        paragraph = data.draw(st.sampled_from(resolution.paragraphs))
        size = len(paragraph.text) + len(paragraph.text.cues)
        return paragraph.id, place(paragraph.text, data.draw(st.integers(0, size)))

    ends = sorted((caret(), caret()), key=lambda c: (resolution.positions[c[0]], c[1]))
    selection = Selection(*ends)
    for step in (
        commands.enter(resolution, selection),
        commands.delete(resolution, selection),
        commands.type_text(resolution, selection, "x"),
        commands.toggle_italic(resolution, selection),
        pasting.paste(resolution, selection, pasting.copied(resolution, selection)),
    ):
        if step is not None:
            after = apply(resolution, step.change)
            assert apply(after, invert(step.change)) == resolution
            assert step.caret[0] in after.positions


def test_what_is_copied_and_pasted_is_the_same(editor: DraftEditor) -> None:
    from drafter.model import Cue, Footnote, Paragraph, Text

    text = Text("Recalling its resolution", ((0, 9),), (Cue(24, "n1"),))
    start = Resolution((Paragraph("p1", Kind.PREAMBULAR, text),), (Footnote("n1", Text("Note.")),))
    editor._session.load(Draft(start), None)
    editor.selectAll()
    clip = clip_from_mime(editor.createMimeDataFromSelection())
    assert clip is not None
    assert clip.paragraphs[0].text == text
    editor.cut()
    assert editor._session.draft.notes == ()
    editor.paste()
    assert editor._session.draft.paragraphs[0].text == text
    assert [n.text.string for n in editor._session.draft.notes] == ["Note."]
