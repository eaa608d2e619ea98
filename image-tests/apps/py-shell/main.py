"""Tells its settings."""

import os


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    lines = [environ["PATH_INFO"], os.getcwd(), os.environ.get("WORKERS", "-"), os.environ["LANG"]]
    return ["\n".join(lines).encode()]
