# The API, without a Neo4j of its own: CASUS_NEO4J_URI names one (see docker-compose.yml).
FROM python:3.11-slim

WORKDIR /casus
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src src
COPY ontology ontology
COPY cypher cypher
COPY examples examples
RUN pip install --no-cache-dir . && useradd --create-home casus

USER casus
WORKDIR /home/casus
EXPOSE 8000
CMD ["casus", "serve", "--host", "0.0.0.0"]
