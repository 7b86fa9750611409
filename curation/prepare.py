"""Folds every name of the data files once, into `names.gz`."""

from pathlib import Path

from casus.knowledge.index import prepare


def run(folder: Path) -> None:  # noqa: ARG001
    """Write `names.gz`."""
    prepare()
