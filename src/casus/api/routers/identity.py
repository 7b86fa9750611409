"""What is taken to be the same, and what people judge of it."""

from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from casus.api import parameters, problems
from casus.api.dependencies import Known, Stored
from casus.graph import Graph, answers, queries
from casus.graph.clusters import Verdict

router = APIRouter(prefix="/identity", tags=["identity"])


class Opinion(BaseModel):
    """What a person makes of two reports, or of a name and the entity that it may be another name of."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"one": "a/i1", "other": "b/i1", "verdict": "different", "by": "Ana"}]},
    )

    kind: Annotated[Literal["reports", "entities"], Field(description="What the two are.")] = "reports"
    one: Annotated[
        str, Field(description="The id of the one report; of the entity that is new.", max_length=parameters.LONGEST)
    ]
    other: Annotated[
        str, Field(description="The id of the other; of the entity that is kept.", max_length=parameters.LONGEST)
    ]
    verdict: Annotated[
        Verdict, Field(description="same joins the two, different keeps them apart, unsure leaves it to the score.")
    ]
    by: Annotated[str, Field(description="Who judges.", min_length=1, max_length=200)]


@router.get("/pairs", summary="Reports that may be of one event, for people to judge")
async def pairs(store: Stored, page: parameters.Page) -> answers.Page[answers.Pair]:
    """Return the pairs that nobody has judged: those of which Casus is least sure first."""
    return await store.ask(queries.identity_pairs(page))


@router.get("/names", summary="Organisations that may be one by their names, for people to judge")
async def names(store: Stored, known: Known, page: parameters.Page) -> answers.Page[answers.NamePair]:
    """Return new names with the known organisation, or the other new name, that each is most like.

    A page goes on to the next where 50 organisations were looked at: it can have few pairs, or none, and yet a `next`.
    """
    return await store.ask(queries.name_pairs(known, page))


@router.get("/judgements", summary="What people judged")
async def judgements(store: Stored, page: parameters.Page) -> answers.Page[answers.Judgement]:
    """Return the latest first."""
    return await store.ask(queries.judgements(page))


@router.post(
    "/judgements",
    summary="Judge whether two reports are of one event, or two names of one entity",
    status_code=HTTPStatus.CREATED,
    responses=problems.NOT_FOUND,
)
async def judge(opinion: Opinion, store: Stored) -> answers.Judgement:
    """Let the graph follow what a person says, whatever is computed. The answer's id takes it back.

    An entity that is judged the same as another is merged with it; its id then answers for that one's.
    """

    def judged(graph: Graph) -> answers.Judgement:
        judge = graph.judge if opinion.kind == "reports" else graph.judge_names
        return judge(opinion.one, opinion.other, opinion.verdict, by=opinion.by)

    return await store.work(judged)


@router.delete(
    "/judgements/{id}",
    summary="Take a judgement back",
    status_code=HTTPStatus.NO_CONTENT,
    responses=problems.NOT_FOUND,
)
async def undo(id: parameters.JudgementId, store: Stored) -> None:
    """Leave the graph as it would be without it."""
    await store.work(lambda graph: graph.undo(id))
