"""Files broken on purpose: bytes, ends, members of packages, elements of XML."""

from __future__ import annotations

import io
import random
import re
import zipfile

_TAG = re.compile(rb"<[^<>]{1,300}>")
_SIZE = re.compile(rb'"(\d{1,6})"')


def mutated(data: bytes, seed: int) -> bytes:
    """The file, broken in one of many ways; the same for the same seed."""
    rng = random.Random(seed)
    if data.startswith(b"PK") and rng.random() < 0.85:
        return _package(data, rng)
    return _bytes(data, rng)


def _bytes(data: bytes, rng: random.Random) -> bytes:
    ways = [_flipped, _cut, _doubled, _gone]
    if b"<" in data[:200]:
        ways += [_without_tag, _moved_tag, _strange_number] * 2
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(ways)(data, rng)
    return data


def _flipped(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _part(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randint(1, 4000))


def _doubled(data: bytes, rng: random.Random) -> bytes:
    start, end = _part(data, rng)
    return data[:end] + data[start:end] * rng.randint(1, 5) + data[end:]


def _gone(data: bytes, rng: random.Random) -> bytes:
    start, end = _part(data, rng)
    return data[:start] + data[end:]


def _without_tag(data: bytes, rng: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    tag = rng.choice(tags)
    return data[: tag.start()] + data[tag.end() :]


def _moved_tag(data: bytes, rng: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    tag, place = rng.choice(tags), rng.choice(tags)
    return data[: place.start()] + tag[0] + data[place.start() :]


def _strange_number(data: bytes, rng: random.Random) -> bytes:
    numbers = list(_SIZE.finditer(data))
    if not numbers:
        return data
    found = rng.choice(numbers)
    new = rng.choice([b"-1", b"0", b"99999999999999999999", b"x", b"", b"1e9", "٣".encode()])
    return data[: found.start(1)] + new + data[found.end(1) :]


def _package(data: bytes, rng: random.Random) -> bytes:
    """One member broken, lost, renamed or doubled, or the content of another put in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    at = rng.randrange(len(members))
    if rng.random() < 0.5:
        parts = ("document.xml", "footnotes.xml", "styles.xml", "numbering.xml", ".rels")
        told = [i for i, (name, _) in enumerate(members) if name.endswith(parts)]
        at = rng.choice(told or [at])
    name, content = members[at]
    match rng.randrange(8):
        case 0:
            del members[at]
        case 1:
            members[at] = (name + "x", content)
        case 2:
            members[at] = (name, rng.choice(members)[1])
        case 3:
            members[at] = (name, b"")
        case _:
            members[at] = (name, _bytes(content, rng))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, inside in members:
            archive.writestr(member, inside)
    return out.getvalue()
