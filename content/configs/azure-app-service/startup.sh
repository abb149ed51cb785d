#!/bin/sh
# Start the app with an async worker. Needs gunicorn, uvicorn and uvicorn-worker in requirements.txt.
set -eu

export HEARTBEAT_SECONDS=15

exec gunicorn main:app \
  --worker-class uvicorn_worker.UvicornWorker \
  --workers 2 \
  --bind 0.0.0.0:8000 \
  --timeout 60 \
  --graceful-timeout 900 \
  --keep-alive 240
