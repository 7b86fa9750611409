"""The real Neo4j Community, run by Casus itself: jars fetched once, a child process, one note that says where it is.

jars.py    which jars, and where they are once fetched and verified
folder.py  what stands where in the data folder
note.py    what the server's note says, and whether its process is still that process
locks.py   who may start a server, and who is using it
child.py   the process that Neo4j runs in
server.py  attach or start, stop, state
"""
