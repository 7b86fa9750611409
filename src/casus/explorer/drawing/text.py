"""How wide a text is without the font that will draw it, and how it is broken over lines."""

NARROW, WIDE, CAPITALS = "iljftrI.,:;'’|!()[] ", "mwMW@—…", 0.72
"""By the widths of DejaVu, the widest of the common sans-serif faces."""


def width(text: str, size: float) -> float:
    """Return about how many pixels a text takes at a font size."""
    return size * sum(map(_width, text))


def broken(text: str, room: float, size: float, lines: int = 2) -> list[str]:
    """Break a text between words over so many lines of `room` pixels at most; what does not fit ends in an ellipsis."""
    found, words = [""], text.split()
    while words:
        longer = f"{found[-1]} {words[0]}".strip()
        if width(longer, size) <= room or not found[-1]:
            found[-1] = longer
            words.pop(0)
        elif len(found) < lines:
            found.append("")
        else:
            found[-1] += "…"
            break
    return [shortened(line, room, size) for line in found]


def shortened(text: str, room: float, size: float) -> str:
    """Return the text, its end replaced by an ellipsis where it has no room."""
    if width(text, size) <= room:
        return text
    bare = text.rstrip("…")
    while bare and width(bare + "…", size) > room:
        bare = bare[:-1]
    return bare.rstrip() + "…"


def noted(note: str, room: float, size: float) -> str:
    """Return a note without those of its last parts, between ` · `, that have no room; shortened where one has none."""
    parts = note.split(" · ")
    while len(parts) > 1 and width(" · ".join(parts), size) > room:
        parts.pop()
    return shortened(" · ".join(parts), room, size)


def _width(letter: str) -> float:
    if letter in NARROW:
        return 0.33
    if letter in WIDE:
        return 0.95
    return CAPITALS if letter.isupper() else 0.6
