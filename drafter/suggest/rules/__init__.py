"""The rules, one file each; the earlier keep their words where two would change the same."""

from drafter.suggest.case import Rule
from drafter.suggest.rules import (
    most_recent,
    predecessor,
    recall,
    reports,
    security_council,
    sessions,
    successors,
)

RULES: tuple[Rule, ...] = (
    sessions.rule,
    recall.rule,
    most_recent.rule,
    predecessor.rule,
    successors.rule,
    reports.rule,
    security_council.rule,
)
"""In the order of precedence."""
