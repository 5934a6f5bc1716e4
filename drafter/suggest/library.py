"""The library of templates: those that ship, and a delegation's own, which add and override."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from drafter.resources import templates_folder
from drafter.suggest.templates import Template, TemplateError, parse_template

SUFFIX = ".j2"
OWN_FOLDER = "DRAFTER_TEMPLATES"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A template file that cannot be used; the rest go on working."""

    path: Path
    line: int
    """From 1."""
    message: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.message}."


@dataclass(frozen=True)
class Library:
    """Templates by name, and the files that are broken."""

    templates: Mapping[str, Template]
    """The ones that write: a delegation's own where there is one, else the shipped."""
    shipped: Mapping[str, Template]
    faults: tuple[TemplateFault, ...] = ()

    def get(self, name: str) -> Template:
        """The template of that name; KeyError if there is none."""
        return self.templates[name]

    def render(self, name: str, **values: object) -> str:
        """What the template of that name writes."""
        return self.templates[name].render(values)

    def finders(self, folder: str) -> Iterator[tuple[Template, Template]]:
        """Each template of a folder that can find, with the one that writes in its place.

        What a delegation overrides is found in both wordings.
        """
        for name, writer in self.templates.items():
            if not name.startswith(f"{folder}/"):
                continue
            yield writer, writer
            shipped = self.shipped.get(name)
            if shipped is not None and shipped.source != writer.source:
                yield shipped, writer

    def in_folder(self, folder: str) -> tuple[Template, ...]:
        """The templates of a folder ("clauses"), by title."""
        found = (t for name, t in self.templates.items() if name.startswith(f"{folder}/"))
        return tuple(sorted(found, key=lambda template: template.title.lower()))


def own_templates_folder() -> Path:
    """Where a delegation puts its own templates: in the settings folder, or, so that several
    people can share one, where the environment's DRAFTER_TEMPLATES says."""
    named = os.environ.get(OWN_FOLDER)
    return Path(named) if named else user_config_path("drafter") / "templates"


def load_library(own: Path | None = None) -> Library:
    """The shipped templates with those of ``own`` (by default the user's folder) over them."""
    folder = own_templates_folder() if own is None else own
    return _load(templates_folder(), folder, _stamp(folder))


@cache
def _load(shipped_folder: Path, own_folder: Path, stamp: tuple[object, ...]) -> Library:
    shipped, faults = _read(shipped_folder, own=False)
    own, own_faults = _read(own_folder, own=True)
    return Library({**shipped, **own}, shipped, (*faults, *own_faults))


def _read(folder: Path, own: bool) -> tuple[dict[str, Template], tuple[TemplateFault, ...]]:
    found: dict[str, Template] = {}
    faults: list[TemplateFault] = []
    for path in _files(folder):
        name = path.relative_to(folder).with_suffix("").as_posix()
        try:
            found[name] = parse_template(name, path.read_text("utf-8-sig"), str(path), own)
        except TemplateError as error:
            faults.append(TemplateFault(path, error.line, error.message))
        except UnicodeDecodeError:
            faults.append(TemplateFault(path, 1, "it is not UTF-8 text; save it as UTF-8"))
        except OSError as error:
            faults.append(TemplateFault(path, 1, error.strerror or "it cannot be read"))
    return found, tuple(faults)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())


def _stamp(folder: Path) -> tuple[object, ...]:
    """Changes when a file of the folder does, so that edited templates are read again."""
    return tuple((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in _files(folder))
