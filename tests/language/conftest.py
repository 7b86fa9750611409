import pytest
from spacy.language import Language

from casus.language import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()
