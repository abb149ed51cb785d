#!/bin/sh
export GRACEFUL_SHUTDOWN_TIMEOUT={{wait}}
exec litellm --config litellm.yaml --host 127.0.0.1 --port {{port}}
