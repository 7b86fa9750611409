"""What Casus would use here: which server, model and data, and what is missing. Starts and changes nothing."""

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casus import __version__
from casus.errors import CannotWrite, CasusError, GraphAway
from casus.settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing Casus stands on: whether it will do, and which one it is or what is wrong with it."""

    what: str
    well: bool
    detail: str


def findings(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each thing that Casus stands on."""
    for what, look in LOOKS.items():
        try:
            yield Finding(what, well=True, detail=look(settings))
        except CasusError as error:
            yield Finding(what, well=False, detail=str(error))


def _versions(_settings: Settings) -> str:
    return f"{__version__} on Python {platform.python_version()}"


def _model(settings: Settings) -> str:
    from casus.language.weights import SHIPPED, require  # noqa: PLC0415

    folder = require(settings.model_dir or SHIPPED)
    return f"{'set by CASUS_MODEL_DIR' if settings.model_dir else 'shipped'}, in {folder}"


def _knowledge(settings: Settings) -> str:
    from casus.knowledge import Knowledge  # noqa: PLC0415

    Knowledge.load(settings.knowledge_dir)
    return f"shipped, and that in {settings.knowledge_dir}" if settings.knowledge_dir else "shipped"


def _server(settings: Settings) -> str:
    from casus.graph.connection import describe  # noqa: PLC0415

    server = describe(settings)
    whose = "embedded" if server.embedded else "set by CASUS_NEO4J_URI"
    version = f"Neo4j {server.version}, " if server.version else ""
    if server.state == "running":
        return f"{version}{whose}, at {server.uri}"
    if server.embedded:
        return f"{version}{whose}, {server.state}; whatever needs it starts it"
    raise GraphAway(server.state)


def _jars(settings: Settings) -> str:
    from casus.graph.embedded.jars import jars_folder, listed  # noqa: PLC0415

    if settings.neo4j_uri:
        return "not needed"
    jars, folder = listed(), jars_folder(settings)
    missing = sum(1 for jar in jars if not (folder / jar.name).is_file())
    later = f", {missing} yet to be fetched, which the first start does" if missing else ""
    return f"{len(jars) - missing} of {len(jars)} in {folder}{later}"


def _data(settings: Settings) -> str:
    if settings.neo4j_uri:
        return "not needed"
    folder = settings.data_dir
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        raise CannotWrite(f"{there} cannot be written; set CASUS_DATA_DIR to a folder that can")
    return str(folder)


LOOKS: dict[str, Callable[[Settings], str]] = {
    "casus": _versions,
    "model": _model,
    "knowledge": _knowledge,
    "neo4j": _server,
    "jars": _jars,
    "data": _data,
}
"""What is looked at, in this order; each says what there is, or raises what is wrong."""
