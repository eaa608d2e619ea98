"""hatchery [--bind HOST:PORT] [--name NAME] MODULE:APPLICATION"""

import argparse
import importlib
import os
import signal
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def main():
    parser = argparse.ArgumentParser(prog="hatchery")
    parser.add_argument("--bind", default="127.0.0.1:8000")
    parser.add_argument("--name", default="hatchery")
    parser.add_argument("application")
    given = parser.parse_args()
    sys.path.insert(0, os.getcwd())
    module, _, name = given.application.partition(":")
    application = getattr(importlib.import_module(module), name or "app")
    host, _, port = given.bind.rpartition(":")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with make_server(host, int(port), application, _Server, _Quiet) as server:
        print(f"{given.name}: listening on {given.bind}", flush=True)
        server.serve_forever()
