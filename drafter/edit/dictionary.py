"""A person's own words: a plain text file, one word a line, that can be edited and shared."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from drafter.errors import DrafterError, UnwritableFile
from drafter.files import read_bytes, write_bytes

_HEAD = "# Words that Drafter takes for well spelt, one a line."


def dictionary_file() -> Path:
    """Where the words lie."""
    return platformdirs.user_data_path("drafter", appauthor=False) / "words.txt"


def own_words(file: Path | None = None) -> tuple[str, ...]:
    """The words, in the order of the file; none where there is no file that can be read."""
    try:
        return _words(file or dictionary_file())
    except DrafterError:
        return ()


def add_word(word: str, file: Path | None = None) -> None:
    """Add a word. UnwritableFile where the disk does not take it; UnreadableFile, and nothing
    written, where the words that are there cannot be read."""
    file = file or dictionary_file()
    known = _words(file)
    if word in known:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(
            f"{file} cannot be written ({error.strerror}); check your own data folder."
        ) from None
    kept = sorted((*known, word), key=str.lower)
    write_bytes(file, "\n".join((_HEAD, *kept, "")).encode())


def _words(file: Path) -> tuple[str, ...]:
    try:
        if not file.stat().st_size:
            return ()
    except OSError:
        return ()
    text = read_bytes(file).decode("utf-8-sig", "replace")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
