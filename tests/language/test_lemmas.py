import pytest
from spacy.language import Language

from casus.language.lemmas import lemma

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
    assert lemma(form, "VERB", "VBD") == expected


@pytest.mark.parametrize(("form", "expected"), PARTICIPLES.items())
def test_a_participle_has_its_verb_as_lemma(form: str, expected: str) -> None:
    assert lemma(form, "VERB", "VBN") == expected


@pytest.mark.parametrize(("form", "expected"), PLURALS.items())
def test_a_plural_has_its_singular_as_lemma(form: str, expected: str) -> None:
    assert lemma(form.capitalize(), "NOUN", "NNS") == expected


def test_the_part_of_speech_decides_between_lemmas() -> None:
    assert lemma("killing", "NOUN", "NN") == "killing"
    assert lemma("killing", "VERB", "VBG") == "kill"
    assert lemma("found", "VERB", "VB") == "found"
    assert lemma("found", "VERB", "VBD") == "find"


def test_a_name_is_its_own_lemma() -> None:
    assert lemma("Forces", "PROPN", "NNPS") == "Forces"
    assert lemma("United", "ADJ", "NNP") == "United"


def test_an_adjective_keeps_the_capital_that_is_its_own() -> None:
    assert lemma("Yemeni", "ADJ", "JJ") == "Yemeni"
    assert lemma("Armed", "ADJ", "JJ") == "armed"


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("n't", "PART", "RB", "not"),
        ("’s", "AUX", "VBZ", "be"),
        ("'d", "AUX", "VBD", "have"),
        ("'d", "AUX", "MD", "would"),
        ("Them", "PRON", "PRP", "they"),
        ("her", "PRON", "PRP", "she"),
        ("her", "PRON", "PRP$", "her"),
        ("More", "ADJ", "JJR", "more"),
        ("An", "DET", "DT", "a"),
    ],
)
def test_closed_classes_go_by_the_list(form: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(form, upos, xpos) == expected


def test_lemmas_of_contractions_are_whole_words(nlp: Language) -> None:
    doc = nlp("They hadn't fled, and she's wounded.")
    assert [token.lemma_ for token in doc][:4] == ["they", "have", "not", "flee"]
