"""Shows the parts of connection strings."""

import sys

import fastpq

for dsn in sys.argv[1:] or ["host=db dbname=shop"]:
    try:
        for key, value in sorted(fastpq.parse(dsn).items()):
            print(f"{key} = {value}")
    except ValueError as error:
        sys.exit(f"dsn: {error}".strip())
