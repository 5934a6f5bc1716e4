"""Which official language a text is in, so that a reading in another one can say so."""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "English": "the of and to in that its for with on by as which",
    "French": "le la les de des du et en que dans par pour une au aux",
    "Spanish": "el la los las de del y en que por para con una al su",
}
_SETS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_SCRIPTS = (
    ("Russian", re.compile(r"[\u0400-\u04ff]")),
    ("Arabic", re.compile(r"[\u0600-\u06ff]")),
    ("Chinese", re.compile(r"[\u4e00-\u9fff]")),
)
_SAMPLE = 8_000
"""Characters that are looked at."""
_ENOUGH = 60
"""Words (or characters of another script) below which nothing is said."""

SPEAKERS = re.compile(
    r"^(?:L[’']Assemblée générale|Le Conseil économique et social|Le Conseil de sécurité|"
    r"Le Conseil des droits de l[’']homme|La Asamblea General|El Consejo Económico y Social|"
    r"El Consejo de Seguridad|El Consejo de Derechos Humanos|Генеральная Ассамблея|"
    r"Экономический и Социальный Совет|Совет Безопасности|Совет по правам человека|"
    r"(?:إن )?الجمعية العامة|(?:إن )?المجلس الاقتصادي والاجتماعي|(?:إن )?مجلس الأمن|"
    r"(?:إن )?مجلس حقوق الإنسان|大会|经济及社会理事会|安全理事会|人权理事会)\s*[,،，]?$"
)
"""The line of the speaker in the other official languages of the United Nations."""


def language_of(string: str) -> str | None:
    """The official language most words are of; None where there are too few to tell."""
    string = string[:_SAMPLE]
    for name, script in _SCRIPTS:
        count = len(script.findall(string))
        if count >= _ENOUGH and count > 0.3 * len(string):
            return name
    words = re.findall(r"[a-zà-ÿ]+", string.lower())
    if len(words) < _ENOUGH:
        return None
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in known) for name, known in _SETS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.12 * len(words) else None
