"""The public surface: what is listed is there, and nothing heavy loads before it is used."""

import subprocess
import sys

import casus


def test_every_public_name_is_there() -> None:
    assert all(getattr(casus, name).__name__ == name for name in casus.__all__)


def test_importing_casus_loads_neither_spacy_nor_neo4j_nor_pydantic() -> None:
    code = "import sys, casus; print(sorted({'spacy', 'neo4j', 'pydantic'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
