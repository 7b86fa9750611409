"""Two weeks of blow and answer, told by four papers, with two things that somebody denies."""

from tests.graph.stories import Telling, strikes, strikes_again

from casus.ontology import Predicate
from casus.records import Record

KATAIB, IRAN, USA, IRAQ = "org/kataib-hezbollah", "state/IRN", "state/USA", "state/IRQ"


def story() -> list[Record]:
    """Return the records of all six documents."""
    return [strikes(), strikes_again(), embassy(), drone(), missiles(), denial()]


def embassy() -> Record:
    """A crowd answers the air strikes at an embassy."""
    told = Telling(
        "herald/embassy",
        "Men of Kata'ib Hezbollah set fire to the gate of the United States embassy in Baghdad on Tuesday. "
        "It was their reply to the air strikes of Sunday.",
        published="2019-12-31",
        source="The Herald",
    )
    told.tells("h1", "set fire", "2019-12-31", mode="destroy").tells("h2", "air strikes", "2019-12-29", mode="aerial")
    told.says("h1", Predicate.PERPETRATOR, KATAIB).says("h1", Predicate.TARGET, USA)
    told.says("h1", Predicate.LOCATED_IN, "place/baghdad").says("h2", Predicate.TARGET, KATAIB)
    told.says("h2", Predicate.PERPETRATOR, USA)
    return told.says("h1", Predicate.RETALIATES_FOR, "h2", sure=0.75, words="reply").record


def drone() -> Record:
    """A drone kills a commander, in answer to the attack on the embassy."""
    told = Telling(
        "wire/drone",
        "A United States drone killed a commander of the Quds Force at Baghdad airport on Friday. "
        "The Pentagon called it an answer to the storming of its embassy three days before. "
        "The Quds Force pays and equips Kata'ib Hezbollah. "
        "Iran leads the Quds Force.",
        published="2020-01-03",
    )
    told.tells("d1", "killed", "2020-01-03", mode="drone", killed=1).tells(
        "d2", "storming", "2019-12-31", mode="destroy"
    )
    told.says("d1", Predicate.PERPETRATOR, USA, sure=0.9).says("d1", Predicate.TARGET, "org/quds-force")
    told.says("d1", Predicate.LOCATED_IN, "place/baghdad").says("d2", Predicate.TARGET, USA)
    told.says("d2", Predicate.LOCATED_IN, "place/baghdad").says("d2", Predicate.PERPETRATOR, KATAIB)
    told.says("d1", Predicate.RETALIATES_FOR, "d2", words="answer", by=USA)
    told.says(KATAIB, Predicate.BACKED_BY, "org/quds-force", words="pays")
    return told.says("org/quds-force", Predicate.BACKED_BY, IRAN, words="leads").record


def missiles() -> Record:
    """Iran answers the drone with missiles."""
    told = Telling(
        "courier/missiles",
        "Iran fired missiles at two bases in Iraq that house United States troops on Wednesday. "
        "Tehran said they avenged the commander whom a drone had killed in Baghdad. "
        "Iran denies that it arms Kata'ib Hezbollah.",
        published="2020-01-08",
        source="The Courier",
    )
    told.tells("m1", "fired", "2020-01-08", mode="heavy-weapons").tells(
        "m2", "killed", "2020-01-03", mode="drone", killed=1
    )
    told.says("m1", Predicate.PERPETRATOR, IRAN, sure=0.95).says("m1", Predicate.TARGET, USA)
    told.says("m1", Predicate.LOCATED_IN, IRAQ).says("m2", Predicate.LOCATED_IN, "place/baghdad", words="Baghdad")
    told.says("m2", Predicate.TARGET, "org/quds-force", words="commander").says("m2", Predicate.PERPETRATOR, USA)
    told.says("m1", Predicate.RETALIATES_FOR, "m2", sure=0.95, words="avenged", by=IRAN)
    return told.says(KATAIB, Predicate.BACKED_BY, IRAN, denied=True, sure=0.6, words="denies", by=IRAN).record


def denial() -> Record:
    """Two denials of which nothing else is said: Iraq does not back the group, nor did the group fire the rockets."""
    told = Telling(
        "gazette/denial",
        "Iraq denied on Thursday that it supports Kata'ib Hezbollah. "
        "Kata'ib Hezbollah denied that it fired the rockets near Kirkuk on 27 December.",
        published="2020-01-09",
        source="The Gazette",
    )
    told.tells("g1", "fired the rockets", "2019-12-27", mode="heavy-weapons", killed=1)
    told.says(KATAIB, Predicate.BACKED_BY, IRAQ, denied=True, sure=0.7, by=IRAQ)
    told.says("g1", Predicate.LOCATED_IN, "place/kirkuk", words="Kirkuk").says(
        "g1", Predicate.TARGET, USA, words="fired"
    )
    return told.says("g1", Predicate.PERPETRATOR, KATAIB, denied=True, sure=0.5, words="fired", by=KATAIB).record
