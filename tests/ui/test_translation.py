"""Every string a person sees goes through Qt's translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
SAYS = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setStatusTip", "setTitle", "setLabelText", "setSuffix", "setPrefix",
    "QLabel", "QPushButton", "QCheckBox", "QAction", "QRadioButton", "QGroupBox", "addTab",
    "setTabText", "setInformativeText", "showMessage",
}  # fmt: skip
"""Calls whose words are seen or read out."""


def _untranslated(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
        if name in SAYS:
            for argument in node.args:
                if words := _words(argument):
                    yield f"{path.name}:{node.lineno} {name}({words!r})"


def _words(node: ast.expr) -> str:
    """The literal words of an argument; "" where there are none, or only signs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if _is_language(node.value) else ""
    if isinstance(node, ast.JoinedStr):
        return next(filter(None, map(_words, node.values)), "")
    return ""


def _is_language(words: str) -> bool:
    return any(part.isalpha() and len(part) > 1 and part != "Drafter" for part in words.split())


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda p: str(p.relative_to(UI)))
def test_no_words_are_said_untranslated(path: Path) -> None:
    assert list(_untranslated(path)) == []
