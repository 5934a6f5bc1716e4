"""The letters above the parts of a resolution ("A", "B"), which belong to no paragraph.

A part's letter is not in the model: it follows from the section of its paragraphs. In the file it
stands on a line of its own, which has to come and go with the part.
"""

from __future__ import annotations

from drafter.model import Kind, Paragraph, Resolution, Text
from drafter.ooxml.blocks import Block
from drafter.write.form import part_letter
from drafter.write.tracked.site import Site


def first_of_parts(resolution: Resolution) -> dict[str, Paragraph]:
    """The first paragraph of every lettered part, by letter."""
    found: dict[str, Paragraph] = {}
    for paragraph in resolution.paragraphs:
        letter = part_letter(paragraph.section)
        if letter is not None:
            found.setdefault(letter, paragraph)
    return found


def letter_lines(site: Site) -> dict[str, Block]:
    """The line of every letter in the old file."""
    document = site.document
    keys = list(document.blocks)
    found: dict[str, Block] = {}
    for letter, paragraph in first_of_parts(site.comparison.old).items():
        blocks = site.blocks(paragraph.id)
        at = keys.index(blocks[0].key) - 1 if blocks else -1
        while at >= 0 and not document.blocks[keys[at]].text.string.strip():
            at -= 1
        if at >= 0 and document.blocks[keys[at]].text.string.strip() == letter:
            found[letter] = document.blocks[keys[at]]
    return found


def is_letter(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one that ``with_letters`` put in."""
    return paragraph.id.startswith("letter ")


def with_letters(resolution: Resolution) -> list[Paragraph]:
    """The paragraphs of a text with a heading for the letter of each part."""
    firsts = {p.id: letter for letter, p in first_of_parts(resolution).items()}
    found: list[Paragraph] = []
    for paragraph in resolution.paragraphs:
        if paragraph.id in firsts:
            letter = firsts[paragraph.id]
            found.append(Paragraph(f"letter {letter}", Kind.HEADING, Text(letter), 1, letter))
        found.append(paragraph)
    return found
