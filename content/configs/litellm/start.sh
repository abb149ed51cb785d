#!/bin/sh
# Start the LiteLLM proxy. exec, so that SIGTERM reaches it and not the shell.
set -eu

export GRACEFUL_SHUTDOWN_TIMEOUT=900

exec litellm --config proxy.yaml --host 0.0.0.0 --port 4000 --keepalive_timeout 75
