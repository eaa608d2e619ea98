"""Tells what a ticket costs; what it worked out once it keeps in the home's cache."""
import json
import sys
from pathlib import Path

CACHE = Path.home() / ".cache" / "fares"


def fare(stop):
    file = CACHE / f"{stop}.json"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"fare": sum(map(ord, stop)) % 90 + 10}))
    return json.loads(file.read_text())["fare"]


for stop in sys.argv[1:]:
    print(stop, fare(stop))
