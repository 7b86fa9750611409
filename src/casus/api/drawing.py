"""Answers in other formats than JSON: as maps and as networks."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from casus.formats import feature_collection, network, networks
from casus.formats.networks import Drawable
from casus.formats.places import Mappable, Where, known_places
from casus.knowledge import Knowledge
from casus.settings import Settings


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


MEDIA = {
    Form.GEOJSON: "application/geo+json",
    Form.GRAPHML: "application/graphml+xml",
    Form.GEXF: "application/gexf+xml",
    Form.DOT: "text/vnd.graphviz",
}

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


class Places:
    """Where places are, by what Casus knows; read on first use."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.knowledge_dir
        self._where: Where | None = None

    @property
    def where(self) -> Where:
        """Return the point of a place's id, or none."""
        self._where = self._where or known_places(Knowledge.load(self._folder))
        return self._where


def _places(request: Request) -> Places:
    places: Places = request.app.state.places
    return places


Located = Annotated[Places, Depends(_places)]


def also(*forms: Form) -> dict[int | str, dict[str, Any]]:
    """Return OpenAPI's description of a route's other formats."""
    schema = {form: {"type": "object" if form is Form.GEOJSON else "string"} for form in forms}
    return {200: {"content": {MEDIA[form]: {"schema": schema[form]} for form in forms}}}


MAP = also(Form.GEOJSON)
NETWORK = also(Form.GRAPHML, Form.GEXF, Form.DOT)
BOTH = also(*MEDIA)


WRITERS = {Form.GRAPHML: networks.graphml, Form.GEXF: networks.gexf, Form.DOT: networks.dot}


def mapped(answer: Mappable, form: Form | Map, places: Places) -> Response:
    """Answer in JSON or as a map."""
    if form.value == Form.GEOJSON.value:
        return JSONResponse(feature_collection(answer, places.where), media_type=MEDIA[Form.GEOJSON])
    return Response(answer.model_dump_json(), media_type="application/json")


def drawn(answer: Drawable, form: Form | Network) -> Response:
    """Answer in JSON or as a network."""
    kind = Form(form.value)
    if kind in WRITERS:
        return Response("".join(WRITERS[kind](network(answer))), media_type=MEDIA[kind])
    return Response(answer.model_dump_json(), media_type="application/json")
