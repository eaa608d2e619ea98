"""Notes from a database that the entry point fills."""

import os
import sqlite3


def app(environ, start_response):
    with sqlite3.connect(os.environ["DATABASE"]) as db:
        rows = db.execute("SELECT text FROM notes ORDER BY text").fetchall()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return ["\n".join(text for (text,) in rows).encode()]
