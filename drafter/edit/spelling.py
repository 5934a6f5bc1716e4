"""Spelling: British English with -ize (Concise Oxford, as United Nations editors write it).

A word is doubted only where it is neither in the word list, nor made of its words, nor likely to
be something that no list has: a symbol, a citation, a number, an acronym, a name, a foreign word in
italics.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from drafter.model import Kind, Range, Resolution, Text
from drafter.text.word_list import lower_words, words

_CHUNK = re.compile(r"\S+")
_NO_WORDS = re.compile(r"[\d@/\\_=<>{}|+*~^&]|\w\.\w|…\w")
"""What marks a run of signs as a symbol, a number, an address, a placeholder."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = re.compile(r"[ivxlc]+")
_SPELT = re.compile(r"[a-z]+|[A-Z][a-z]*")
_OPENED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SPEAKER, Kind.CHAPEAU)
"""Kinds whose first italics are opening words, not foreign ones."""
_PREFIXES = frozenset((
    "anti", "co", "counter", "cross", "cyber", "de", "eco", "ex", "extra", "hydro", "inter",
    "intra", "macro", "meta", "micro", "mid", "mini", "multi", "non", "over", "para", "post",
    "pre", "pro", "pseudo", "quasi", "re", "self", "semi", "socio", "sub", "super", "trans",
    "tri", "ultra", "un", "under", "peri", "vice", "bi", "neo", "neuro", "bio", "geo", "agro",
))  # fmt: skip
"""What may stand before a word, with a hyphen or without."""
_JOINED = ("non", "sub", "multi", "inter", "intra", "anti", "counter", "micro", "trans", "bio")
"""Those that are written together with nearly anything."""
_BRITISH = tuple(
    (re.compile(here), there)
    for here, there in (
        (r"is(?=e[drs]?$|ing$|ations?$|able$)", "iz"), (r"yz(?=e[drs]?$|ing$)", "ys"),
        (r"or(?=$|s$|ed$|ing$|able$|abl[ey]$|ful$)", "our"), (r"er(?=s?$)", "re"),
        (r"ense(?=s?$)", "ence"), (r"og(?=s?$)", "ogue"), (r"l(?=ed$|ing$|ers?$)", "ll"),
        (r"gram(?=s?$)", "gramme"), (r"ll$", "l"),
    )
)  # fmt: skip
"""How British words in Oxford spelling differ from others: endings and what they become."""
_MOST = 6
"""Suggestions for a word."""
_FOREIGN = 0.25
"""Share of doubtful words above which a text is not in English."""


