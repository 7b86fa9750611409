import pytest
from spacy.language import Language

from casus.language.lemmas import apply_script, lemma

PAST = {
    "withdrew": "withdraw",
    "shot": "shoot",
    "fought": "fight",
    "struck": "strike",
    "fled": "flee",
    "led": "lead",
    "wounded": "wound",
    "overran": "overrun",
    "shelled": "shell",
    "seized": "seize",
    "left": "leave",
    "hit": "hit",
    "died": "die",
}
PARTICIPLES = {"retaken": "retake", "taken": "take", "withdrawn": "withdraw", "fallen": "fall", "hung": "hang"}
PLURALS = {"gunmen": "gunman", "allies": "ally", "bodies": "body", "wives": "wife", "airstrikes": "airstrike"}


@pytest.mark.parametrize(("form", "expected"), PAST.items())
def test_a_past_form_has_its_verb_as_lemma(form: str, expected: str) -> None:
    assert lemma(form, "VERB", "VBD", "0|0|") == expected


@pytest.mark.parametrize(("form", "expected"), PARTICIPLES.items())
def test_a_participle_has_its_verb_as_lemma(form: str, expected: str) -> None:
    assert lemma(form, "VERB", "VBN", "0|0|") == expected


@pytest.mark.parametrize(("form", "expected"), PLURALS.items())
def test_a_plural_has_its_singular_as_lemma(form: str, expected: str) -> None:
    assert lemma(form.capitalize(), "NOUN", "NNS", "0|0|") == expected


def test_the_part_of_speech_decides_between_lemmas() -> None:
    assert lemma("killing", "NOUN", "NN", "0|0|") == "killing"
    assert lemma("killing", "VERB", "VBG", "0|0|") == "kill"
    assert lemma("found", "VERB", "VB", "0|0|") == "found"
    assert lemma("found", "VERB", "VBD", "0|0|") == "find"


def test_a_name_is_its_own_lemma() -> None:
    assert lemma("Forces", "PROPN", "NNPS", "0|1|") == "Forces"
    assert lemma("United", "ADJ", "NNP", "0|2|e") == "United"


def test_an_adjective_keeps_the_capital_that_is_its_own() -> None:
    assert lemma("Yemeni", "ADJ", "JJ", "1|0|") == "Yemeni"
    assert lemma("Armed", "ADJ", "JJ", "0|0|") == "armed"


def test_a_script_cuts_and_adds_in_the_case_it_names() -> None:
    assert apply_script("Them", "0|1|y") == "they"
    assert apply_script("Days", "1|1|") == "Day"
    assert apply_script("NATO", "2|0|") == "NATO"
    assert apply_script("Was", "=be") == "be"


def test_a_script_made_for_longer_words_leaves_the_word() -> None:
    assert apply_script("An", "0|3|e") == "an"


def test_lemmas_of_contractions_are_whole_words(nlp: Language) -> None:
    doc = nlp("They hadn't fled, and she's wounded.")
    assert [token.lemma_ for token in doc][:4] == ["they", "have", "not", "flee"]
