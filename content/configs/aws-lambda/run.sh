#!/bin/sh
# Started by the adapter's wrapper.
exec python -m uvicorn main:app --host 127.0.0.1 --port "$PORT"
