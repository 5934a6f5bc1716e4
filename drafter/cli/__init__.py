"""The command line: every verb of the window, by script.

Messages go to standard error in plain words, results to standard output. Exit status: 0 done,
1 ``check`` found errors, 2 wrong usage, 3 an input cannot be read, 4 an output cannot be written.
"""

from __future__ import annotations

import datetime as dt
import errno
import sys
import traceback
from typing import NoReturn

import click
import platformdirs

from drafter.cli.base import FAULT, UNREADABLE, UNWRITABLE, USAGE, say
from drafter.cli.commands import cli
from drafter.errors import Cancelled, DrafterError, UnreadableFile, UnwritableFile

__all__ = ["main"]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main() -> NoReturn:
    """Run the command line and exit with its status; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.exceptions.Abort, KeyboardInterrupt, Cancelled):
        say("Stopped; nothing was changed.")
        sys.exit(130)
    except UnwritableFile as error:
        fail(error, UNWRITABLE)
    except UnreadableFile as error:
        fail(error, UNREADABLE)
    except DrafterError as error:
        fail(error, USAGE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if error.errno not in _FULL:
            _fault(error)
        say("The result cannot be written: no space is left; make room and run it again.")
        sys.exit(UNWRITABLE)
    except Exception as error:
        _fault(error)


def _fault(error: Exception) -> NoReturn:
    """A fault of the program: told in a sentence, with the details in a local log."""
    say(f"this should not have happened ({type(error).__name__}); {_logged()}")
    sys.exit(FAULT)


def fail(error: DrafterError, status: int) -> NoReturn:
    """Say what went wrong and exit."""
    say(str(error))
    sys.exit(status)


def _logged() -> str:
    """Write the traceback to the local log; what to tell the person about it."""
    try:
        log = platformdirs.user_log_path("drafter", appauthor=False, ensure_exists=True)
        with (log / "drafter.log").open("a", encoding="utf-8") as file:
            file.write(f"{dt.datetime.now().isoformat()} {sys.argv}\n{traceback.format_exc()}\n")
    except OSError:
        return "nothing was written."
    return f"the details are in {log / 'drafter.log'}, which stays on this machine."
