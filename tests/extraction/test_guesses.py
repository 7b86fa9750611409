"""Deeds told by verbs that no lexicon has are kept, and marked as guessed."""

from casus.extraction.triggers import TRIGGERS
from casus.ontology import Predicate
from casus.pipeline import Pipeline
from casus.records import Claim, Document
from casus.settings import Settings


def _perpetrator(text: str) -> Claim:
    record = next(iter(Pipeline(Settings(_env_file=None)).extract([Document(id="one", text=text)])))
    return next(claim for claim in record.claims if claim.predicate == Predicate.PERPETRATOR)


def test_a_guessed_deed_says_so_and_is_held_less_sure_than_one_by_the_lexicon() -> None:
    assert ("butcher", "VERB") not in TRIGGERS
    guessed = _perpetrator("Al-Shabab fighters butchered nine workers near Baidoa.")
    known = _perpetrator("Al-Shabab fighters killed nine workers near Baidoa.")
    assert guessed.rule == "guessed:butcher"
    assert known.rule == "incidents:kill"
    assert guessed.confidence < known.confidence
