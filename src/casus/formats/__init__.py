"""Answers, and the whole graph, in the formats of other tools.

networks.py   networkx; GraphML and GEXF for Gephi, DOT for Graphviz
places.py     GeoJSON: incidents and places on a map
tables.py     flat rows of every collection: CSV and Parquet for R and Stata, pandas
lines.py      NDJSON: streams of every collection
collections.py  which collections there are
"""

from casus.formats.collections import COLLECTIONS, Collection
from casus.formats.networks import graph_network, network
from casus.formats.places import feature_collection
from casus.formats.tables import data_frame

__all__ = ["COLLECTIONS", "Collection", "data_frame", "feature_collection", "graph_network", "network"]
