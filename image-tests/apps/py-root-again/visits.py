"""Counts visits, in a file of the system's usual place for it."""
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

COUNT = Path("/var/lib/visits/count")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        count = int(COUNT.read_text()) + 1 if COUNT.exists() else 1
        COUNT.write_text(str(count))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(f"{count}\n".encode())


HTTPServer(("", 8000), Handler).serve_forever()
