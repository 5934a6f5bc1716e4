"""What every command needs: messages, JSON, the options of a cycle, the way to the window."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import click

from drafter.errors import DrafterError, UnwritableFile
from drafter.model import Cycle, Resolution

JSON = dict[str, Any]
Command = Callable[..., Any]

FOUND_ERRORS, USAGE, UNREADABLE, UNWRITABLE = 1, 2, 3, 4
"""Exit statuses besides 0 (shared contract, CLI)."""
FAULT = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits)."""


def say(message: str) -> None:
    """A message for the person, on standard error."""
    click.echo(f"drafter: {message}", err=True)


def show_json(result: JSON, *, indent: int | None = 1) -> None:
    """A result on standard output."""
    click.echo(json.dumps(result, ensure_ascii=False, indent=indent))


def keep_apart(output: str | None, *others: str | None) -> None:
    """UnwritableFile where ``output`` is one of the other files of a command, under any name."""
    for other in filter(None, others):
        try:
            same = output is not None and Path(output).samefile(other)
        except OSError:
            same = output == other
        if same:
            raise UnwritableFile(
                f"{output} was not written: the command has that file already, as {other}; "
                "choose another name."
            )


def window() -> Any:
    """What only the window's package can do, through the entry point it registers.

    DrafterError where it is not installed.
    """
    for point in entry_points(group="drafter.window"):
        try:
            return point.load()
        except ImportError as error:
            raise DrafterError(
                f"the window's package does not start here ({error}); install drafter with PySide6 "
                "and the system libraries Qt needs, or use the commands of `drafter --help`."
            ) from None
    raise DrafterError(
        "the window's package is not installed; install drafter whole (pip install .), or use the "
        "commands of `drafter --help`."
    )


class _Date(click.ParamType[dt.date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no date of the form 2017-05-22", param, ctx)


DATE = _Date()


def cycle_options(command: Command) -> Command:
    """The options that say which cycle is drafted for."""
    for option in reversed(
        (
            click.option("--organ", help="Where it is tabled: A, A/C.3, E, E/CN.15, A/HRC, S …"),
            click.option("--session", help="Session there: 80, ES-11, or a year for E."),
            click.option("--date", type=DATE, help="Today: nothing adopted later is known."),
            click.option("--adopting", help="Organ that adopts it in the end."),
            click.option("--adopting-session", help="Its session then."),
            click.option("--agenda-item", help='Such as "5 (c)".'),
            click.option("--submitter", "submitters", multiple=True, help="May be repeated."),
        )
    ):
        command = option(command)
    return command


def writing_options(command: Command) -> Command:
    """The options that say how a text is written."""
    for option in reversed(
        (
            click.option(
                "--moves", type=click.Choice(["move", "delete"]), default="move",
                help="Track what moved as a move, or as a deletion and an insertion.",
            ),
            click.option(
                "--numbers", type=click.Choice(["follow", "bis"]), default="follow",
                help="Renumber, each change tracked; or number what is new bis, ter.",
            ),
            click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter"),
            click.option(
                "--form", type=click.Choice(["draft", "adopted"]),
                help="Lay the text out as this; else as what it is.",
            ),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def asked_cycle(resolution: Resolution, options: JSON) -> Cycle:
    """The cycle the options and the file give; says what was worked out."""
    from drafter.workflow import work_out_cycle

    cycle, said = work_out_cycle(resolution, **options)
    if said:
        say("worked out: " + "; ".join(said) + ".")
    return cycle
