#!/bin/sh
# Start Next.js as it was built. exec, so that SIGTERM reaches it: it waits for open answers.
set -eu

exec node_modules/.bin/next start --hostname 127.0.0.1 --port 3000 --keepAliveTimeout 75000
