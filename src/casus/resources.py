"""Where the folders that stand at the top of the project are: in a clone, and inside the installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `ontology`, `cypher` or `examples`: the wheel carries each as `casus/_name`."""
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name
