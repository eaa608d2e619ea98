"""linecount FILE…"""

import sys
from importlib import resources


def main():
    units = resources.files("linecount").joinpath("units.txt").read_text().split()
    for name in sys.argv[1:]:
        try:
            with open(name, encoding="utf-8") as file:
                text = file.read()
        except OSError as error:
            sys.exit(f"linecount: {error}")
        counts = [text.count("\n"), len(text.split())]
        print(name, *(f"{count} {unit}" for count, unit in zip(counts, units)))
