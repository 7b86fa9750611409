"""The graph over HTTP.

app.py           create_app: routes, middleware, errors and the life of what they use, put together
routers/         one module a resource: which questions it answers
parameters.py    what can be asked for: names, meanings, units, limits
dependencies.py  what routes stand on: settings, graph, extractor
problems.py      every error as RFC 9457 has it
guard.py         who may do what: keys and their scopes
jobs.py          many documents on their way into the graph
drawing.py       answers as maps and networks
streaming.py     what is sent while it is written
etags.py         answers that a client has already
limits.py        how large a body may be
access.py        a line in the log for every request
"""
