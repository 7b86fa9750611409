"""A run over many documents: how far it is, what was left out, and the exit status that says so."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from casus.cli.ending import SOME_LEFT_OUT
from casus.errors import CannotWrite, CasusError

T = TypeVar("T")


class Run:
    """Counts what is done and reports what is left out."""

    def __init__(self, doing: str, *, shown: bool):
        self._console = Console(stderr=True)
        self.bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}: {task.completed}"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not (shown and self._console.is_terminal),
        )
        self._task = self.bar.add_task(doing, total=None)
        self._done = 0
        self._left_out: list[int] = []

    def left_out(self, error: CasusError) -> None:
        """Say why something is not worked on."""
        self._left_out.append(error.exit_status)
        self._console.print(f"casus: {error}", markup=False, highlight=False, soft_wrap=True)

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, counting those that whoever takes them has finished with."""
        for item in items:
            yield item
            self.done()

    def done(self) -> None:
        """Count one more that is done."""
        self._done += 1
        self.bar.advance(self._task)

    def passed_over(self, _: object) -> None:
        """Count one more for which nothing was left to do."""
        self.done()

    @property
    def exit_status(self) -> int:
        """0: nothing was left out. 1: something was. When nothing at all was done, what the first error says."""
        if not self._left_out:
            return 0
        return SOME_LEFT_OUT if self._done else self._left_out[0]


@contextmanager
def run(doing: str, *, shown: bool = True) -> Iterator[Run]:
    """Show on a terminal how far the block is; end the command with status 1 where something was left out."""
    this = Run(doing, shown=shown)
    with this.bar:
        yield this
    if this.exit_status:
        raise typer.Exit(this.exit_status)


def write(line: str) -> None:
    """Write a line to standard output at once. Raises CannotWrite, for example on a full disk."""
    try:
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(f"cannot write standard output: {error.strerror or error}") from error
