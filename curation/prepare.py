"""Folds every name of the data files once, into `names.gz`."""

from pathlib import Path

from casus.knowledge.index import prepare


def run(folder: Path) -> None:
    """Write `names.gz`."""
    prepare()
