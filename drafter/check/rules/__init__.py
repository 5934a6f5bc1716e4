"""One editorial rule a file: ``check(case)`` yields findings, ``NAMES`` are the rules' names."""
