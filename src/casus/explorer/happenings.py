"""An incident as pages and pictures tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casus.explorer import addresses, words
from casus.graph.answers import Incident, Ref
from casus.ontology import Predicate

UNKNOWN = "By whom is not told"


@dataclass(frozen=True)
class Happened:
    """An incident, with the part that the entity of the page had in it, if the page is of one."""

    incident: Incident
    roles: Sequence[Predicate] = ()
    confidence: float | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The first and last day on which it can have happened; none where no text says."""
        return (self.incident.date.earliest, self.incident.date.latest) if self.incident.date else ()

    @property
    def middle(self) -> date:
        """The day half-way between them."""
        first, last = self.days
        return first + (last - first) / 2

    @property
    def when(self) -> str:
        """Its date in words."""
        return words.days(self.incident.date) or "no date told"

    @property
    def kind(self) -> str:
        """The foremost of its roles."""
        order = (Predicate.PERPETRATOR, Predicate.TARGET, Predicate.LOCATED_IN)
        return next((role for role in order if role in self.roles), "incident")

    @property
    def href(self) -> str:
        """Its page."""
        return addresses.page_of(self.incident.id)

    @property
    def what(self) -> str:
        """Its type and mode: `assault, aerial`."""
        return ", ".join(filter(None, (self.incident.type.lower(), self.incident.mode)))

    @property
    def manner(self) -> str:
        """Its mode, or where it has none its type, as the shortest that says what it was."""
        return self.incident.mode or self.incident.type.lower()

    @property
    def headline(self) -> str:
        """The words it is called by, with whom it was done to."""
        against = names(self.incident.targets)
        return f"“{self.incident.name}”" + (f" → {against}" if against else "")

    @property
    def title(self) -> str:
        """Who did what to whom, as far as it is told, in the words of the first report."""
        said = f"“{self.incident.name}”"
        return " ".join(filter(None, (names(self.incident.perpetrators), said, names(self.incident.targets))))

    @property
    def note(self) -> str:
        """Its type and toll."""
        return " · ".join(filter(None, (self.what, words.people(self.incident.killed, "killed"))))

    @property
    def toll(self) -> str:
        """Killed and wounded in words."""
        incident = self.incident
        told = (words.people(incident.killed, "killed"), words.people(incident.wounded, "wounded"))
        return ", ".join(filter(None, told))

    @property
    def side(self) -> str:
        """Who did it."""
        return names(self.incident.perpetrators) or UNKNOWN

    @property
    def says(self) -> str:
        """All of it in a sentence."""
        incident = self.incident
        by, against, where = (names(refs) for refs in (incident.perpetrators, incident.targets, incident.places))
        parts = (
            f"{self.when}: {self.what}, “{incident.name}”",
            by and f"by {by}",
            against and f"against {against}",
            where and f"in {where}",
            self.toll,
        )
        return ", ".join(filter(None, parts))

    def after(self, other: "Happened") -> str:
        """How long after another it happened: `2 days later`; nothing where a date is missing or not to the day."""
        if not (self.days and other.days and self.days[0] == self.days[1] and other.days[0] == other.days[1]):
            return ""
        lag = (self.days[0] - other.days[0]).days
        return "the same day" if lag == 0 else f"{words.some(lag, 'day')} later" if lag > 0 else ""


def names(refs: Sequence[Ref]) -> str:
    """Return names one after another."""
    return ", ".join(ref.name for ref in refs)
