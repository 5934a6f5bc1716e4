"""Named versions of a draft: "zero draft", "Rev.1"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from drafter.draft.draft import Version
from drafter.model import Resolution

_NUMBERED = re.compile(r"(.*?)(\d+)\)?")


def with_version(
    versions: tuple[Version, ...], name: str, text: Resolution, saved: dt.datetime
) -> tuple[Version, ...]:
    """The versions with the text as it is now kept behind them, under a name that is free."""
    return (*versions, Version(free_name(versions, name), saved, text))


def renamed(versions: tuple[Version, ...], index: int, name: str) -> tuple[Version, ...]:
    """The versions with another name for one of them."""
    rest = (*versions[:index], *versions[index + 1 :])
    one = replace(versions[index], name=free_name(rest, name))
    return (*versions[:index], one, *versions[index + 1 :])


def free_name(versions: tuple[Version, ...], wanted: str) -> str:
    """A name nobody has: ``wanted``, else with a number behind it."""
    wanted = " ".join(wanted.split()) or "Version 1"
    taken = {version.name for version in versions}
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted} ({count})"
    return name


def next_name(versions: tuple[Version, ...]) -> str:
    """What the next version is likely to be called: "Zero draft", "Rev.1", "Rev.2"."""
    if not versions:
        return "Zero draft"
    last = versions[-1].name
    found = _NUMBERED.fullmatch(last)
    wanted = f"{found[1]}{int(found[2]) + 1}" if found else "Rev.1"
    return wanted if all(v.name != wanted for v in versions) else free_name(versions, wanted)
