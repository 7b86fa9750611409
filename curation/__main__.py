"""`python -m curation FOLDER [MODULE]`: makes the data files from the reference files in a folder."""

import importlib
import sys
from pathlib import Path

MODULES = ("cities", "provinces", "features", "airfields", "ucdp", "parties", "officials", "outlines", "prepare")


def main(folder: str, only: str | None = None) -> None:
    """Run one module, or all in their order."""
    for module in MODULES if only is None else (only,):
        print(module, file=sys.stderr, flush=True)
        importlib.import_module(f"curation.{module}").run(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
