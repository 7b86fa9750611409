"""Answers in other formats than JSON: as maps and as networks."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from casus.formats import feature_collection, network, networks
from casus.formats.networks import Drawable
from casus.formats.places import Mappable, Places


class Form(StrEnum):
    """How an answer is written."""

    JSON = "json"
    GEOJSON = "geojson"
    GRAPHML = "graphml"
    GEXF = "gexf"
    DOT = "dot"


class Network(StrEnum):
    """How a way is written."""

    JSON = "json"
    GRAPHML = "graphml"
    GEXF = "gexf"
    DOT = "dot"


class Map(StrEnum):
    """How a list of incidents is written."""

    JSON = "json"
    GEOJSON = "geojson"


MEDIA: Mapping[str, str] = {
    Form.GEOJSON: "application/geo+json",
    Form.GRAPHML: "application/graphml+xml",
    Form.GEXF: "application/gexf+xml",
    Form.DOT: "text/vnd.graphviz",
}
"""What a format is called in Content-Type; by its name, so that it serves every choice of formats."""

As = Annotated[
    Form,
    Query(
        alias="format",
        description="json; a map (geojson); a network for Gephi (graphml, gexf) or Graphviz (dot).",
        examples=["json"],
    ),
]
AsNetwork = Annotated[
    Network,
    Query(
        alias="format",
        description="json; a network for Gephi (graphml, gexf) or Graphviz (dot).",
        examples=["json"],
    ),
]
AsMap = Annotated[Map, Query(alias="format", description="json, or a map (geojson).", examples=["json"])]


async def _places(request: Request) -> Places:
    places: Places = request.app.state.places
    return places


Located = Annotated[Places, Depends(_places)]


def also(*forms: str) -> dict[int | str, dict[str, Any]]:
    """Return OpenAPI's description of a route's other formats."""
    schema = {form: {"type": "object" if form is Form.GEOJSON else "string"} for form in forms}
    return {200: {"content": {MEDIA[form]: {"schema": schema[form]} for form in forms}}}


MAP = also(Form.GEOJSON)
NETWORK = also(Form.GRAPHML, Form.GEXF, Form.DOT)
BOTH = also(*MEDIA)


WRITERS: Mapping[str, Callable[..., Iterable[str]]] = {
    Form.GRAPHML: networks.graphml,
    Form.GEXF: networks.gexf,
    Form.DOT: networks.dot,
}
"""What writes a network."""


def mapped(answer: Mappable, form: Form | Map, places: Places) -> Response:
    """Answer in JSON or as a map."""
    if form == Form.GEOJSON.value:
        return JSONResponse(feature_collection(answer, places.where), media_type=MEDIA[Form.GEOJSON])
    return Response(answer.model_dump_json(), media_type="application/json")


def drawn(answer: Drawable, form: Form | Network) -> Response:
    """Answer in JSON or as a network."""
    if form in WRITERS:
        return Response("".join(WRITERS[form](network(answer))), media_type=MEDIA[form])
    return Response(answer.model_dump_json(), media_type="application/json")
