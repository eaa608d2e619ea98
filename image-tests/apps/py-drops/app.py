"""Keeps the last path that somebody asked for."""
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

LAST = Path("/data/last")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        before = LAST.read_text() if LAST.exists() else "nothing"
        LAST.write_text(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(f"before: {before}\n".encode())


HTTPServer(("", 8000), Handler).serve_forever()
