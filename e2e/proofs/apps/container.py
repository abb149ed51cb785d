"""Stops a program as a container's runtime does: the signal goes to the first process alone, and what is left is killed when that one is gone or the time is up.

`python container.py SECONDS command…`
"""

import os
import signal
import subprocess
import sys
import time

grace = float(sys.argv[1])
first = subprocess.Popen(sys.argv[2:], start_new_session=True)


def kill_all() -> None:
    """Take the rest of the container away."""
    try:
        os.killpg(first.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def stop(*_: object) -> None:
    """Pass the signal on, wait, and end."""
    signal.signal(signal.SIGTERM, lambda *_: (kill_all(), os._exit(1)))
    first.terminate()
    until = time.monotonic() + grace
    while first.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    kill_all()
    os._exit(0)


signal.signal(signal.SIGTERM, stop)
first.wait()
kill_all()
