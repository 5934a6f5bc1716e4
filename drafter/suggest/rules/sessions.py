"""Sessions asked for: the loaded text's own distance from its adopting session, carried over.

70/177 was adopted at the seventieth session and asked for a report at the seventy-first; a text
that the seventy-second adopts asks for the seventy-third. Sessions that were past when the loaded
text was adopted are history and stay. Source: DOMAIN, "What changes each cycle".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Kind, Paragraph, Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case
from drafter.suggest.periods import next_after, on_a_basis, period
from drafter.suggest.templates import Match, Template, rewrite
from drafter.un import organs, sessions
from drafter.un.dates import SPACE
from drafter.un.sessions import SessionMention, find_sessions, same_style
from drafter.un.yearly import NAMES_PATTERN, YEARLY, stands_for

_NAMED = re.compile(
    rf"(?:{organs.NAMES_PATTERN}|{NAMES_PATTERN})|\b(?:Assembly|Council|Commission|Conference|Committee|Forum|"
    r"Board|Congress|Parties|Meeting|Body|Group|Subcommittee|Union|Organi[sz]ation)\b"
)
_BEHIND = re.compile(rf"{SPACE}+of{SPACE}+(?:the{SPACE}+)?(?P<organ>[A-Z][^,;.]*)")
_ASKED = re.compile(
    r"\b(?:report\w*|agenda|consider\w*|submit\w*|present\w*|inform\w*|updat\w*|review\w*|"
    r"revert\w*|item|brief\w*|dialogues?|discuss\w*|"
    r"examin\w*|recommend\w*)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:conven\w+|high-level|hold(?:ing)?|held|proclaim\w*|celebrat\w*|elect\w*)\b", re.I
)
_AHEAD = 3
"""Years ahead for which a yearly body is asked for something."""
_LIKELY = frozenset({"A/HRC", *YEARLY.values()} - {"E/CN.7"})
"""Organs whose sessions count on as DOMAIN, or their own reports, tell; of one there is too little
to tell."""
MOST_AHEAD = 15
"""Sessions that a text may name before or after its own."""
_REQUEST = re.compile(
    r"(?:also |further )?(?:requests|decides|invites|encourages|calls upon|urges|resolves)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(rf"\b[Rr]eports?\b[^;]*\bon{SPACE}+(?:the{SPACE}+work{SPACE}+of{SPACE}+)?its"
                      rf"{SPACE}+$")  # fmt: skip
NEAR = 2
"""Sessions ahead for which reports are asked (measured: one 590 times, two 280 times)."""
_PAST = re.compile(
    r"\b(?:decided|requested|held|adopted|convened|welcomed|decisions?|recall\w*)\b", re.I
)


def rule(case: Case) -> Iterable[Suggestion]:
    """Every session of the text that lies ahead of it, moved on."""
    if case.step is None or case.own.session is None:
        return
    for paragraph in case.body:
        string = paragraph.text.string
        if "session" not in string:
            continue
        groups: dict[tuple[int, int], list[SessionMention]] = {}
        for mention in find_sessions(string):
            groups.setdefault(mention.whole, []).append(mention)
        for mentions in groups.values():
            yield from _moved(case, paragraph, string, mentions)


def _moved(
    case: Case, paragraph: Paragraph, string: str, mentions: list[SessionMention]
) -> Iterable[Suggestion]:
    assert case.step is not None
    if any(mention.kind not in ("regular", "year") for mention in mentions):
        return
    numbers = [int(mention.session) for mention in mentions]
    organ = _organ(case, string, mentions)
    sure = organ is not None
    if organ is None or not _plausible(case, organ, numbers):
        if organ is None and mentions[0].kind == "year":
            organ = "E"  # the session of a year, whosever it is
        elif organ is None and not _asked_of_own(case, paragraph, numbers):
            return
        else:  # "report to the Assembly, through the Council, at its eightieth session"
            organ = case.own.organ
    if organ != case.own.organ and _TOLD_OF.search(string, 0, mentions[0].whole[0]):
        return  # the rule of reports on sessions knows more
    now, step = _adopting_session(case, organ), _step(case, organ)
    if now is None or step is None or max(numbers) < now:
        return
    if not _plausible(case, organ, numbers):
        return
    if max(numbers) == now and not _forward(case, paragraph, string, organ):
        return
    start, end = mentions[0].whole
    around = string[max(0, start - 250) : end + 120]
    confidence, reason = _confidence(case, paragraph, string, start, organ, around)
    if max(numbers) == now:
        confidence = "ask"
        reason = "The text asks for it at the very session that adopts it; please look."
    if not sure:
        confidence, reason = "ask", "Whose session it is is not quite plain; please look."
    if _is_event(string, start, numbers, now, step):
        if min(numbers) > now + step:
            return  # it is still to come when the new text is adopted
        confidence, reason = "ask", _COMES_ONCE
        every = period(string)
        if every and organ == "A":
            step = next_after(max(numbers), now + step, every) - max(numbers)
            confidence = "likely" if on_a_basis(string) else "ask"
            reason = f"The text says that it comes again every {every} sessions."
    moving = [number >= now for number in numbers]
    values = {
        mention: same_style(str(number + step), string[mention.start : mention.end])
        for mention, number, moves in zip(mentions, numbers, moving, strict=True)
        if moves
    }
    name = _name(around)
    evidence = (case.own_evidence,)
    place = _template(case, string, mentions)
    if place is not None:
        match, writer = place
        slots = dict(zip((slot.name for slot in match.template.slots if slot.type == "session"),
                         mentions, strict=False))  # fmt: skip
        new = {slot: values[m] for slot, m in slots.items() if m in values}
        after = rewrite(match, writer, new)
        made = case.replace(
            name, confidence, paragraph.id, match.start, match.end, after, reason, evidence
        )
        if made:
            yield made
        return
    for mention, value in values.items():
        made = case.replace(
            name, confidence, paragraph.id, mention.start, mention.end, value, reason, evidence
        )
        if made:
            yield made


def _plausible(case: Case, organ: str, numbers: list[int]) -> bool:
    """Whether an organ can have meant sessions of these numbers."""
    now = _adopting_session(case, organ)
    return now is not None and all(abs(number - now) <= MOST_AHEAD for number in numbers)


def _asked_of_own(case: Case, paragraph: Paragraph, numbers: list[int]) -> bool:
    """Whether sessions of an organ not known here are, by their number and the request they stand
    in, those of the organ that speaks."""
    own = case.own.session
    return (
        own is not None
        and case.own.organ == "A"
        and bool(_REQUEST.match(paragraph.text.string))
        and all(own < number <= own + 5 for number in numbers)
    )


def _template(
    case: Case, string: str, mentions: list[SessionMention]
) -> tuple[Match, Template] | None:
    """The clause template that covers these sessions, the one with most words first."""
    spans = [(mention.start, mention.end) for mention in mentions]
    best: tuple[Match, Template] | None = None
    for finder, writer in case.library.finders("clauses"):
        types = [slot.type for slot in finder.slots]
        if types.count("session") != len(spans) or "words" in types or "title" in types:
            continue
        for match in finder.find(string):
            if match.start > spans[0][0]:
                break
            found = [match.slots[slot.name] for slot in finder.slots if slot.type == "session"]
            if found == spans and (best is None or len(match.text) > len(best[0].text)):
                best = match, writer
    return best


def _confidence(
    case: Case, paragraph: Paragraph, string: str, start: int, organ: str, around: str
) -> tuple[Confidence, str]:
    own = case.own
    assert own.session is not None
    if organ == own.organ:
        reason = (
            f"The loaded text was adopted at session {own.session} and the new one is for session "
            f"{case.cycle.adopting_session}; the distance is kept."
        )
    else:
        reason = (
            f"What lies ahead moves on with the text itself: years from adoption, {case.years}."
        )
    clause = string[max(string.rfind(";", 0, start), 0) : start]
    if paragraph.kind is Kind.PREAMBULAR:
        return "ask", "A recital that names a session ahead; it may be history by now."
    if not _REQUEST.match(string) and _PAST.search(clause[-160:]):
        return "ask", "The text tells what was decided for that session; please look."
    if not _ASKED.search(around):
        return "ask", reason
    if organ != own.organ and not sessions.organ_sessions_certain(organ):
        return ("likely" if organ in _LIKELY else "ask"), reason
    if own.adopted or own.symbol:
        return "certain", reason
    return "ask", reason


_COMES_ONCE = "What happens once may not come again at the same distance; please look."


def _is_event(string: str, start: int, numbers: list[int], now: int, step: int) -> bool:
    """Whether a session is that of something which is held or reviewed then, not of a report that
    each cycle asks for anew."""
    clause = string[max(string.rfind(";", 0, start), 0) : start]
    if re.search(r"\breport\b", clause[-120:]) or re.search(r"provisional agenda", clause):
        return False
    return bool(_ONCE.search(clause[-200:])) or max(numbers) - now > max(NEAR, step)


def _name(around: str) -> str:
    if re.search(r"provisional agenda", around):
        return "provisional-agenda"
    return "report-back" if re.search(r"\breport", around) else "session"


def _organ(case: Case, string: str, mentions: list[SessionMention]) -> str | None:
    """Code of the organ whose session is named; None where it is none we know."""
    start, end = mentions[0].whole
    behind = _BEHIND.match(string, end)
    if behind:
        named = re.match(_NAMED, behind["organ"])
        return _known(case, named[0], mentions) if named else None
    sentence = max(string.rfind(";", 0, start), string.rfind(":", 0, start), -1) + 1
    before = string[sentence:start]
    named = list(_NAMED.finditer(before))
    if not named:
        return case.own.organ
    last = named[-1]
    if last[0] in ("Assembly", "Council") and re.match(rf"{SPACE}+of\b", before[last.end() :]):
        return None  # of States Parties, of Europe
    if not re.search(rf"\b(?:its|the|their){SPACE}+(?:\w+{SPACE}+)?$", before):
        return _known(case, last[0], mentions)
    between = before[last.end() :]
    if re.search(r"\bto it\b|provisional agenda of its", between):
        return case.own.organ
    return _known(case, last[0], mentions)


def _known(case: Case, name: str, mentions: list[SessionMention]) -> str | None:
    code = organs.code_of(name) or YEARLY.get(" ".join(name.split()))
    if code:
        return "A" if code.startswith("A/C.") else code
    number = int(mentions[-1].session)
    own = organs.ORGANS.get(case.own.organ)
    if own is not None and name == own.short:
        return own.code
    if name == "Assembly":
        return "A"
    if name == "Council":
        return "E" if number > 1900 else "A/HRC" if number < 75 else None
    if name == "Commission" and case.cycle.organ.startswith("E/CN"):
        return case.cycle.organ
    if case.own.date is None:
        return None
    texts = [case.own.title, *(p.text.string for p in case.body)]
    return stands_for(name, texts, number, case.own.date.year, _AHEAD)


def _adopting_session(case: Case, organ: str) -> int | None:
    """The session of an organ that was current when the loaded text was adopted."""
    own = case.own
    if organ == own.organ:
        return own.session
    date = own.date
    if date is None:
        return None
    session = sessions.session_at(organ, date)
    if organ == "A/HRC" and date.month > 10:
        return int(session) - 1  # the spring session is still ahead
    return int(session) if session.isdigit() else None


def _step(case: Case, organ: str) -> int | None:
    """By how many sessions an organ moves on between the two adoptions."""
    if organ == case.own.organ:
        return case.step
    if case.years is None:
        return None
    return case.years * 3 if organ == "A/HRC" else case.years


def _forward(case: Case, paragraph: Paragraph, string: str, organ: str) -> bool:
    """Whether a session equal to the adopting one is asked for rather than told of."""
    return (
        paragraph.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH)
        and organ == case.own.organ
        and bool(re.match(r"(?:Also |Further )?(?:requests|decides|invites)", string, re.I))
        and not _PAST.search(string)
    )
