"""How what is no running text stands in a plain text file: written and read by these signs."""

from __future__ import annotations

TABLE, END_OF_TABLE = "[Table]", "[End of table]"
"""Lines between which a table stands, its rows as lines, its cells parted by tabs."""
PICTURE = "[picture]"
"""Stands for a picture."""
ITALIC = ("<i>", "</i>")
"""Stand around italics that begin or end within a word, where asterisks cannot."""
EXACT = "[A paragraph a line; italics as marked]"
"""Last line of a text that is to be read as it stands: nothing joined, no italics but those marked.
"""
