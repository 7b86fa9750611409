"""Actors and places as data files, the index over them, and the way from a name to what it can stand for."""

from casus.knowledge.index import Knowledge
from casus.knowledge.known import Found, Known, Office, Reading, Role

__all__ = ["Found", "Knowledge", "Known", "Office", "Reading", "Role"]
