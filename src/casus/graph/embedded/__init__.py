"""The real Neo4j Community, run by Casus itself: jars fetched once, a child process, one note that says where it is.

    jars.py     which jars, and where they are once fetched and verified
    folder.py   what stands where in the data folder
    note.py     what is noted of the server: port, password, process, how far it is
    process.py  how its process is called and told from others
    port.py     which port it takes
    locks.py    who may start a server, and who is using it
    log.py      what its log says about its end
    child.py    the process that Neo4j runs in
    server.py   attach or start, stop, state
    browser.py  the Neo4j Browser, served from its jar beside the server

Why it is done this way, with what was measured: docs/decisions/embedded-neo4j.md.
"""
