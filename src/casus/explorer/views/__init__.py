"""One module a page: what it asks the graph, and what it shows of the answer."""
