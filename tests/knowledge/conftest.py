from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Token

from casus.knowledge import Knowledge

Tokens = Callable[[str], list[Token]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge.load()


@pytest.fixture(scope="session")
def tokens() -> Tokens:
    tokenizer = spacy.blank("en").tokenizer
    return lambda text: list(tokenizer(text))
