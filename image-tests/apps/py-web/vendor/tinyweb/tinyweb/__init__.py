"""A very small web framework."""

import mimetypes
import pathlib
import string
from wsgiref.simple_server import WSGIRequestHandler, make_server


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


class App:
    """Routes, templates and static files below a root folder."""

    def __init__(self, root="."):
        self.root = pathlib.Path(root)
        self.routes = {}

    def route(self, path):
        def remember(function):
            self.routes[path] = function
            return function

        return remember

    def render(self, name, **values):
        text = (self.root / "templates" / name).read_text(encoding="utf-8")
        return string.Template(text).substitute(values)

    def __call__(self, environ, start_response):
        status, kind, body = self.answer(environ["PATH_INFO"], environ.get("QUERY_STRING", ""))
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    def answer(self, path, query):
        if path in self.routes:
            return "200 OK", "text/html; charset=utf-8", self.routes[path](query).encode()
        file = (self.root / path.lstrip("/")).resolve()
        static = (self.root / "static").resolve()
        if static in file.parents and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            return "200 OK", kind, file.read_bytes()
        return "404 Not Found", "text/plain", b"not found\n"

    def run(self, host="127.0.0.1", port=5000):
        with make_server(host, port, self, handler_class=_Quiet) as server:
            server.serve_forever()
