"""A resolution in another official language: said plainly, read by numbers and layout."""

from __future__ import annotations

from drafter.model import Kind
from drafter.read import read_bytes
from drafter.read.language import language_of

FRENCH = """Sécurité du thé dans les États

L’Assemblée générale,

Rappelant ses résolutions sur le thé et la nécessité de promouvoir la coopération entre les États
dans le domaine des bouilloires et des tasses,

Notant avec satisfaction les travaux de l’Organisation dans ce domaine pour les années à venir,

1. Invite les États à chauffer la théière dans les conditions prévues par la loi;

2. Décide de rester saisie de la question pour les sessions à venir de l’Assemblée.
"""


def test_another_language_is_said_and_read() -> None:
    resolution = read_bytes(FRENCH.encode(), "thé.txt")
    assert [warning.code for warning in resolution.reading.warnings] == ["language"]
    assert "French" in resolution.reading.warnings[0].message
    assert len(resolution.of_kind(Kind.SPEAKER)) == 1
    assert len(resolution.of_kind(Kind.PREAMBULAR)) == 2
    assert len(resolution.of_kind(Kind.OPERATIVE)) == 2


def test_languages_are_told_apart() -> None:
    assert (
        language_of("Recalling the purposes of the Charter and its principles, " * 9) == "English"
    )
    assert language_of("Recordando los propósitos de la Carta y los principios de la paz " * 9) == (
        "Spanish"
    )
    assert language_of("ссылаясь на цели и принципы Устава Организации " * 9) == "Russian"
    assert language_of("大会回顾联合国宪章的宗旨和原则" * 9) == "Chinese"
    assert language_of("Pot, cup, kettle") is None
