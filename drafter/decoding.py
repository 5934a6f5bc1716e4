"""JSON decoders, built so that several threads may use them from the first time on."""

from __future__ import annotations

import threading
from typing import TypeVar

import msgspec

_T = TypeVar("_T")

_ONE_AT_A_TIME = threading.Lock()


def decoder(of: type[_T]) -> msgspec.json.Decoder[_T]:
    """A decoder of values of a type; what it is handed raises msgspec.MsgspecError where that is
    none.

    msgspec (0.22) keeps what it learns of a class on the class, and shows it to other threads
    before it is whole: two threads that decode one type for the first time crash the process. So
    nothing is decoded or converted into a type but with a decoder that was made here, one at a
    time, before.
    """
    with _ONE_AT_A_TIME:
        return msgspec.json.Decoder(of)
