"""Neo4j's jars: a fixed list with checksums, fetched once from a Maven repository into the user's cache."""

import csv
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import requests
from jgo.maven import MavenContext
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from casus.errors import CannotWrite, JarsMissing
from casus.graph.embedded.locks import one_at_a_time
from casus.settings import Settings

VERSION = "5.26.30"
AT_ONCE = 8
TRIES = 3
LIST = Path(__file__).with_name(f"neo4j-{VERSION}.tsv")


@dataclass(frozen=True)
class Jar:
    """A line of the list: Maven coordinates (the classifier may be empty), size in bytes, SHA-256 in hexadecimal."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, as Maven repositories spell it."""
        return "-".join(filter(None, (self.artifact, self.version, self.classifier))) + ".jar"

    def fault(self, path: Path) -> str | None:
        """Say what is wrong with the file at `path`; None: it is this jar, whole and unchanged."""
        if not path.is_file():
            return "is not there"
        if path.stat().st_size != self.size:
            return f"has {path.stat().st_size} bytes instead of {self.size}"
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return None if found == self.sha256 else f"has the SHA-256 {found} instead of {self.sha256}"


def listed(path: Path = LIST) -> list[Jar]:
    """Return the jars of a list in its order; without one, those that make up Neo4j Community."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Jar(row["group"], row["artifact"], row["version"], row["classifier"], int(row["bytes"]), row["sha256"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def jars_folder(settings: Settings) -> Path:
    """Return where the jars are kept; a copy of this folder from another machine does instead of fetching."""
    return settings.cache_dir / f"neo4j-{VERSION}"


def class_path(settings: Settings) -> list[Path]:
    """Return the files of Neo4j's class path, every one verified, after fetching those that are missing or wrong.

    Raises JarsMissing when a jar is neither here nor to be fetched, CannotWrite when the cache has no room for it.
    """
    return provide(listed(), jars_folder(settings), settings.maven_url)


def provide(jars: Sequence[Jar], folder: Path, maven_url: str | None) -> list[Path]:
    """See to it that `folder` holds every jar, whole and unchanged, and return their paths in order.

    Nothing that is right is fetched again. A jar is verified in a folder aside and then renamed into place, so that
    an interrupted one never counts; processes that fetch at the same time take turns.
    """
    if _wrong(jars, folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with one_at_a_time(_beside(folder, ".lock")):
                _fetch_all(_wrong(jars, folder), folder, maven_url)
        except OSError as error:
            raise CannotWrite(f"cannot keep Neo4j's jars in {folder}: {error.strerror or error}") from error
    return [folder / jar.name for jar in jars]


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(folder.name + ending)


def _wrong(jars: Iterable[Jar], folder: Path) -> list[Jar]:
    return [jar for jar in jars if jar.fault(folder / jar.name)]


def _fetch_all(jars: Sequence[Jar], folder: Path, maven_url: str | None) -> None:
    aside = _beside(folder, ".part")
    shutil.rmtree(aside, ignore_errors=True)
    repository = MavenContext(repo_cache=aside, remote_repos={"set": maven_url.rstrip("/")} if maven_url else None)
    progress = Progress(
        TextColumn("Neo4j's jars"), BarColumn(), DownloadColumn(), TimeRemainingColumn(), console=Console(stderr=True)
    )
    bar = progress.add_task("", total=sum(jar.size for jar in jars))
    with progress, ThreadPoolExecutor(AT_ONCE) as pool:
        fetching = {pool.submit(_fetch, jar, repository, folder): jar for jar in jars}
        try:
            for done in as_completed(fetching):
                done.result()
                progress.advance(bar, fetching[done].size)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            shutil.rmtree(aside, ignore_errors=True)


def _fetch(jar: Jar, repository: MavenContext, folder: Path) -> None:
    fault = "was not tried"
    for _ in range(TRIES):
        try:
            path = _download(jar, repository)
        except (requests.RequestException, RuntimeError) as error:  # jgo says "not found" as a RuntimeError
            fault = f"could not be fetched ({error})"
            continue
        fault = jar.fault(path) or ""
        if not fault:
            path.replace(folder / jar.name)
            return
    raise JarsMissing(_message(jar, fault, repository, folder))


def _download(jar: Jar, repository: MavenContext) -> Path:
    component = repository.project(jar.group, jar.artifact).at_version(jar.version)
    artifact = component.artifact(classifier=jar.classifier)
    if artifact.cached_path:
        artifact.cached_path.unlink(missing_ok=True)  # what an earlier try left; jgo would take it for the whole
    return Path(artifact.resolve())


def _message(jar: Jar, fault: str, repository: MavenContext, folder: Path) -> str:
    asked = ", ".join(repository.remote_repos.values())
    return (
        f"Neo4j's jar {jar.name} from {asked} {fault}. Run the command again to go on fetching, set CASUS_MAVEN_URL to "
        f"another Maven repository, or do without: set CASUS_NEO4J_URI to a Neo4j of your own; start one with "
        f"`docker compose up -d neo4j`; or copy the folder {folder} from a machine that has it"
    )
