"""Who submits a draft: "Belarus, France and Japan: draft resolution" in its parts."""

from __future__ import annotations

import re

_END = re.compile(
    r":[\s\xa0]+(?:revised[\s\xa0]+)?draft[\s\xa0](?:resolution|decision).*$", re.DOTALL
)
_JOIN = re.compile(r",[\s\xa0]+(?:and[\s\xa0]+)?|[\s\xa0]+and[\s\xa0]+")
_WITH_AND = (
    "Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines", "Sao Tome and Principe", "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland", "Serbia and Montenegro",
)  # fmt: skip
"""States whose names hold an "and" (United Nations terminology)."""
_HELD = {name: name.replace(" and ", "\0") for name in _WITH_AND}
_COMMA_IN_BRACKETS = re.compile(r"\([^)]*\)")


def submitters_of(line: str) -> tuple[str, ...]:
    """The submitters a line names, asterisks left out; () where it is no submitters' line."""
    end = _END.search(line)
    if end is None:
        return ()
    names = " ".join(line[: end.start()].replace("\xa0", " ").split())
    for name, held in _HELD.items():
        names = names.replace(name, held)
    names = _COMMA_IN_BRACKETS.sub(lambda match: match[0].replace(", ", "\1"), names)
    parts = (part.replace("\0", " and ").replace("\1", ", ") for part in _JOIN.split(names))
    return tuple(part.strip(" *") for part in parts if part.strip(" *"))
