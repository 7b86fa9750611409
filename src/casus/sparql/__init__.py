"""Questions in SPARQL to a snapshot of the graph, each in a process of its own that can be ended.

snapshot.py   a store on the disk, made from an export; the last one made is the one asked
asking.py     a question: what is refused, how long it may take, how it is answered
child.py      the process that answers it (it imports nothing else of Casus, so that it starts at once)
"""
