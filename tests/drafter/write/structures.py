"""What Word files hold around their runs: controls, fields, tags, marks, changes by others."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any

from lxml import etree

from tests.drafter.write.judge import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Around:
    """Puts structure around the runs of a document at random; each method is one kind of it."""

    def __init__(self, root: Any, random: Random) -> None:
        self._root = root
        self._random = random
        self._made = 900_000

    def add(self, kinds: list[str], count: int) -> None:
        for _ in range(count):
            runs = [
                run
                for run in self._root.iter(W + "r")
                if run.getparent().tag == W + "p" and run.find(W + "t") is not None
            ]
            if runs:
                getattr(self, self._random.choice(kinds))(self._random.choice(runs))

    def control(self, run: Any) -> None:
        control = _new("sdt")
        run.addprevious(control)
        control.append(_new("sdtPr"))
        control[0].append(_new("id", val=self._id()))
        control.append(_new("sdtContent"))
        control[1].append(run)

    def field(self, run: Any) -> None:
        if next(run.getparent().iter(W + "fldChar"), None) is not None:
            return  # no field in what a field shows
        _wrap(run, _new("fldSimple", instr=" DOCPROPERTY Subject "))

    def smart_tag(self, run: Any) -> None:
        _wrap(run, _new("smartTag", uri="urn:tags", element="place"))

    def custom(self, run: Any) -> None:
        _wrap(run, _new("customXml", uri="urn:tags", element="place"))

    def direction(self, run: Any) -> None:
        _wrap(run, _new("bdo", val="ltr"))

    def inserted(self, run: Any) -> None:
        _wrap(run, _new("ins", **self._other()))

    def deleted(self, run: Any) -> None:
        stay = " ".join(one.findtext(W + "t", "") for one in run.itersiblings(W + "r"))
        if not re.search("[a-z]{3}", stay):
            return  # a paragraph keeps some of its words
        for text in run.iter(W + "t"):
            text.tag = W + "delText"
        _wrap(run, _new("del", **self._other()))

    def bookmark(self, run: Any) -> None:
        key = self._id()
        run.addprevious(_new("bookmarkStart", id=key, name=f"mark{key}"))
        run.addnext(_new("bookmarkEnd", id=key))

    def permission(self, run: Any) -> None:
        key = self._id()
        run.addprevious(_new("permStart", id=key, edGrp="everyone"))
        run.addnext(_new("permEnd", id=key))

    def proof(self, run: Any) -> None:
        run.addprevious(_new("proofErr", type="spellStart"))

    def halves(self, run: Any) -> None:
        text = run.find(W + "t")
        if len(text.text or "") < 2:
            return
        at = self._random.randrange(1, len(text.text))
        second = _new("r")
        second.extend(deepcopy(run.findall(W + "rPr")))
        rest = _new("t")
        rest.text, text.text = text.text[at:], text.text[:at]
        for half in (rest, text):
            half.set(_SPACE, "preserve")
        second.append(rest)
        second.extend(list(text.itersiblings()))
        run.addnext(second)

    def soft_hyphen(self, run: Any) -> None:
        run.append(_new("softHyphen"))

    def page(self, run: Any) -> None:
        run.append(_new("lastRenderedPageBreak"))

    def nothing(self, run: Any) -> None:
        run.addnext(_new("r"))

    def formatting(self, run: Any) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            properties = _new("rPr")
            run.insert(0, properties)
        if properties.find(W + "rPrChange") is None:
            properties.append(_new("rPrChange", **self._other()))
            properties[-1].append(_new("rPr"))

    def paragraph_mark(self, run: Any) -> None:
        """The end of the paragraph was put in by somebody else."""
        paragraph = run.getparent()
        properties = paragraph.find(W + "pPr")
        following = paragraph.getnext()
        if properties is None or following is None or following.tag != W + "p":
            return
        if properties.find(W + "rPr") is not None:
            return
        behind = [child for child in properties if child.tag in (W + "sectPr", W + "pPrChange")]
        marks = _new("rPr")
        marks.append(_new("ins", **self._other()))
        properties.insert(len(properties) - len(behind), marks)

    def _id(self) -> str:
        self._made += 1
        return str(self._made)

    def _other(self) -> dict[str, str]:
        return {"id": self._id(), "author": "An editor", "date": "2020-01-02T00:00:00Z"}


KINDS = [name for name in vars(Around) if not name.startswith("_") and name != "add"]


def with_structure(data: bytes, random: Random, kinds: list[str], count: int) -> bytes:
    """A Word file with so much structure around the runs of its body."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(part)
                Around(root, random).add(kinds, count)
                part = etree.tostring(root, encoding="UTF-8", standalone=True)
            new.writestr(name, part)
    return out.getvalue()


def _new(tag: str, /, **values: str) -> Any:
    return etree.Element(W + tag, {W + key: value for key, value in values.items()})


def _wrap(run: Any, around: Any) -> None:
    run.addprevious(around)
    around.append(run)
