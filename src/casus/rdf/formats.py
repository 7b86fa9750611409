"""What an export can be written as."""

from enum import StrEnum
from pathlib import Path

from pyoxigraph import RdfFormat

from casus.errors import BadInput


class Format(StrEnum):
    """A way to write RDF; the first is what is used where none is named."""

    TRIG = "trig"
    N_QUADS = "n-quads"
    TURTLE = "turtle"
    JSON_LD = "json-ld"
    RDF_XML = "rdf-xml"

    @classmethod
    def of(cls, path: Path) -> "Format | None":
        """Return the format that a file's name ends like, or nothing."""
        return next((format for format in cls if format.ending == path.suffix.lower()), None)

    @property
    def syntax(self) -> RdfFormat:
        """The same for pyoxigraph."""
        return _SYNTAX[self]

    @property
    def media_type(self) -> str:
        """The media type, as HTTP names it."""
        return self.syntax.media_type

    @property
    def ending(self) -> str:
        """The usual ending of a file's name, with its dot."""
        return f".{self.syntax.file_extension}"

    @property
    def has_graphs(self) -> bool:
        """Whether it keeps apart what different documents say."""
        return self.syntax.supports_datasets

    def require_reifiers(self) -> None:
        """Raise BadInput for a format that has no way yet to write the reifiers of RDF 1.2."""
        if self in {Format.JSON_LD, Format.RDF_XML}:
            raise BadInput(f"{self} cannot be written with the reifiers of RDF 1.2; take trig, n-quads or turtle")


_SYNTAX = {
    Format.TRIG: RdfFormat.TRIG,
    Format.N_QUADS: RdfFormat.N_QUADS,
    Format.TURTLE: RdfFormat.TURTLE,
    Format.JSON_LD: RdfFormat.JSON_LD,
    Format.RDF_XML: RdfFormat.RDF_XML,
}
