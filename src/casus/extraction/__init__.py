"""What a document says: incidents, who did them to whom, where, when, how many; who backs whom; what answers what."""

from casus.extraction.extractor import Extractor

__all__ = ["Extractor"]
