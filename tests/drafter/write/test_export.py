"""Export by extension."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import UnwritableFile
from drafter.model import Resolution
from drafter.write import EXTENSIONS, write_any


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_extension_is_written(extension: str, adopted: Resolution, tmp_path: Path) -> None:
    target = tmp_path / f"out{extension.upper()}"
    write_any(adopted, target)
    assert target.stat().st_size > 500


def test_an_unknown_extension_is_said_plainly(adopted: Resolution, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match=r"“\.odt” is not a format .* \.pdf or"):
        write_any(adopted, tmp_path / "out.odt")
    assert list(tmp_path.iterdir()) == []
