"""Where the files that ship with the program lie: in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder of the shipped templates: inside the wheel, else beside the package."""
    installed = PACKAGE / "shipped" / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


def sample_folder() -> Path:
    """The folder of the program's own sample resolution."""
    return PACKAGE / "shipped" / "sample"


def icon_path() -> Path:
    """The program's icon (SVG)."""
    return PACKAGE / "shipped" / "drafter.svg"


def guide_path() -> Path:
    """The user's guide (Markdown): inside the wheel, else among the documentation."""
    installed = PACKAGE / "shipped" / "guide.md"
    return installed if installed.is_file() else PACKAGE.parent / "docs" / "guide.md"


def translations_folder() -> Path:
    """The folder of the window's translations (drafter_fr.qm)."""
    return PACKAGE / "shipped" / "translations"
