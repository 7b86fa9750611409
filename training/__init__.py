"""Trains the language model that Casus ships: corpora to weights. Never imported at run time."""
