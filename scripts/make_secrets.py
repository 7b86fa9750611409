"""Make the secret files of docker-compose.yml, unless they are there: one password in the two forms it is read in.

The folder is closed to other accounts; the files in it are not, since the containers read them under accounts of their
own.
"""

import secrets
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "secrets"


def main() -> None:
    """Write secrets/neo4j_password and secrets/neo4j_auth; what is there stays."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    password = FOLDER / "neo4j_password"
    if not password.exists():
        _write(password, secrets.token_urlsafe(24))
    auth = FOLDER / "neo4j_auth"
    auth.unlink(missing_ok=True)
    _write(auth, f"neo4j/{password.read_text('utf-8').strip()}")


def _write(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o444)


if __name__ == "__main__":
    main()
