"""The laws of the house: who may import whom, and what is not used at all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
VERBS = {"read", "compare", "suggest", "check", "edit", "write", "draft"}
BELOW = {"decoding", "errors", "files", "libraries", "resources"}
"""Modules that know nothing of resolutions; every room may use them."""
MAY_IMPORT = {
    "model": {"errors"},
    "text": {"model"},
    "ooxml": {"model"},
    "un": {"model", "text", "ooxml"},
    **{verb: {"model", "text", "ooxml", "un"} for verb in VERBS},
    "workflow": {"model", "text", "ooxml", "un"} | VERBS,
    "cli": {"model", "text", "ooxml", "un", "workflow"} | VERBS,
    "decoding": set[str](),
    "libraries": set[str](),
    "errors": set[str](),
    "files": {"errors"},
    "resources": set[str](),
}


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            yield module
            if module == "drafter":
                yield from (f"drafter.{name.name}" for name in node.names)


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT / "drafter").with_suffix("").parts
    return parts[0]


@pytest.mark.parametrize("path", _files("drafter"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_of_the_core_imports_only_what_lies_below_it(path: Path) -> None:
    room = _room(path)
    if room in ("__init__", "__main__"):
        return
    for name in _imports(path):
        top, *rest = name.split(".")
        assert top not in ("PySide6", "shiboken6", "ui"), f"the core does not know Qt: {name}"
        if top == "drafter" and rest and rest[0] not in ("__version__",):
            assert rest[0] == room or rest[0] in MAY_IMPORT[room] | BELOW, f"{room} imports {name}"


@pytest.mark.parametrize(
    "path",
    [*_files("drafter"), *_files("ui"), *_files("tests"), *_files("tools"), *_files("bench")],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_file_uses_difflib(path: Path) -> None:
    assert "difflib" not in set(_imports(path))


@pytest.mark.parametrize("path", [*_files("drafter"), *_files("ui")], ids=lambda p: p.name)
def test_a_file_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", _files("ui"), ids=lambda p: p.name)
def test_the_window_does_not_compare_or_parse_for_itself(path: Path) -> None:
    assert {name.split(".")[0] for name in _imports(path)}.isdisjoint(
        {"rapidfuzz", "lxml", "docx", "zipfile", "jinja2", "pypdfium2"}
    )


@pytest.mark.parametrize("path", [*_files("drafter"), *_files("ui")], ids=lambda p: p.name)
def test_nothing_is_decoded_into_a_type_but_by_a_decoder_that_threads_may_share(path: Path) -> None:
    if path.name == "decoding.py":
        return
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and "msgspec" in (name := ast.unparse(call.func)):
            assert not name.endswith("Decoder"), f"use drafter.decoding: {name}"
            assert not any(word.arg == "type" for word in call.keywords), f"likewise: {name}"
