"""Slides: they say what the Word file says, hold all of it, and are real slides with places, notes and alternatives."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from docgen.diagnostic import Findings
from docgen.resolve.resolve import resolve
from docgen.tree.block import SPEAKER_NOTES, Align, Block, Callout
from docgen.tree.document import Document
from docgen.tree.inline import Picture
from docgen.write.edition import PLAIN_EDITION
from docgen.write.pptx.measuring import height, lines, parted
from docgen.write.pptx.page import BODY
from docgen.write.pptx.words import Manner, Run, Words
from docgen.write.pptx.writer import write_pptx
from tests.awkward import AWKWARD
from tests.generated import COUNT, generated
from tests.pptx_lines import Section, sections_of_pptx
from tests.rich_document import every_kind
from tests.trees import (
    bullets,
    column,
    contents,
    cover,
    definitions,
    document,
    figure,
    footnote,
    heading,
    here,
    link,
    note,
    numbers,
    page_break,
    paragraph,
    png,
    reference,
    row,
    table,
    title,
)
from tests.word_files import write_docx
from tests.word_lines import lines_of_docx, plain

LONG = "The group serves its registered people together with NHS England, so that money and buildings follow need. "


def spoken(*blocks: Block) -> Callout:
    """Notes of a speaker."""
    return Callout(SPEAKER_NOTES, (), blocks, here())


def slides_of(*blocks: Block, **more: Any) -> tuple[bytes, Findings]:
    """The file of a paper with these blocks."""
    findings = Findings()
    made = resolve(document(title("Briefing"), *blocks, **more), findings)
    return write_pptx(made, findings, PLAIN_EDITION), findings


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def codes(findings: Findings) -> list[str]:
    return [found.code.id for found in findings]


def words_in(lines: list[str]) -> Counter[str]:
    """The words of lines without the signs of lists, headings and cells."""
    return Counter(word for line in lines for word in line.split() if word not in ("•", "|", "¶", "#", "##", "---"))
