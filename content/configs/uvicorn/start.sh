#!/bin/sh
# Start Uvicorn for an app that streams. exec, so that SIGTERM reaches Uvicorn and not the shell.
set -eu

export HEARTBEAT_SECONDS=15

exec uvicorn main:app \
  --host 127.0.0.1 \
  --port 8000 \
  --workers 2 \
  --timeout-keep-alive 75 \
  --timeout-graceful-shutdown 900
