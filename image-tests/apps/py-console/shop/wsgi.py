"""The shop, for a WSGI server."""

import json
import sys

from shop.prices import PRICES


def app(environ, start_response):
    item = environ["PATH_INFO"].strip("/")
    if item and item not in PRICES:
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"not sold here\n"]
    answer = {item: PRICES[item]} if item else {"items": sorted(PRICES)}
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({**answer, "python": list(sys.version_info[:2])}).encode()]
