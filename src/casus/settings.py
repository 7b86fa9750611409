"""What a user can set, in one object that is handed in: environment variables named CASUS_… or a file `.env`."""

from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from casus.errors import BadInput


class Settings(BaseSettings):
    """All settings with their defaults; each is read from CASUS_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="CASUS_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Annotated[Path, Field(description="Where the embedded Neo4j keeps its data, notes and log.")] = (
        platformdirs.user_data_path("casus")
    )
    cache_dir: Annotated[Path, Field(description="Where Neo4j's jars are kept once fetched.")] = (
        platformdirs.user_cache_path("casus")
    )
    neo4j_uri: Annotated[
        str | None, Field(description="A Neo4j to use (bolt://, neo4j://, neo4j+s://); none: the embedded one.")
    ] = None
    neo4j_user: Annotated[str, Field(description="The name to sign in with at that Neo4j.")] = "neo4j"
    neo4j_password: Annotated[SecretStr | None, Field(description="The password to sign in with.")] = None
    neo4j_password_file: Annotated[Path | None, Field(description="A file that holds that password.")] = None
    neo4j_database: Annotated[str, Field(description="The database's name.")] = "neo4j"
    maven_url: Annotated[str | None, Field(description="A Maven repository to fetch the jars from; none: Central.")] = (
        None
    )
    server_idle: Annotated[
        float, Field(gt=0, description="Seconds the embedded Neo4j stays up after its last user.")
    ] = 60
    server_start: Annotated[float, Field(gt=0, description="Seconds the embedded Neo4j may take to start.")] = 120
    query_time: Annotated[
        float, Field(gt=0, description="Seconds a query may take; the first of its kind also waits for a plan.")
    ] = 30
    load_batch: Annotated[int, Field(gt=0, description="Documents loaded in one transaction at most.")] = 100
    least_confidence: Annotated[
        float, Field(ge=0, le=1, description="Claims less sure than this make no relationship when they are loaded.")
    ] = 0.5
    model_dir: Annotated[Path | None, Field(description="A language model to use instead of the shipped one.")] = None
    knowledge_dir: Annotated[
        Path | None, Field(description="A folder with actors and places of your own, beside the shipped ones.")
    ] = None
    base_iri: Annotated[str, Field(description="What ids are appended to in RDF.")] = "https://w3id.org/casus/id/"
    data_licence: Annotated[
        str | None, Field(description="The licence of what the graph holds, as an IRI: said in its description.")
    ] = None
    snapshot_dir: Annotated[
        Path | None, Field(description="Where snapshots for SPARQL are kept; none: in the data folder.")
    ] = None
    host: Annotated[str, Field(description="The address the API listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="The port the API listens on.")] = 8000
    keys_file: Annotated[
        Path | None, Field(description="Where the hashes of keys are kept; none: keys.jsonl in the data folder.")
    ] = None
    reads: Annotated[
        Literal["open", "guarded"], Field(description="Whether reading over REST needs a key; writing always does.")
    ] = "open"
    max_unpacked: Annotated[int, Field(gt=0, description="Bytes that an uploaded archive may unpack to.")] = 100_000_000
    max_jobs: Annotated[int, Field(gt=0, description="Jobs that may wait for their turn.")] = 20
    max_body: Annotated[int, Field(gt=0, description="Bytes a request's body may have.")] = 10_000_000
    log_level: Annotated[str, Field(description="debug, info, warning or error.")] = "warning"


def load() -> Settings:
    """Read the settings from the environment and `.env`. Raises BadInput, naming the variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise BadInput(f"CASUS_{str(first['loc'][0]).upper()}: {first['msg']}") from None
