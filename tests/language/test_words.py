from pathlib import Path

import pytest
import spacy
from spacy.language import Language


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize("word", ["!!!", "?!", "=====", "555-0199", "202-555-0199", "e-mail", "non-combatants", "Lt."])
def test_what_the_treebanks_leave_whole_is_one_word(nlp: Language, word: str) -> None:
    assert words(nlp, f"So ({word}) it is") == ["So", "(", word, ")", "it", "is"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("7:30pm", ["7:30", "pm"]),
        ("and/or", ["and", "/", "or"]),
        ("Enough!!", ["Enough", "!!"]),
        ("anti-war", ["anti", "-", "war"]),
        ("ex-rebels", ["ex", "-", "rebels"]),
        ("2014-2018", ["2014", "-", "2018"]),
        ("al-Shabaab", ["al", "-", "Shabaab"]),
    ],
)
def test_what_the_treebanks_cut_is_cut(nlp: Language, text: str, parts: list[str]) -> None:
    assert words(nlp, text) == parts


def test_wednesday_in_short_is_no_contraction(nlp: Language) -> None:
    assert words(nlp, "on Wed or Wed.") == ["on", "Wed", "or", "Wed."]


def test_a_packaged_pipeline_cuts_words_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    text = "Lt. Farid sent an e-mail at 7:30pm!!!"
    assert words(spacy.load(tmp_path), text) == words(nlp, text)
