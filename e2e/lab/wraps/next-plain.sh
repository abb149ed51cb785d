#!/bin/sh
node_modules/.bin/next start --hostname 127.0.0.1 --port {{port}}
echo ended
