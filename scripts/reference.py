"""The documentation's generated pages, as a hook of MkDocs: written anew in every build from what they describe."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import OWL, Namespace

from casus import resources
from casus.api.app import create_app
from casus.cli import app
from casus.settings import Settings

CASUS = Namespace("https://w3id.org/casus/ontology#")
CARD = Path(resources.__file__).parent / "language" / "weights" / "CARD.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are generated."""
    pages = {"cli": commands(), "rest": rest(), "ontology": ontology(), "model": CARD.read_text("utf-8")}
    for name, text in pages.items():
        files.append(File.generated(config, f"reference/{name}.md", content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name files of the project where a page links to them: they are no part of the site."""
    return re.sub(r"\[([^\]]+)\]\((?:\.\./)+(?!docs/)[^)]*\)", r"`\1`", markdown)


def commands() -> str:
    """Return the reference of the command line."""
    top = typer.main.get_command(app)
    parts = ["# Commands, option by option", "What `casus COMMAND --help` says.", *_commands(top, "casus")]
    return "\n\n".join(parts)


def _commands(command: click.Command, name: str) -> Iterator[str]:
    subcommands: Mapping[str, click.Command] = getattr(command, "commands", {})
    if not subcommands:
        yield f"## `{name}`"
        yield (command.help or "").strip()
        yield from _table("What can be given", "Meaning", map(_parameter, command.params))
    for sub in sorted(subcommands):
        yield from _commands(subcommands[sub], f"{name} {sub}")


def _parameter(parameter: Any) -> tuple[str, str]:
    is_option = parameter.param_type_name == "option"
    shown = ", ".join(parameter.opts) if is_option else parameter.metavar or parameter.name.upper()
    default = parameter.default
    told = isinstance(default, (int, float, str)) and not isinstance(default, bool)
    return f"`{shown}`", (parameter.help or "") + (f" Default: {default}." if told else "")


def rest() -> str:
    """Return the reference of the REST API."""
    schema = create_app(Settings(_env_file=None)).openapi()
    calls = [(path, method, call) for path, methods in schema["paths"].items() for method, call in methods.items()]
    parts = [
        "# REST API",
        schema["info"]["description"].strip(),
        "The same, to try out: `/docs` of a running `casus serve`.",
    ]
    for path, method, call in calls:
        parts += [f"## {call['summary']}", f"`{method.upper()} {path}`", call.get("description", "")]
        parts += _table("Parameter", "Meaning", map(_query, call.get("parameters", [])))
        parts += [f"Answers {_answer(call)}."]
    return "\n\n".join([*parts, "# What is answered", *_schemas(schema["components"]["schemas"])])


def _query(parameter: Mapping[str, Any]) -> tuple[str, str]:
    needed = " (needed)" if parameter.get("required") and parameter["in"] == "query" else ""
    return f"`{parameter['name']}`, in the {parameter['in']}{needed}", parameter.get("description", "")


def _answer(call: Mapping[str, Any]) -> str:
    status, answer = next((status, answer) for status, answer in call["responses"].items() if status.startswith("2"))
    schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return f"{status} with {_type(schema)}" if schema else f"{status}"


def _schemas(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in sorted(schemas.items()):
        yield f"## {name}"
        yield schema.get("description", "")
        fields = (
            (f"`{field}`: {_type(one)}", one.get("description", ""))
            for field, one in schema.get("properties", {}).items()
        )
        yield from _table("Field", "Meaning", fields)
        if "enum" in schema:
            yield ", ".join(f"`{value}`" for value in schema["enum"])


def _type(schema: Mapping[str, Any]) -> str:
    """Return a schema's type in words, a link where it is one of ours."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " or ".join(_type(one) for one in schema[several])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or schema.get("const") or "anything")


def ontology() -> str:
    """Return the ontology as a page: classes, predicates, event types with their modes and scores."""
    graph = Graph()
    for path in sorted(resources.folder("ontology").glob("*.ttl")):
        if path.stem != "shapes":
            graph.parse(path)
    return "\n\n".join(
        [
            "# Ontology",
            "Made from `ontology/casus.ttl` (OWL) and `ontology/plover.ttl` (SKOS), where all of it is defined.",
            "## Classes",
            *_table("Class", "Meaning", _terms(graph, OWL.Class)),
            "## Predicates",
            *_table("Predicate", "Meaning", _terms(graph, OWL.ObjectProperty)),
            "## Event types and modes",
            *_table("Type", "Meaning", _concepts(graph)),
        ]
    )


def _terms(graph: Graph, kind: URIRef) -> Iterator[tuple[str, str]]:
    for term in sorted(graph.subjects(RDF.type, kind)):
        if not str(term).startswith(str(CASUS)):
            continue
        ends = [_short(graph.value(term, end)) for end in (RDFS.domain, RDFS.range)]
        about = f" From {ends[0]} to {ends[1]}." if all(ends) else ""
        above = ", ".join(filter(None, map(_short, graph.objects(term, RDFS.subClassOf))))
        yield (
            f"`{_short(term)}`",
            f"{graph.value(term, RDFS.comment) or ''}{about}" + (f" A kind of {above}." if above else ""),
        )


def _concepts(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield PLOVER's types, each with its definition, its score and its modes."""
    for concept in sorted(graph.subjects(SKOS.topConceptOf)):
        modes = ", ".join(
            f"`{graph.value(mode, SKOS.notation)}`" for mode in sorted(graph.subjects(SKOS.broader, concept))
        )
        told = f"{graph.value(concept, SKOS.definition)} Score {graph.value(concept, CASUS.score)}."
        yield f"`{graph.value(concept, SKOS.notation)}`", told + (f" Modes: {modes}." if modes else "")


def _short(term: Any) -> str:
    return str(term).replace("/", "#").rsplit("#", 1)[1] if isinstance(term, URIRef) else ""


def _table(first: str, second: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    lines = [f"| {one} | {' '.join(other.split()).replace('|', '&#124;')} |" for one, other in rows]
    return ["\n".join([f"| {first} | {second} |", "|---|---|", *lines])] if lines else []
