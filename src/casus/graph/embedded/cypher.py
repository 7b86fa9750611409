"""The two statements the embedded server itself needs, from cypher/server."""

from typing import Literal

from casus import resources


def statement(name: Literal["ping", "set_password"]) -> str:
    """Return the statement `cypher/server/NAME.cypher`."""
    return (resources.folder("cypher") / "server" / f"{name}.cypher").read_text("utf-8")
