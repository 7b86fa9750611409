"""Records of two stories for the rooms that stand on the graph: rockets, and the strikes that answered them."""

from tests.graph.stories import Telling

from casus.ontology import Predicate
from casus.records import Record

ROCKETS = (
    "Rockets fired by Kataib Hezbollah hit a base near Kirkuk in Iraq and killed an American. "
    "Iran arms Kataib Hezbollah."
)
STRIKES = (
    "American jets bombed depots of Kata'ib Hezbollah in Iraq to answer the rockets near Kirkuk. "
    "Tehran denied that it stands behind Kata'ib Hezbollah."
)

ODD = "wire/rockets #1?"
"""A document's id with all that addresses give a meaning to."""


def rockets() -> Record:
    """A group that Iran arms kills an American."""
    told = Telling(ODD, ROCKETS, "2019-12-28").tells("i1", "Rockets", "2019-12-27", mode="heavy-weapons", killed=1)
    told.says("i1", Predicate.PERPETRATOR, "org/kataib-hezbollah", sure=0.9)
    told.says("i1", Predicate.TARGET, "state/USA", sure=0.9)
    told.says("i1", Predicate.LOCATED_IN, "place/kirkuk", sure=0.9)
    told.says("place/kirkuk", Predicate.LOCATED_IN, "state/IRQ", sure=0.9)
    return told.says("org/kataib-hezbollah", Predicate.BACKED_BY, "state/IRN", sure=0.9, words="arms").record


def strikes() -> Record:
    """The United States answer; Iran denies that it backs the group."""
    told = Telling("strikes", STRIKES, "2019-12-30")
    told.tells("i1", "bombed", "2019-12-29", mode="aerial").tells("i2", "rockets", "2019-12-27", mode="heavy-weapons")
    told.says("i1", Predicate.PERPETRATOR, "state/USA", sure=0.9)
    told.says("i1", Predicate.TARGET, "org/kataib-hezbollah", sure=0.9)
    told.says("i1", Predicate.LOCATED_IN, "state/IRQ", sure=0.9).says("i1", Predicate.RETALIATES_FOR, "i2", sure=0.9)
    told.says("i2", Predicate.LOCATED_IN, "place/kirkuk", sure=0.9)
    told.says(
        "org/kataib-hezbollah",
        Predicate.BACKED_BY,
        "state/IRN",
        denied=True,
        by="state/IRN",
        sure=0.6,
        words="denied",
    )
    return told.record
