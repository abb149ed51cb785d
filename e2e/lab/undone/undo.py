"""Takes each decisive line of a program back, alone, so that the program still runs.

Reads {"fixed": code, "broken": code, "marks": [text of a line, …]} from standard input, and prints a list of
{"mark": text, "programs": [code, …]}, the smallest change first. A list is empty where no change leaves a program whose
names are all known. `changes.py` says what a change is.
"""

import json
import sys

from changes import changes
from program import Program


def main():
    given = json.load(sys.stdin)
    fixed, broken = Program(given["fixed"]), Program(given["broken"])
    told = []
    for mark in given["marks"]:
        line = next(at for at, text in enumerate(fixed.lines, 1) if mark in text)
        told.append({"mark": mark, "programs": changes(fixed, broken, line)})
    json.dump(told, sys.stdout)


main()