class Speller:
    """Spelling with the words that are right in one draft, and a person's own."""

    def __init__(self, own: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        self._own = frozenset(word.lower() for word in own)
        self._names = frozenset(names)
        self._judged: dict[str, bool] = {}

    def mistakes(self, text: Text, kind: Kind = Kind.PLAIN) -> tuple[Range, ...]:
        """Ranges of the words of a text (half-open code points) that are doubted."""
        found: list[Range] = []
        foreign = _foreign(text, kind)
        for chunk in _CHUNK.finditer(text.string):
            bare = chunk[0].strip("()[]“”‘’\"'.,;:!?–—…*")
            if not bare or _NO_WORDS.search(bare):
                continue
            for match in _WORD.finditer(text.string, chunk.start(), chunk.end()):
                start, end = match.span()
                if self.right(match[0]) or any(a < end and start < b for a, b in foreign):
                    continue
                if self._made(text.string, chunk.start(), chunk.end(), match):
                    continue
                found.append((start, end))
        return tuple(found)

    def right(self, word: str) -> bool:
        """Whether a word is spelt as it should be, or is none that could be judged."""
        known = self._judged.get(word)
        if known is None:
            known = self._judged[word] = self._right(word.replace("’", "'"))
        return known

    def _right(self, word: str) -> bool:
        bare = word.removesuffix("'s").rstrip("'")
        plain = bare.lower()
        if len(bare) < 2 or plain in self._own or bare in self._names:
            return True
        # Acronyms ("UNODC", "SDGs") and names such as "McDonald" or "eLearning".
        if not _SPELT.fullmatch(_unaccented(bare).replace("'", "")):
            return True
        if _ROMAN.fullmatch(bare) or (bare[0].isupper() and not bare.isascii()):
            return True
        listed = words()
        for form in (word, bare, _unaccented(bare)):
            if form in listed or form.lower() in listed:
                return True
        return any(
            plain.startswith(prefix)
            and len(plain) > len(prefix) + 3
            and plain[len(prefix) :] in listed
            for prefix in _JOINED
        )

    def _made(self, string: str, start: int, end: int, match: re.Match[str]) -> bool:
        """Whether a word is the beginning of a compound: "counter-" in "counter-terrorism"."""
        follows = match.end() < end and string[match.end()] in "-\u2010\u2011–"
        return follows and match[0].lower() in _PREFIXES

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first, in the case that was typed."""
        plain = word.replace("’", "'").removesuffix("'s")
        tail = word[len(plain) :]
        typed = plain.lower()
        limit = 1 if len(plain) < 5 else 2
        near = [
            w
            for size in range(len(plain) - limit, len(plain) + limit + 1)
            for w in _by_length().get(size, ())
        ]
        near += self._own
        found = process.extract(typed, near, scorer=OSA.distance, score_cutoff=limit, limit=60)
        named = _names()
        said = [(named.get(w, w) if w not in words() else w, away) for w, away, _ in found]
        ranked = sorted(said, key=lambda one: (one[1], _unlike(plain, one[0]), one[0]))
        meant = [*_in_british(typed), *(w for w, _ in ranked)]
        cased = (_cased(w, plain) + tail for w in meant)
        return tuple(dict.fromkeys(w for w in cased if w != word))[:_MOST]


def _in_british(typed: str) -> list[str]:
    """The word that was meant by one in another English spelling."""
    forms = [ending.sub(there, typed) for ending, there in _BRITISH if ending.search(typed)]
    return [form for form in forms if form in words()]


@cache
def _by_length() -> dict[int, list[str]]:
    """The words in lower case, by their lengths."""
    found: dict[int, list[str]] = {}
    for word in lower_words():
        found.setdefault(len(word), []).append(word)
    return found


@cache
def _names() -> dict[str, str]:
    """Words that have a capital, by their lower case."""
    return {word.lower(): word for word in words() if not word.islower()}


def names_in(*texts: Resolution) -> frozenset[str]:
    """Words with a capital that are taken as they are: those of texts that were adopted."""
    return frozenset(word for text in texts for word in _capitalised(text))


def repeated_names(text: Resolution) -> frozenset[str]:
    """Words with a capital that stand in a text more than once."""
    counts = Counter(_capitalised(text))
    return frozenset(word for word, count in counts.items() if count > 1)


def is_english(text: Resolution, speller: Speller) -> bool:
    """Whether so few words of a text are doubted that it is in English."""
    count = doubted = 0
    for paragraph in text.paragraphs:
        count += len(_WORD.findall(paragraph.text.string))
        doubted += len(speller.mistakes(paragraph.text, paragraph.kind))
        if count > 2000:
            break
    return doubted <= max(3, count * _FOREIGN)


def _capitalised(text: Resolution) -> list[str]:
    strings = [thing.text.string for thing in (*text.paragraphs, *text.notes)]
    return [
        word.replace("’", "'").removesuffix("'s")
        for string in strings
        for word in _WORD.findall(string)
        if word[0].isupper()
    ]


def _foreign(text: Text, kind: Kind) -> tuple[Range, ...]:
    """Italics that are not a paragraph's opening words."""
    if kind not in _OPENED:
        return text.emphasis
    return tuple(r for r in text.emphasis if r[0] > 4)


@cache
def _unaccented_letters() -> dict[int, str]:
    return {ord("ø"): "o", ord("Ø"): "O", ord("ı"): "i", ord("ł"): "l", ord("Ł"): "L"}


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    parted = unicodedata.normalize("NFD", word.translate(_unaccented_letters()))
    return "".join(c for c in parted if not unicodedata.combining(c))


def _unlike(typed: str, word: str) -> tuple[bool, bool, bool, int]:
    """How little a word looks like what was typed: first letter, case, letters, length."""
    a, b = typed.lower(), word.lower()
    return (
        a[:1] != b[:1],
        word[:1].isupper() and not typed[:1].isupper(),
        set(a) != set(b),
        abs(len(a) - len(b)),
    )


def _cased(word: str, typed: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if typed[0].isupper() else word
