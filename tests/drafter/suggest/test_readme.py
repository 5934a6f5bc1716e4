"""What the templates' own guide says is so."""

from __future__ import annotations

import re

from drafter.resources import templates_folder
from drafter.suggest.slots import SLOT_TYPES


def test_the_guide_names_every_folder_and_every_type():
    guide = (templates_folder() / "README.md").read_text("utf-8")
    for folder in templates_folder().iterdir():
        if folder.is_dir():
            assert f"`{folder.name}/`" in guide
    rows = "".join(row.split("|")[1] for row in guide.split("| type |")[1].splitlines()[2:]
                   if row.startswith("|"))  # fmt: skip
    assert set(re.findall(r"`(\w+)`", rows)) == set(SLOT_TYPES)
