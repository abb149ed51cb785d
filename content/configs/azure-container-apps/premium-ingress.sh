#!/bin/sh
# Raise the idle limit of an environment. Minutes, from 4 to 30.
set -eu

az containerapp env premium-ingress add \
  --resource-group my-group \
  --name chat-environment \
  --workload-profile-name Ingress-D4 \
  --termination-grace-period 500 \
  --request-idle-timeout 5
