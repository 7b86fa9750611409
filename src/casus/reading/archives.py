"""Uploads: one file, or many in a ZIP archive, read in memory.

Nothing is unpacked to disk, names in an archive open nothing, and an archive may unpack to so many bytes and no more,
whatever its directory says.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from casus.errors import BadInput, CasusError, Unreadable
from casus.reading.sources import read_sent
from casus.records import Document

MOST_FILES = 10_000
"""Files that an archive may hold."""
RATIO = 200
"""How much smaller than itself a file may be packed; text packs to a third, at best to a twentieth."""


def read_upload(data: bytes, name: str, most: int) -> Iterator[Document | CasusError]:
    """Read the documents of an uploaded file or ZIP archive, and an error in place of what cannot be read.

    `most`: bytes that an archive may unpack to.
    """
    if is_zipfile(BytesIO(data)):
        yield from _archived(data, name, most)
    else:
        yield from read_sent(BytesIO(data), _safe(name))


def _archived(data: bytes, name: str, most: int) -> Iterator[Document | CasusError]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_bombs(archive.infolist(), most)
            for member in filter(_wanted, archive.infolist()):
                yield from _member(_unpacked(archive, member), member.filename)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        yield Unreadable(f"{name}: this archive cannot be unpacked: {error}")
    except CasusError as error:
        yield type(error)(f"{name}: {error}")


def _refuse_bombs(members: list[ZipInfo], most: int) -> None:
    """Raise BadInput by what the archive says of itself, before anything is unpacked."""
    if len(members) > MOST_FILES:
        raise BadInput(f"an archive may hold {MOST_FILES} files, and this one has {len(members)}")
    if (size := sum(member.file_size for member in members)) > most:
        raise BadInput(f"it would unpack to {size} bytes; CASUS_MAX_UNPACKED allows {most}")
    for member in members:
        if member.file_size > RATIO * max(member.compress_size, 100):
            raise BadInput(f"{member.filename} is packed {RATIO} times smaller than it is, as no text is")


def _unpacked(archive: ZipFile, member: ZipInfo) -> bytes:
    """Return a file's bytes; one that is larger than the archive says is not read to its end."""
    with archive.open(member) as stream:
        text = stream.read(member.file_size + 1)
    if len(text) > member.file_size:
        raise BadInput(f"{member.filename} unpacks to more than its {member.file_size} bytes")
    return text


def _member(text: bytes, name: str) -> Iterator[Document | CasusError]:
    if is_zipfile(BytesIO(text)):
        yield BadInput(f"{name}: an archive in an archive is not opened")
        return
    try:
        safe = _safe(name)
    except BadInput as error:
        yield error
        return
    yield from read_sent(BytesIO(text), safe)


def _wanted(member: ZipInfo) -> bool:
    """Pass over folders, and what hides or what systems leave behind."""
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and not any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def _safe(name: str) -> str:
    """Return a file's name if it can only name something below here."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.name or "\0" in name:
        raise BadInput(f"{name!r} is no name of a file: it may not lead to another folder")
    return path.as_posix()
