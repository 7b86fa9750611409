"""What docker-compose.yml promises, as far as it can be read without Docker; with Docker, Docker reads it too."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from casus.graph.embedded.jars import VERSION

ROOT = Path(__file__).parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text("utf-8")


def test_compose_and_the_embedded_server_run_the_same_neo4j() -> None:
    assert re.findall(r"image: neo4j:(\S+)", COMPOSE) == [f"{VERSION}-community"]


def test_every_published_port_is_on_loopback() -> None:
    published = re.findall(r'- "([\d.:]+:\d+)"', COMPOSE)
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_no_password_stands_in_it() -> None:
    assert re.findall(r"_(?:AUTH|PASSWORD)\w*: *(.+)", COMPOSE) == [
        "/run/secrets/neo4j_auth",
        "/run/secrets/neo4j_password",
    ]


def test_docker_reads_it(tmp_path: Path) -> None:
    if not shutil.which("docker") or subprocess.run(["docker", "compose", "version"], check=False).returncode:
        pytest.skip("no docker compose here")
    subprocess.run(["docker", "compose", "config", "--quiet"], cwd=ROOT, check=True)


def test_the_secrets_are_made_once_and_agree(tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "make_secrets.py"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "make_secrets.py", script)
    made = [_secrets_after(script) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0]["neo4j_auth"] == "neo4j/" + made[0]["neo4j_password"]
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700


def _secrets_after(script: Path) -> dict[str, str]:
    subprocess.run(["python3", script], check=True)
    return {path.name: path.read_text("utf-8") for path in (script.parent.parent / "secrets").iterdir()}
