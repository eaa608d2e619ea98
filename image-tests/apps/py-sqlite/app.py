"""Keeps notes in a database beside this file."""
import sqlite3
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
DATABASE = HERE / "notes.db"


def connect():
    return sqlite3.connect(DATABASE)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        with connect() as db:
            if url.path == "/add":
                db.execute("INSERT INTO notes (text) VALUES (?)", parse_qs(url.query)["note"])
            rows = db.execute("SELECT id, text FROM notes ORDER BY id").fetchall()
        body = "".join(f"{number}. {text}\n" for number, text in rows).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(body)


with connect() as db:
    db.executescript((HERE / "schema.sql").read_text())
HTTPServer(("", 8000), Handler).serve_forever()
