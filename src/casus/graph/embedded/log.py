"""What the server's log says about its end."""

import re
from pathlib import Path

_ERROR = re.compile(r"^([\w.$]+(?:Error|Exception|Exit)\b.*)")
_TWICE = re.compile(r"^\S+: (?=[\w.$]+(?:Error|Exception): )")  # JPype names a Java exception's class twice


def telling_line(path: Path) -> str:
    """Return the log's first error, which is the cause of those below it, or else its last line."""
    try:
        lines = [line.strip() for line in path.read_text("utf-8", errors="replace").splitlines() if line.strip()]
    except OSError as error:
        return f"(it cannot be read: {error.strerror})"
    errors = [_TWICE.sub("", line) for line in lines if _ERROR.match(line)]
    return next(iter(errors), lines[-1] if lines else "(nothing: was it killed?)")
