"""Organs: codes, full names, who adopts what is tabled where, who is speaking.

Names follow the mastheads of the organs' own documents. A code is the beginning of the organ's
document symbols ("E/CN.15"), the one short name that never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Organ:
    """A United Nations organ that tables or adopts resolutions."""

    code: str
    """"A", "S", "E", "E/CN.15", "A/C.3"."""
    name: str
    """"Commission on Crime Prevention and Criminal Justice"."""
    adopting: str
    """Code of the organ that, by default, adopts what is tabled here. The Commission on Crime
    Prevention and Criminal Justice tables texts for the Assembly (DOMAIN, "Drafts")."""
    short: str = ""
    """The short name a text uses after the first mention: "Assembly", "Council"."""


_ORGANS = (
    Organ("A", "General Assembly", "A", "Assembly"),
    Organ("S", "Security Council", "S", "Council"),
    Organ("E", "Economic and Social Council", "E", "Council"),
    Organ("A/HRC", "Human Rights Council", "A/HRC", "Council"),
    Organ("A/C.1", "First Committee", "A", "Committee"),
    Organ("A/C.2", "Second Committee", "A", "Committee"),
    Organ("A/C.3", "Third Committee", "A", "Committee"),
    Organ("A/SPC", "Special Political Committee", "A", "Committee"),
    Organ("A/C.4", "Special Political and Decolonization Committee (Fourth Committee)", "A",
          "Committee"),
    Organ("A/C.5", "Fifth Committee", "A", "Committee"),
    Organ("A/C.6", "Sixth Committee", "A", "Committee"),
    Organ("E/CN.3", "Statistical Commission", "E", "Commission"),
    Organ("E/CN.4", "Commission on Human Rights", "E/CN.4", "Commission"),
    Organ("E/CN.5", "Commission for Social Development", "E", "Commission"),
    Organ("E/CN.6", "Commission on the Status of Women", "E", "Commission"),
    Organ("E/CN.7", "Commission on Narcotic Drugs", "E/CN.7", "Commission"),
    Organ("E/CN.9", "Commission on Population and Development", "E/CN.9", "Commission"),
    Organ("E/CN.15", "Commission on Crime Prevention and Criminal Justice", "A", "Commission"),
    Organ("E/CN.16", "Commission on Science and Technology for Development", "E", "Commission"),
    Organ("E/CN.17", "Commission on Sustainable Development", "E", "Commission"),
    Organ("E/CN.18", "United Nations Forum on Forests", "E", "Forum"),
    Organ("E/C.19", "Permanent Forum on Indigenous Issues", "E", "Forum"),
    Organ("E/C.16", "Committee of Experts on Public Administration", "E", "Committee"),
    Organ("E/ECA", "Economic Commission for Africa", "E", "Commission"),
    Organ("E/ECE", "Economic Commission for Europe", "E", "Commission"),
    Organ("E/ESCAP", "Economic and Social Commission for Asia and the Pacific", "E/ESCAP",
          "Commission"),
    Organ("E/ESCWA", "Economic and Social Commission for Western Asia", "E/ESCWA", "Commission"),
    Organ("LC/G", "Economic Commission for Latin America and the Caribbean", "LC/G", "Commission"),
    Organ("T", "Trusteeship Council", "T", "Council"),
    Organ("UNEP/EA", "United Nations Environment Assembly of the United Nations Environment "
          "Programme", "UNEP/EA", "Assembly"),
    Organ("HSP/HA", "United Nations Habitat Assembly", "HSP/HA", "Assembly"),
    Organ("CAC/COSP", "Conference of the States Parties to the United Nations Convention against "
          "Corruption", "CAC/COSP", "Conference"),
    Organ("CTOC/COP", "Conference of the Parties to the United Nations Convention against "
          "Transnational Organized Crime", "CTOC/COP", "Conference"),
)  # fmt: skip

ORGANS: dict[str, Organ] = {organ.code: organ for organ in _ORGANS}
"""Every organ known here, by code."""

_EXTRA_NAMES = {
    "Fourth Committee": "A/C.4",
    "Special Political and Decolonization Committee": "A/C.4",
    "UN General Assembly": "A",
    "UNGA": "A",
    "UNSC": "S",
    "ECOSOC": "E",
    "HRC": "A/HRC",
    "CCPCJ": "E/CN.15",
    "CND": "E/CN.7",
    "CSW": "E/CN.6",
    "United Nations Environment Assembly": "UNEP/EA",
    "Conference of the Parties to the United Nations Convention on Transnational Organized Crime":
        "CTOC/COP",
}  # fmt: skip


def name_of(code: str) -> str:
    """Full name of an organ; the code itself where it is not known."""
    organ = ORGANS.get(code)
    return organ.name if organ else code


@cache
def code_of(name: str) -> str | None:
    """Code of an organ by its full name ("the General Assembly") or its code; None if unknown.

    Case, "the", "The" and a comma behind do not matter.
    """
    plain = " ".join(name.replace("\xa0", " ").split()).rstrip(" ,:").lower()
    plain = plain.removeprefix("the ")
    for organ in _ORGANS:
        if plain in (organ.name.lower(), organ.code.lower()):
            return organ.code
    return next((code for known, code in _EXTRA_NAMES.items() if known.lower() == plain), None)


def organ_of_symbol(symbol: str) -> str | None:
    """Code of the organ a document symbol belongs to: the longest known beginning.

    "A/C.3/80/L.4" -> "A/C.3"; "E/CN.15/2019/5" -> "E/CN.15"; "A/RES/70/177" -> "A".
    """
    parts = symbol.split("/")
    for size in range(min(3, len(parts)), 0, -1):
        code = "/".join(parts[:size])
        if code in ORGANS:
            return code
    return None


def adopting_organ(code: str) -> str:
    """Code of the organ that adopts, by default, what is tabled in ``code``."""
    organ = ORGANS.get(code)
    return organ.adopting if organ else code


def parent_of(code: str) -> str:
    """Code of the principal organ an organ belongs to: "E/CN.15" -> "E", "A/C.3" -> "A"."""
    return code.split("/", 1)[0] if "/" in code else code


def speaker_line(code: str, comma: bool = True) -> str:
    """The line that names who speaks: "The General Assembly,"; no comma where no preambular
    paragraph follows (DOMAIN, "Structure", for the Economic and Social Council)."""
    return f"The {name_of(code)}" + ("," if comma else "")


def speaker_of(line: str) -> str | None:
    """Code of the organ a speaker line names, or None."""
    return code_of(line)


def resolution_words(cited: str, speaker: str, plural: bool = False) -> str:
    """What an organ calls a resolution: its own "its resolution", another's by the full name.

    Source: DOMAIN rule 5.
    """
    noun = "resolutions" if plural else "resolution"
    return f"its {noun}" if cited == speaker else f"{name_of(cited)} {noun}"


def footnote_words(cited: str, text_organ: str, plural: bool = False, mixed: bool = False) -> str:
    """How a footnote begins: Assembly notes "Resolution" unless mixed with another organ's.

    ``text_organ`` is the organ whose document the text stands in; a draft outside the Assembly
    says "General Assembly resolution". Source: DOMAIN rule 5 (98.8 % of 3,810).
    """
    noun = "resolutions" if plural else "resolution"
    if cited == "A" and parent_of(text_organ) == "A" and text_organ != "A/HRC" and not mixed:
        return noun.capitalize()
    return f"{name_of(cited)} {noun}"


_NAMES = sorted(
    [*(organ.name for organ in _ORGANS), *(n for n in _EXTRA_NAMES if " " in n)],
    key=len,
    reverse=True,
)
NAMES_PATTERN = "|".join(re.escape(name).replace(r"\ ", r"[\s\xa0]+") for name in _NAMES)
"""Alternatives of a regular expression that match any full name, the longest first."""
