#!/bin/sh
# Started by the adapter's wrapper. The runtime's own packages, such as boto3, stay in reach.
export PYTHONPATH="${PYTHONPATH:-}:/opt/python:$LAMBDA_RUNTIME_DIR"
exec python -m uvicorn main:app --host 127.0.0.1 --port "$PORT"
