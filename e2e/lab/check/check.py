"""Let a published schema or a vendor's own checker read a config. `python check.py CHECKER FILE AS`

Prints what checked it, with its version; more lines are objections, and then it ends with 1.
"""

import sys
from pathlib import Path

import files
import models


def main() -> int:
    """Check one file."""
    checker, file, how = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    known = {**files.CHECKERS, **models.CHECKERS}
    name, objections = known[checker](file, how)
    print(name, *objections, sep="\n")
    return 1 if objections else 0


if __name__ == "__main__":
    sys.exit(main())
