"""Behaviour as a table, sentences.jsonl: a sentence, what each name in it stands for, and what is no name."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Token

from casus.knowledge import Knowledge

Tokens = Callable[[str], list[Token]]


SENTENCES = [json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("case", SENTENCES, ids=[case["text"][:40] for case in SENTENCES])
def test_names_in_a_sentence_stand_for_what_they_should(
    case: dict[str, Any], knowledge: Knowledge, tokens: Tokens
) -> None:
    found = readings_by_text(case["text"], knowledge, tokens)
    missing = {name: (of, found.get(name)) for name, of in case["found"].items() if of not in found.get(name, ())}
    assert not missing


@pytest.mark.parametrize("case", SENTENCES, ids=[case["text"][:40] for case in SENTENCES])
def test_common_words_in_a_sentence_are_no_names(case: dict[str, Any], knowledge: Knowledge, tokens: Tokens) -> None:
    assert not readings_by_text(case["text"], knowledge, tokens).keys() & set(case.get("not", ()))


def test_matches_do_not_overlap_and_come_in_order(knowledge: Knowledge, tokens: Tokens) -> None:
    words = [token.text for case in SENTENCES for token in tokens(case["text"])]
    found = knowledge.find(words)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_longest_name_wins(knowledge: Knowledge) -> None:
    (found,) = knowledge.find("al - Qaeda in Iraq".split())
    assert (found.start, found.end) == (0, 5)


def test_a_sentence_without_names_has_none(knowledge: Knowledge) -> None:
    assert knowledge.find("they left before dawn and never came back".split()) == []


def test_an_empty_sentence_has_none(knowledge: Knowledge) -> None:
    assert knowledge.find([]) == []


def readings_by_text(text: str, knowledge: Knowledge, tokens: Tokens) -> dict[str, set[str]]:
    doc = tokens(text)
    return {
        text[doc[one.start].idx : doc[one.end - 1].idx + len(doc[one.end - 1])]: {
            reading.known.id for reading in one.readings
        }
        for one in knowledge.find([token.text for token in doc])
    }
