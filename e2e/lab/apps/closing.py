"""The same stream from a server that knows no chunks: each answer ends with its connection, as with wsgiref, Python's own. `python closing.py PORT`"""

import sys
from wsgiref.simple_server import make_server

from blocking import app

with make_server("127.0.0.1", int(sys.argv[1]), app) as server:
    server.serve_forever()
