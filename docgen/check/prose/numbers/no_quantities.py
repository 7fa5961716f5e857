"""Numbers that count nothing: dates, telephone numbers, sections, versions, addresses, the names of laws and forms."""

from __future__ import annotations

from docgen.check.kept import kept
from docgen.check.prose.dates.moments import moments
from docgen.check.prose.pattern import Pattern, each_match

_REFERRED = (
    r"[Ss]ections?|[Tt]ables?|[Ff]igures?|[Ff]igs?\.?|[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|[Cc]hapters?|[Pp]aragraphs?"
    r"|[Pp]aras?\.?|[Pp]ages?|pp?\.|[Cc]lauses?|[Ss]chedules?|[Rr]egulations?|regs?\.?|[Aa]rticles?|[Vv]ersions?"
    r"|[Ii]tems?|[Qq]uestions?|[Bb]ands?|[Pp]hases?|[Tt]ranches?|[Ww]aves?|[Ll]evels?|[Tt]iers?|[Oo]ptions?"
    r"|[Ss]chemes?|[Oo]bjectives?|[Pp]riorit(?:y|ies)|[Rr]ecommendations?|[Aa]ppraisals?|[Gg]ateway|[Rr]ef(?:erence)?\.?"
    r"|[Nn]umbers?(?!\sof)|[Nn]os?\.|[Ff]ootnotes?|[Ww]orkstreams?|[Ss]tandards?|[Rr]isks?|[Bb]ox(?:es)?|[Ss]teps?"
    r"|Parts?|part|Models?|Types?|Groups?|Stages?|Years?|Weeks?|Days?|Months?|Rooms?|Units?|Forms?|Goals?|Strands?"
    r"|Grades?|Domains?|Outcomes?|Themes?|Papers?|Lots?|Notes?|Points?|Categor(?:y|ies)|Minutes?|Lines?|Rows?|Columns?"
    r"|Act|Order|Vol(?:ume)?\.?|Issues?|Editions?|Scenarios?|Pillars?|Quarters?|Q|S[Ii]|ISBN|[Cc]ross-reference"
)
_NUMBER = r"(?:\d+(?:\.\d+)*[a-z]?(?:\(\w+\))*)"
_NUMBERS = rf"{_NUMBER}(?:\s?(?:,|and|or|to|&|-|–)\s?{_NUMBER}(?!\s?%|,\d|\s(?:per cent|million)))*"

_FORMS = tuple(
    map(
        Pattern,
        (
            rf"\b(?=[A-Za-z-]++\.?\s?\d)(?<!first\s)(?<!second\s)(?<!third\s)(?<!last\s)(?<!next\s)(?:{_REFERRED})"
            rf"\s?{_NUMBERS}(?!\s?%|,\d|\s?(?:k|m|bn)\b)",
            r"\b[Yy]ear\s(?:[1-9]|one|two|three|four|five)\b",
            r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,80}@\S+",
            r"(?<!\d)(?:\+\d{2}\s?|\(?0)\d{2,4}\)?(?:[ -]?\d{3,4}){1,3}\b",
            r"(?<![\d.,])(?<!,\s)\b0\d+\b(?![.,]\d)",
            r"\bNHS\s(?:111|24)\b|(?<=\b[Cc]all\s)(?:999|101|111)\b|\b24/7\b",
            r"\b\d{1,2}(?:[:.]\d{2})?(?:\s?(?:am|pm|a\.m\.|p\.m\.)|\so['’]clock)(?!\w)"
            r"|\b\d{1,2}:\d{2}\b",
            r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b",
            r"\b\d+(?:\.\d+){2,}\b|\b[vV]\.?\d+(?:\.\d+)*\b",
            r"(?<![\d.,])(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2}))?(?![\d,%]|\.\d|\s?%)",
            r"(?<![\d/%])\d+/\d+(?:/\d+)*(?![\d/]|\s?%)",
            r"\b(?=\w++[-/]\d)\w{0,40}[A-Za-z]\w{0,40}[-/]\d[\w-]*|\b[A-Za-z]++\d\w*(?:\(\w+\))*",
            r"\b\d+(?:st|nd|rd|th)\b|\b\d+(?:\(\w+\))+|\b\d+[A-Z]\w*\b",
            r"\[\d+\]",
            r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|^\s*\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z])",
            r"(?:^|[:;,]\s|\band\s)\(\d\)\s(?=[a-zA-Z])",
            r"\b(?:one|1)[ -](?:to|on)[ -](?:one|1)\b|\b\d+:\d+\b",
            r"\b(?:no|any|every|each|some|which|the|this|that|another)\s?one\b(?!\sof)"
            r"|\bone\s(?:another|day)\b|\bone-?off\b",
            r"\bone\s(?:vote|voice|place)\b",
        ),
    )
)

LISTED = Pattern(r"(?<![\d/])\d{1,3}(?:\.\d{1,6})?(?:\s?/\s?\d{1,3}(?:\.\d{1,6})?)+\s?%")
"""`58/17/25%`, which is no date."""


@kept
def without(words: str) -> str:
    """A text with noughts of no meaning in place of numbers that count nothing; all else stands where it stood."""
    spans = [(mention.start, mention.end) for mention in moments(words)]
    spans += [found.span() for _, found in each_match(_FORMS, words)]
    listed = [found.span() for found in LISTED.finditer(words)]
    spans = [span for span in spans if not any(span[0] < end and start < span[1] for start, end in listed)]
    kept, last = [], 0
    for start, end in sorted(spans):
        kept += [words[last:start], BLANK * (end - max(start, last))]
        last = max(last, end)
    return "".join([*kept, words[last:]])


BLANK = "\N{SYMBOL FOR NULL}"
"""Stands in the place of each character that was taken out: no word, no space, no stop."""
