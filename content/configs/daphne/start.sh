#!/bin/sh
# Start Daphne for an app that streams. exec, so that SIGTERM reaches Daphne and not the shell.
set -eu

export HEARTBEAT_SECONDS=15

# No --http-timeout: it ends each answer after that time, and makes it look whole.
exec daphne \
  --bind 127.0.0.1 \
  --port 8000 \
  --websocket_timeout -1 \
  --access-log - \
  main:app
