"""Collect the window's strings for translating, and compile what is translated.

    python tools/translate.py LANGUAGE…        (such as fr es)

Writes translations/drafter_LANGUAGE.ts, to be edited with Qt Linguist, and from it
drafter/shipped/translations/drafter_LANGUAGE.qm. Strings that stand in tables, and so are out of
sight of Qt's own collector, are handed to it as calls.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SOURCES = ROOT / "translations"
COMPILED = ROOT / "drafter" / "shipped" / "translations"


def table_strings() -> list[tuple[str, str]]:
    """Context and words of what is translated out of tables."""
    from ui import actions, check_words, commands_menu, help

    found = [("actions", f"&{menu}") for menu in actions.MENUS]
    for spec in actions.TABLE:
        found += [("actions", spec.menu), ("actions", spec.text), ("actions", spec.tip)]
    found += [("actions", words) for row in help._MORE for words in row]
    found += [("MainWindow", words) for words in commands_menu.STRUCTURE.values()]
    found += [("checks", words) for words in check_words.RULES.values()]
    return list(dict.fromkeys(found))


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    SOURCES.mkdir(exist_ok=True)
    COMPILED.mkdir(exist_ok=True)
    tools = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "tables.py"
        calls = (f"QCoreApplication.translate({a!r}, {b!r})" for a, b in table_strings())
        table.write_text("\n".join(calls), "utf-8")
        files = [*map(str, sorted((ROOT / "ui").rglob("*.py"))), str(table)]
        for language in sys.argv[1:]:
            source = SOURCES / f"drafter_{language}.ts"
            compiled = COMPILED / f"drafter_{language}.qm"
            for command in (
                ["pyside6-lupdate", *files, "-ts", str(source)],
                ["pyside6-lrelease", str(source), "-qm", str(compiled)],
            ):
                status = subprocess.call([str(tools / command[0]), *command[1:]])
                if status:
                    return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
