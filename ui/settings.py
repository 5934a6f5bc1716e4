"""What is remembered between two starts: recent files, folders, sizes, choices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from drafter.resources import sample_folder

_MOST_RECENT = 10


class Settings:
    """An .ini file in the user's own settings folder."""

    def __init__(self, file: Path | None = None) -> None:
        import platformdirs

        folder = platformdirs.user_config_path("drafter", appauthor=False)
        self._file = file or folder / "window.ini"
        self._store = QSettings(str(self._file), QSettings.Format.IniFormat)

    def get(self, name: str, default: Any = None) -> Any:
        """A value as it was stored, as a string where it has no type."""
        return self._store.value(name, default)

    def number(self, name: str, default: float) -> float:
        """A number, or the default where none was stored."""
        try:
            return float(self._store.value(name, default))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return default

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no."""
        return str(self._store.value(name, default)).lower() == "true"

    def bytes(self, name: str) -> QByteArray:
        """Sizes and places as Qt stores them."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, name: str, value: Any) -> None:
        """Remember a value."""
        self._store.setValue(name, value)

    def put_back(self, name: str, value: Any) -> None:
        """Set a value as ``get`` gave it; one that was not stored is forgotten."""
        if value is None:
            self._store.remove(name)
        else:
            self._store.setValue(name, value)

    def recent(self) -> list[Path]:
        """Files that were open, the last one first; those that are gone are left out."""
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else list(stored or [])  # type: ignore[call-overload]
        return [path for path in map(Path, names) if path.is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a file at the top of the recent ones."""
        path = path.absolute()
        rest = [known for known in self.recent() if known != path]
        self._store.setValue("recent", [str(p) for p in (path, *rest)][:_MOST_RECENT])

    def folder(self, purpose: str) -> str:
        """The folder last used for this, else the one last opened from, else the home folder."""
        for name in (purpose, "open"):
            known = str(self._store.value(f"folder/{name}", ""))
            if known and Path(known).is_dir():
                return known
        return str(Path.home())

    def set_folder(self, purpose: str, path: Path) -> None:
        """Remember the folder of a file, unless it is that of the program's own sample."""
        if path.parent != sample_folder():
            self._store.setValue(f"folder/{purpose}", str(path.absolute().parent))

    def remember(self, group: str, key: str, value: str, most: int) -> None:
        """Remember something of a thing, and of ``most`` things the latest."""
        order = str(self._store.value(f"{group}/order", "") or "").split()
        order = [key, *(known for known in order if known != key)]
        for forgotten in order[most:]:
            self._store.remove(f"{group}/{forgotten}")
        self._store.setValue(f"{group}/order", " ".join(order[:most]))
        self._store.setValue(f"{group}/{key}", value)

    def remembered(self, group: str, key: str) -> str:
        """What was remembered of a thing, or ""."""
        return str(self._store.value(f"{group}/{key}", "") or "")

    def rules_off(self) -> tuple[str, ...]:
        """Names of the checks' rules that were switched off."""
        stored = str(self._store.value("rules_off", "") or "")
        return tuple(name for name in stored.split() if name)

    def set_rule(self, rule: str, on: bool) -> None:
        """Switch a rule of the checks on or off."""
        rest = [name for name in self.rules_off() if name != rule]
        self._store.setValue("rules_off", " ".join(rest if on else (*rest, rule)))
