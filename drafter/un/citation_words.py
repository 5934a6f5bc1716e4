"""The words citations are made of, as regular expressions. Forms: DOMAIN rule 4."""

from __future__ import annotations

import re

from drafter.un.dates import DATE_PATTERN, SPACE
from drafter.un.organs import NAMES_PATTERN

WS = f"{SPACE}+"
_OWNER = (
    rf"(?P<owner>(?:{NAMES_PATTERN})|(?:the{WS})?(?:Assembly|Council|Commission|Conference|"
    rf"Committee))(?:['’]s)?"
)
_ADJECTIVES = (
    rf"(?:(?:own|previous|earlier|subsequent|recent|most|relevant|other|above-mentioned|"
    rf"aforementioned|landmark){WS}){{0,3}}"
)
NAME = re.compile(NAMES_PATTERN)
HEAD = re.compile(
    rf"(?:(?P<its>\b(?:its|their)\b){WS}|\b{_OWNER}{WS})?{_ADJECTIVES}"
    rf"\b(?P<noun>resolutions?|decisions?|(?:most{WS}recent|latest|last){WS}of{WS}which{WS}"
    rf"(?:is|are|was|were))(?![A-Za-z])",
    re.IGNORECASE,
)
"""The words before a number; "its previous resolutions on the matter, the most recent of which are
75/287 and 76/180" has the noun long before."""
_PART = r"(?:\s?[A-Z](?![\w’']|\.\w))"
_NUMBER = (
    rf"(?:E?S[-‑]\d{{1,2}}/\d{{1,3}}|\d{{1,2}}/\d{{1,3}}(?![\d/])|(?:19|20)\d\d/\d{{1,3}}(?![\d/]))"
    rf"{_PART}?"
    rf"|\d{{1,4}}{_PART}?\s?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+)\)"
)
ITEM = re.compile(_NUMBER)
GAP = re.compile(rf"{SPACE}*,?{SPACE}*(?:(?:and|including|inter{WS}alia,?){WS})?")
DATE = re.compile(
    rf"{SPACE}*,?{SPACE}*(?P<all>(?:both|all|each){WS})?"
    rf"(?:of|adopted{WS}on|dated|adopted{WS}by[^,;.]{{3,60}}{WS}on){WS}(?P<date>{DATE_PATTERN})"
)
PARTS = re.compile(
    rf"(?P<join>{SPACE}*(?:,|and|–|-|to|,{SPACE}*and){SPACE}*)(?P<part>[A-Z])(?![\w/’']|\.\w)"
)
NEXT_DATED = re.compile(
    rf"(?:(?!\b(?:resolutions?|decisions?)\b)[^.;“”]){{0,160}}?(?:,{SPACE}*and|,|{WS}and){WS}"
    rf"(?=(?:{_NUMBER}){WS}of{WS}{DATE_PATTERN})"
)
"""The way to the next item of a list over a descriptor that has commas of its own: only a number
with its date is sure to be one."""
JOIN = re.compile(
    rf"{SPACE}*(?:[,;]{SPACE}*(?:and{WS}|as{WS}well{WS}as{WS}|to{WS})?|and{WS}|or{WS}|"
    rf"as{WS}well{WS}as{WS}|to{WS}|through{WS}|[-–]{SPACE}*)"
    rf"(?:(?:of{WS})?(?:its{WS})?(?:(?:in{WS}particular|especially|including|most{WS}recently|"
    rf"notably|subsequently|lastly|the{WS}latest{WS}of{WS}which{WS}is){WS}(?:its{WS})?)?)?"
)
_SUB = rf"(?:{SPACE}?\([a-z]+\))*"
NOTE = re.compile(
    rf"{SPACE}*,{SPACE}*(?:annexe?s?(?:{WS}[IVX]+(?:{WS}and{WS}[IVX]+)?)?|"
    rf"paras?\.{SPACE}*\d+{_SUB}(?:(?:{SPACE}?[–-]{SPACE}?|,{SPACE}*|{WS}(?:and|to){WS}|"
    rf"{WS}and{WS}paras?\.{SPACE}*)\d+{_SUB})*|sects?\.{SPACE}*[IVX]+(?:\.[A-Z])?|"
    rf"para(?:graph)?s?{WS}\d+|sections?{WS}[IVXA-Z]+|part{WS}\w+)(?=[,;.)\s]|$)"
)
ENTITLED = re.compile(rf"{SPACE}*,?{SPACE}*(?P<words>entitled{WS}[“\"](?P<title>[^”\"]+)[”\"])")
ON = re.compile(rf"{SPACE}*,?{SPACE}*(?P<words>(?:on|concerning|regarding|relating{WS}to){WS})")
ON_END = re.compile(
    rf"[,;.:]|{WS}and{WS}(?=(?:its{WS})?(?:resolution|decision|{_NUMBER}))"
    rf"|{WS}and{WS}(?:its{WS})?(?=(?:other|all|previous|subsequent|earlier|relevant|related)\b)"
    rf"|{WS}(?:as{WS}well{WS}as)\b|{WS}in{WS}which\b|$"
)
TRAILING_OWNER = re.compile(
    rf"{WS}of{WS}the{WS}(?P<owner>{NAMES_PATTERN}|Assembly|Council|Commission|Conference)\b",
    re.IGNORECASE,
)
SYMBOL = re.compile(
    r"(?<![\w/.\-])(?:[A-Z][A-Z]{0,7}|CMA|FCCC)(?:/[A-Z][A-Za-z]*(?:\.\d+)?|/[\dA-Z][\w\-]*"
    r"(?:\.\d+)*|/\((?:I|V|X)+\))+(?:\s?\((?:Vol\.|Part|Sect\.)\s?[IVXLC\d]+\))?"
    r"(?:/(?:Add|Rev|Corr)\.\d+)*"
)
OLD_SYMBOL = re.compile(
    r"\s?[A-Z]?\s?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+)\)|\s[A-Z](?![\w’']|\.\w)"
)
