"""Stops a program as a container's runtime does: SIGTERM reaches the first process alone, and all is killed when that one is gone or the time is up.

`python container.py SECONDS command…`
"""

import os
import signal
import subprocess
import sys
import time

grace = float(sys.argv[1])
first = subprocess.Popen(sys.argv[2:])
told: list[float] = []
signal.signal(signal.SIGTERM, lambda *_: told.append(time.monotonic()))

sent = False
while first.poll() is None and not (told and time.monotonic() > told[0] + grace):
    if told and not sent:
        first.terminate()
        sent = True
    time.sleep(0.05)
# The rest goes with the first process: all of this process group.
os.killpg(0, signal.SIGKILL)
