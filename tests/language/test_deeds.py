"""What the language model guesses of verbs: the kind of deed they tell of."""

import numpy as np
from spacy.language import Language

from casus.language.deeds import Deeds
from casus.language.weights import SHIPPED
from casus.ontology import EventType


def test_a_verb_of_violence_is_guessed_to_be_an_assault(nlp: Language) -> None:
    doc = nlp("Insurgents butchered nine laborers near Baquba.")
    kind, chance = doc[1]._.deed
    assert kind == EventType.ASSAULT
    assert 0.5 <= chance <= 1


def test_what_is_no_verb_and_what_tells_of_nothing_has_no_guess(nlp: Language) -> None:
    doc = nlp("The engineers painted a bridge after the storm.")
    assert [token._.deed for token in doc] == [None] * len(doc)


def test_guesses_survive_the_way_to_another_process(nlp: Language) -> None:
    doc = nlp("Insurgents butchered nine laborers near Baquba.")
    restored = type(doc)(nlp.vocab).from_bytes(doc.to_bytes())
    assert list(restored[1]._.deed) == list(doc[1]._.deed)


def test_the_classifier_that_ships_knows_every_type_of_incident() -> None:
    assert Deeds.read(SHIPPED).kinds == ("none", *EventType)


def test_a_net_whose_classifier_has_yet_to_learn_guesses_nothing() -> None:
    kinds, chances = Deeds.none(4).guess(np.ones((3, 4), np.float32))
    assert kinds.tolist() == [0, 0, 0]
    assert chances.tolist() == [1, 1, 1]
