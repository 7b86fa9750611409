"""All about one incident."""

from typing import Annotated

from pydantic import Field, computed_field

from casus.graph.answers.claims import Claim
from casus.graph.answers.contradictions import Contradiction, contradictions
from casus.graph.answers.incidents import Incident, Report


class IncidentProfile(Incident):
    """An incident, every report of it, and every claim about it, the denied ones included."""

    told: Annotated[list[Report], Field(description="Every report, by date of publication.")]
    claims: Annotated[list[Claim], Field(description="Every claim about it, asserted and denied, at most 500.")]

    @computed_field(description="What its reports and the claims about it contradict each other in.")  # type: ignore[prop-decorator]
    @property
    def contradictions(self) -> list[Contradiction]:
        """What its reports and the claims about it contradict each other in."""
        return contradictions(self.told, self.claims)
