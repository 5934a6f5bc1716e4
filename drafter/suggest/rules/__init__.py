"""The rules, one file each; the earlier keep their words where two would change the same."""

from drafter.suggest import reads
from drafter.suggest.case import Rule
from drafter.suggest.reads import Reads
from drafter.suggest.rules import (
    agenda,
    bodies,
    footnotes,
    list_form,
    mandates,
    most_recent,
    official_records,
    predecessor,
    recall,
    recalled_anew,
    reported,
    reports,
    security_council,
    sessions,
    speaker,
    stage,
    successors,
    years,
)
from drafter.un.yearly import NAMES_PATTERN

RULES: tuple[Rule, ...] = (
    stage.rule,
    agenda.rule,
    sessions.rule,
    reported.rule,
    recall.rule,
    most_recent.rule,
    predecessor.rule,
    recalled_anew.rule,
    successors.rule,
    mandates.rule,
    reports.rule,
    official_records.rule,
    footnotes.rule,
    security_council.rule,
    list_form.rule,
    years.rule,
    bodies.rule,
    speaker.rule,
)
"""In the order of precedence."""

READS: dict[Rule, Reads] = {
    stage.rule: reads.around,
    agenda.rule: reads.words(r"\bentitled\b"),
    sessions.rule: reads.words(f"session|{NAMES_PATTERN}"),
    reported.rule: reads.words("session"),
    recall.rule: reads.cited_and_asked,
    most_recent.rule: reads.cited,
    predecessor.rule: reads.cited,
    recalled_anew.rule: reads.cited_and_recalled,
    successors.rule: reads.cited,
    mandates.rule: reads.cited,
    reports.rule: reads.cited,
    official_records.rule: reads.cited,
    footnotes.rule: reads.cited_and_organ,
    security_council.rule: reads.cited,
    list_form.rule: reads.cited,
    years.rule: reads.numbers,
    bodies.rule: bodies.reads,
    speaker.rule: reads.words(r"\bresolution"),
}
"""What each rule reads: as long as it is the same, the rule need not run again."""
