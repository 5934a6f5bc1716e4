"""Drafter: turns last cycle's United Nations resolution into this cycle's draft."""

__version__ = "0.1.0"
