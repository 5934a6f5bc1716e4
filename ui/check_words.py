"""What the checks' rules are called, said in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

RULES: dict[str, str] = {
    "masthead-session": "Session in the masthead",
    "masthead-symbol": "Symbol in the masthead",
    "opening-italics": "Italics of the opening words",
    "opening-form": "Form of the opening words",
    "opening-capitals": "Capitals in the opening words",
    "preambular-ending": "Preambular paragraphs end in a comma",
    "operative-ending": "Operative paragraphs end in a semicolon",
    "last-ending": "The last paragraph ends in a full stop",
    "lead-in-ending": "A colon before sub-paragraphs",
    "subparagraph-ending": "Sub-paragraphs end in a semicolon",
    "number-out-of-order": "Numbers that do not run on",
    "negotiation-number": "Numbers left from negotiation",
    "also-further": "Also and further",
    "also-order": "Where “also” stands",
    "cue-without-note": "Footnote mark without a note",
    "cue-before-punctuation": "Footnote mark before punctuation",
    "note-without-cue": "Footnote called nowhere",
    "note-ending": "Footnotes end in a full stop",
    "empty-note": "Empty footnote",
    "first-mention-undated": "First mention takes the date",
    "later-mention-dated": "Later mentions go without the date",
    "citation-form": "How a resolution is cited",
    "wrong-date": "Date of a cited resolution",
    "unknown-symbol": "Symbol the catalogue does not know",
    "not-yet-adopted": "Cited before it was adopted",
    "list-order": "Order of a list of resolutions",
    "doubled-citation": "Cited twice in one list",
    "list-comma": "Comma before “and” in a list",
    "list-and": "“And” before the last of a list",
    "own-resolution": "“Its resolution”",
    "footnote-style": "How footnotes are worded",
    "abbreviation": "Abbreviations are spelled out",
    "unexplained-abbreviation": "Abbreviation not introduced",
    "body-name": "Names of bodies",
    "take-note": "“Taking note of” and “noting”",
    "upon-request": "“Upon request”",
    "report-back": "Session of a report",
    "dead-reference": "Reference to a paragraph that is not there",
    "spelling": "Spelling",
    "doubled-word": "Word written twice",
    "date-form": "Form of dates",
    "range-dash": "Dash in ranges",
    "small-number": "Numbers below ten",
    "straight-quotes": "Curly quotation marks",
    "unclosed-quotes": "Quotation marks left open",
    "quote-stop": "Stop inside a quoted fragment",
    "inner-quotes": "Quotation marks within quotation marks",
    "serial-comma": "Comma before “and” in a row of words",
    "including-comma": "Comma before “including”",
    "further-verb-comma": "Comma before a further request",
    "per-cent": "“Per cent”",
    "large-number": "Numbers from ten on",
    "set-off-comma": "Commas around “within its mandate”",
    "in-particular-comma": "Comma before “in particular”",
    "doubled-and": "“And” twice in a list",
    "present-resolution": "“The present resolution”",
    "adverb-hyphen": "Hyphen after an adverb in -ly",
    "title-quotes": "Quotation marks around a publication",
    "entitled-quotes": "Quotation marks after “entitled”",
    "ibid": "“Ibid.” in footnotes",
    "speaker-line": "Comma after the organ’s name",
    "leftover-bracket": "Square brackets left over",
    "leftover-attribution": "Attribution left over",
}

SEVERITY = {
    "error": ("✕", "Errors", "error: no official text does this"),
    "warning": ("▲", "Warnings", "warning: editors usually change this"),
    "note": ("•", "Notes", "note: a matter of taste"),
}
"""Sign, heading and meaning of each severity; the sign tells them apart without colour."""


def tr(text: str) -> str:
    """Translate a string of this module."""
    return QCoreApplication.translate("checks", text)


def check_words(rule: str) -> str:
    """The name of a rule in words."""
    return tr(RULES[rule]) if rule in RULES else rule.replace("-", " ").capitalize()


def source_said(source: str) -> str:
    """Where a rule comes from, for one who does not know what the project calls its notes."""
    return source.replace("DOMAIN rule", tr("United Nations usage, rule"))
