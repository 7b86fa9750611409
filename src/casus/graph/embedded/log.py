"""What the server's log says about its end."""

import re
from pathlib import Path

_TELLING = re.compile(r"Caused by|Exception|Error|No space left|killed", re.IGNORECASE)


def telling_line(path: Path) -> str:
    """Return the last line of the log that speaks of an error, or else its last line."""
    try:
        lines = [line.strip() for line in path.read_text("utf-8", errors="replace").splitlines() if line.strip()]
    except OSError as error:
        return f"its log cannot be read: {error.strerror}"
    telling = [line for line in lines if _TELLING.search(line)]
    return (telling or lines or ["its log is empty"])[-1]
