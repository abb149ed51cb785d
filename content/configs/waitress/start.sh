#!/bin/sh
# Start Waitress for a WSGI app that streams: a thread for each open stream.
set -eu

exec waitress-serve \
  --listen=127.0.0.1:8000 \
  --threads=50 \
  --connection-limit=1000 \
  main:app
