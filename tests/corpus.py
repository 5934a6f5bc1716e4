"""Where the tests find the corpus of real files, which is never part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def corpus(*parts: str) -> Path:
    """A file or folder of the corpus; skips the test where the corpus is not there."""
    return shared("corpus", *parts)


def shared(*parts: str) -> Path:
    """A file or folder beside the corpus (catalogue, domain, schemas, tools)."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the corpus of real files is not beside this checkout ({'/'.join(parts)})")
    return path
