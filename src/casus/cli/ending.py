"""How a command ends: with one line for an error of Casus's own, and quietly when its reader has gone."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from casus.errors import CasusError

SOME_LEFT_OUT = 1
"""Part of the input could not be read; the rest was worked on."""
READER_GONE = 128 + 13
"""As the shell reports a process that SIGPIPE ended: `casus extract … | head`."""


class Commands(TyperGroup):
    """The commands, whose errors become a line on standard error and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise _end(READER_GONE) from None
        except CasusError as error:
            if isinstance(error.__cause__, BrokenPipeError):
                raise _end(READER_GONE) from None
            typer.echo(f"casus: {error}", err=True)
            raise _end(error.exit_status) from None
        return result


def _end(status: int) -> typer.Exit:
    """Return what ends the process, after what can no longer be written is sent nowhere."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return typer.Exit(status)
