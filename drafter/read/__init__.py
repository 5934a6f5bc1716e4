"""Bytes to Resolution: a file a format, one structure step, one place for repairs."""

from drafter.read.files import View, read_bytes, read_file
from drafter.read.report import reading_json

__all__ = ["View", "read_bytes", "read_file", "reading_json"]
