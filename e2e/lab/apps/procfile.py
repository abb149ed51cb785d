"""Start a process type of a Procfile as a dyno does: in a shell. `python procfile.py Procfile web`"""

import os
import sys
from pathlib import Path

commands = dict(line.split(": ", 1) for line in Path(sys.argv[1]).read_text().splitlines() if ": " in line)
os.execvp("bash", ["bash", "-c", "exec " + commands[sys.argv[2]]])
