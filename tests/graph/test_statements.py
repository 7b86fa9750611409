"""Every statement's header says what the statement uses; every question has a statement and answers what it returns."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from casus.errors import BadData
from casus.graph import Graph, answers, queries, statements
from casus.graph.pages import PageRequest

STATEMENTS = statements.names("")
READING = [name for name in STATEMENTS if not name.startswith(("schema/", "server/"))]

QUESTIONS: dict[str, tuple[queries.Question[Any], type[answers.Answer]]] = {
    "search": (queries.search("Kataib"), answers.Entity),
    "entities": (queries.entities(), answers.Entity),
    "entity": (queries.entity("state/IRN"), answers.EntityProfile),
    "incidents": (queries.incidents(), answers.Incident),
    "incidents_by_id": (queries.incidents_by_id(), answers.Incident),
    "incident": (queries.incident("incident/1"), answers.IncidentProfile),
    "retaliation": (queries.retaliation("incident/1"), answers.Retaliation),
    "backers": (queries.backers("org/a"), answers.Backings),
    "proxies": (queries.proxies("state/IRN"), answers.Backings),
    "proxy_paths": (queries.proxy_paths("IRN", "USA"), answers.ProxyPaths),
    "common_backers": (queries.common_backers(["org/a", "org/b"]), answers.CommonBackers),
    "exposed": (queries.exposed(), answers.Exposure),
    "conflicts": (queries.conflicts(), answers.Conflict),
    "neighbourhood": (queries.neighbourhood("org/a"), answers.Neighbourhood),
    "shortest_path": (queries.shortest_path("IRN", "USA"), answers.ShortestPath),
    "chains": (queries.chains(), answers.Chain),
    "exchanges": (queries.exchanges(), answers.Exchange),
    "claim": (queries.claim("d/c1"), answers.Claim),
    "claims": (queries.claims(), answers.Claim),
    "document": (queries.document("d"), answers.DocumentProfile),
    "documents": (queries.documents(PageRequest()), answers.Document),
    "reports": (queries.reports(), answers.IncidentReport),
    "relations": (queries.relations(), answers.Relation),
    "identity_pairs": (queries.identity_pairs(), answers.Pair),
    "name_pairs": (queries.name_pairs(()), answers.LookAlikes),
    "merged": (queries.merged("org/a"), answers.Merged),
    "judgements": (queries.judgements(), answers.Judgement),
    "counts": (queries.counts(), answers.Counts),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_header_documents_the_parameters_that_the_statement_uses(name: str) -> None:
    statement = statements.statement(name)
    assert set(statement.parameters) == set(re.findall(r"\$(\w+)", statement.text))


@pytest.mark.parametrize("name", READING)
def test_a_header_documents_the_columns_that_the_statement_returns(graph: Graph, name: str) -> None:
    statement = statements.statement(name)
    with graph.driver.session(database=graph.settings.neo4j_database) as session:
        keys = session.run(f"EXPLAIN {statement.text}", dict.fromkeys(statement.parameters)).keys()
    assert sorted(statement.columns) == sorted(keys)


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_file_holds_one_statement_and_nothing_that_only_some_servers_have(name: str) -> None:
    text = statements.statement(name).text
    assert ";" not in text
    assert "apoc" not in text.casefold()


@pytest.mark.parametrize("name", statements.names("query"))
def test_a_question_gives_its_statement_the_parameters_it_takes(name: str) -> None:
    question, _ = QUESTIONS[name.removeprefix("query/")]
    assert question.statement.name == name
    assert set(question.parameters) == set(question.statement.parameters)


@pytest.mark.parametrize("name", statements.names("query"))
def test_a_question_returns_the_fields_of_its_answer(name: str) -> None:
    question, model = QUESTIONS[name.removeprefix("query/")]
    assert set(question.statement.columns) - {"key"} == set(model.model_fields)


def test_every_answer_has_a_description_for_every_field_whose_name_does_not_say_it() -> None:
    models = [
        model for model in vars(answers).values() if isinstance(model, type) and issubclass(model, answers.Answer)
    ]
    plain = {"items", "subject", "predicate", "object", "confidence", "id", "title", "earliest", "latest", "source",
             "target", "relation", "actor", "incident", "documents", "claims", "reports", "incidents",
             "one", "other"}  # fmt: skip
    bare = {f"{m.__name__}.{k}" for m in models for k, f in m.model_fields.items() if not f.description} - {
        f"{m.__name__}.{k}" for m in models for k in plain
    }
    assert bare == set()


def test_items_of_a_header_can_share_a_line_and_go_on_in_the_next(tmp_path: Path) -> None:
    file = tmp_path / "one.cypher"
    file.write_text(
        "// Does it.\n// in   a: first   b: second,\n//      still b\n// out  c: third\nRETURN $a + $b AS c\n"
    )
    statement = statements.read(file, "one")
    assert statement.does == "Does it."
    assert statement.parameters == {"a": "first", "b": "second, still b"}
    assert statement.columns == {"c": "third"}


def test_a_file_without_a_header_is_refused_with_its_name_and_line(tmp_path: Path) -> None:
    file = tmp_path / "bare.cypher"
    file.write_text("RETURN 1 AS one\n")
    with pytest.raises(BadData, match=r"bare\.cypher, line 1"):
        statements.read(file, "bare")


def test_every_question_is_typed() -> None:
    asked: list[Callable[..., Any]] = [
        getattr(queries, name.removeprefix("query/")) for name in statements.names("query")
    ]
    assert all("return" in get_type_hints(function) for function in asked)


ALIKE = {
    "an incident": r"date: CASE WHEN i\.earliest.*?reports: COUNT \{ \(i\)<-\[:OF\]-\(\) \}",
    "a step with its evidence": r"evidence: COLLECT \{\s*UNWIND CASE WHEN \$at\.known_by.*?RETURN p \{.*?\}",
    "whether it holds": r"coalesce\(r\.valid_from, \$at\.as_of\) <= \$at\.as_of AND coalesce\(.*? >= \$at\.as_of",
    "what was known by a day": r"CASE WHEN \$at\.known_by IS NULL THEN r\.confidence ELSE .*?END",
}
"""Cypher includes nothing from elsewhere: what several statements have in common stands in each of them."""


@pytest.mark.parametrize("what", ALIKE)
def test_what_several_statements_have_in_common_stands_alike_in_each(what: str) -> None:
    found = [
        (name, " ".join(part.split()))
        for name in statements.names("query")
        for part in re.findall(ALIKE[what], statements.statement(name).text, re.DOTALL)
    ]
    assert len({name for name, _ in found}) > 1
    assert len({part for _, part in found}) == 1
