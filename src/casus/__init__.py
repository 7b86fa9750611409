"""Casus: what news says about conflict, as a graph with the sentences that say so."""

__version__ = "0.1.0"
