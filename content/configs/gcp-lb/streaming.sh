#!/bin/sh
# Give a backend service the time that a stream needs.
set -eu

gcloud compute backend-services update chat-app --global \
  --timeout=900s \
  --connection-draining-timeout=900s
