"""The rules, one file each; the earlier keep their words where two would change the same."""

from drafter.suggest.case import Rule
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
