"""The way to Neo4j: the server that CASUS_NEO4J_URI names, or else the embedded one, started or attached to.

Whatever the driver raises becomes one of Casus's own errors inside `with translated(settings):`.
"""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as neo4j_errors

from casus.errors import BadInput, CannotWrite, CasusError, GraphAway, Refused, TimedOut, Unreadable, WrongPassword
from casus.graph.embedded.folder import data_folder
from casus.graph.statements import statement
from casus.settings import Settings

_LIMITS: dict[str, Any] = {
    "telemetry_disabled": True,
    "notifications_min_severity": "OFF",
    "connection_timeout": 5.0,
    "connection_acquisition_timeout": 10.0,
    "max_transaction_retry_time": 5.0,
}
_SCHEMES = {scheme + ending for scheme in ("bolt", "neo4j") for ending in ("", "+s", "+ssc")}


class Lease(Protocol):
    """What keeps the embedded server from ending while it is used."""

    def close(self) -> None:
        """Let it go; a second call does nothing."""


@dataclass(frozen=True)
class Target:
    """A server to talk to."""

    uri: str
    auth: tuple[str, str] | None
    lease: Lease | None = None


@dataclass(frozen=True)
class Description:
    """What `casus check` says of the graph's server: where, whose, which version, and how it is."""

    uri: str | None
    embedded: bool
    state: str
    version: str | None


def open_driver(settings: Settings) -> neo4j.Driver:
    """Return a driver to the graph's server, starting the embedded one where none runs.

    The embedded server stays up until the driver is closed or forgotten. A server that CASUS_NEO4J_URI names is first
    asked by the first query. Raises BadInput for a URI that is none, Unreadable for a password file that cannot be
    read, and the errors of `casus.graph.embedded.server.attach_or_start`.
    """
    target = _target(settings)
    driver = neo4j.GraphDatabase.driver(target.uri, auth=target.auth, **_LIMITS)
    if target.lease:
        _keep(target.lease, driver)
    return driver


@contextmanager
def translated(settings: Settings) -> Iterator[None]:
    """Raise what goes wrong with the driver inside the block as GraphAway, WrongPassword, Refused or TimedOut.

    A failure of another kind, a statement that Neo4j does not understand, say, is a fault of ours and passes as it is.
    """
    try:
        yield
    except (neo4j_errors.Neo4jError, neo4j_errors.DriverError) as error:
        known = _translation(error, settings)
        if known is None:
            raise
        raise known from error


def describe(settings: Settings) -> Description:
    """Say which server the settings lead to and how it is; starts nothing."""
    if settings.neo4j_uri:
        return _asked(settings, _named(settings, settings.neo4j_uri), embedded=False)
    from casus.graph.embedded import server  # noqa: PLC0415 (who has a server of their own needs none of it)

    state, note = server.state(settings)
    if state != "running" or note is None:
        return Description(None, embedded=True, state=state, version=note.neo4j if note else None)
    return _asked(settings, Target(note.uri, (note.user, note.password)), embedded=True)


def _target(settings: Settings) -> Target:
    if settings.neo4j_uri:
        return _named(settings, settings.neo4j_uri)
    from casus.graph.embedded import server  # noqa: PLC0415 (who has a server of their own needs none of it)

    place = server.attach_or_start(settings)
    return Target(place.note.uri, (place.note.user, place.note.password), place.lease)


def _named(settings: Settings, uri: str) -> Target:
    parts = urlsplit(uri)
    try:
        sound = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number
        sound = False
    if not sound:
        raise BadInput(f"CASUS_NEO4J_URI: {uri!r} is no address like bolt://localhost:7687 or neo4j+s://HOST")
    return Target(uri, _auth(settings))


def _auth(settings: Settings) -> tuple[str, str] | None:
    if settings.neo4j_password:
        return settings.neo4j_user, settings.neo4j_password.get_secret_value()
    if not settings.neo4j_password_file:
        return None
    try:
        return settings.neo4j_user, settings.neo4j_password_file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"CASUS_NEO4J_PASSWORD_FILE: cannot read {settings.neo4j_password_file}: {error}") from error


def _keep(lease: Lease, driver: neo4j.Driver) -> None:
    close = driver.close

    def close_and_let_go() -> None:
        try:
            close()
        finally:
            lease.close()

    driver.close = close_and_let_go  # type: ignore[method-assign]  # the driver tells nobody else that it closes
    weakref.finalize(driver, lease.close)


def _asked(settings: Settings, target: Target, *, embedded: bool) -> Description:
    try:
        with (
            translated(settings),
            neo4j.GraphDatabase.driver(target.uri, auth=target.auth, **_LIMITS) as driver,
        ):
            answer = driver.execute_query(statement("server/ping").text, database_=settings.neo4j_database)
            version = answer.summary.server.agent.removeprefix("Neo4j/")
    except CasusError as error:
        return Description(target.uri, embedded, str(error), None)
    return Description(target.uri, embedded, "running", version)


def _translation(error: Exception, settings: Settings) -> CasusError | None:
    where = _where(settings)
    match error:
        case neo4j_errors.AuthError():
            return WrongPassword(f"{where} does not accept {_credentials(settings)}")
        case neo4j_errors.Forbidden():
            return Refused(f"{where} does not let its user do this: {error.message}")
        case neo4j_errors.Neo4jError() if "TransactionTimedOut" in (error.code or ""):
            return TimedOut(
                f"the query ran into its time limit of {settings.query_time:g} s; ask for less (a smaller depth, a "
                f"shorter range) or raise CASUS_QUERY_TIME"
            )
        case neo4j_errors.ServiceUnavailable() | neo4j_errors.SessionExpired() | neo4j_errors.ConnectionPoolError():
            return _failure(f"{where} is away", error, settings)
        case neo4j_errors.TransientError() | neo4j_errors.DatabaseError():
            return _failure(f"{where} fails", error, settings)
    return None


def _failure(what: str, error: Exception, settings: Settings) -> CasusError:
    if not settings.neo4j_uri and (shortage := data_folder(settings).shortage()):
        return CannotWrite(f"{what}: {shortage}. Free some, then `casus server stop` and run the command again")
    reason = " ".join(str(error).split())  # in one line
    return GraphAway(f"{what}: {reason}. {_how_to_start(settings)}")


def _credentials(settings: Settings) -> str:
    if settings.neo4j_uri:
        return (
            f"the name {settings.neo4j_user!r} with its password; CASUS_NEO4J_USER and CASUS_NEO4J_PASSWORD or "
            f"CASUS_NEO4J_PASSWORD_FILE set them"
        )
    return f"the password in {data_folder(settings).note}; `casus server stop`, and the next start sets it again"


def _where(settings: Settings) -> str:
    return f"the Neo4j at {settings.neo4j_uri}" if settings.neo4j_uri else f"the embedded Neo4j in {settings.data_dir}"


def _how_to_start(settings: Settings) -> str:
    if settings.neo4j_uri:
        return "Start it (`docker compose up -d neo4j`), or unset CASUS_NEO4J_URI to use the embedded one"
    return f"Run the command again to start it anew; its log: {settings.data_dir / 'server.log'}"
