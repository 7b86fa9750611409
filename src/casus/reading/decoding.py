"""From bytes to text: byte order marks, UTF-8, then detection; and the mending of mojibake."""

import codecs
from io import SEEK_CUR, BufferedReader
from typing import BinaryIO

import ftfy
from charset_normalizer import from_bytes

from casus.errors import Unreadable

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""The encodings that announce themselves."""

CANDIDATES = (
    "cp1252 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 gb18030 big5 shift_jis euc_jp euc_kr utf_16_le utf_16_be"
).split()
"""What news is found in besides UTF-8. Among all encodings, French would be taken for Czech or an old Macintosh's."""

SAMPLE = 4096
"""Bytes looked at to tell text from a binary file."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`, with line feeds only; `declared` is an encoding to try before detection.

    Raises Unreadable, without the source's name, when no encoding makes text of it.
    """
    for encoding in (marked(data), declared, "utf-8", _detected):
        name = encoding(data) if callable(encoding) else encoding
        if name and (text := _decoded(data, name)) is not None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable("not text in any encoding known here; is it a binary file?")


def mend(text: str) -> str:
    """Undo mojibake and drop control characters; quotation marks and wide letters stay as they were set."""
    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False)


def peek(stream: BinaryIO) -> bytes:
    """Return what comes next in a stream that is buffered or can be set back, without taking it."""
    if isinstance(stream, BufferedReader):
        return stream.peek(SAMPLE)
    start = stream.read(SAMPLE)
    stream.seek(-len(start), SEEK_CUR)
    return start


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark announces."""
    return next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)


def _detected(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=CANDIDATES).best()
    return best.encoding if best else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return None if "\0" in text else text
