#!/bin/sh
# Let an Application Gateway v2 pass a stream on.
set -eu
GROUP=my-group
GATEWAY=my-gateway
SETTINGS=my-backend-settings

az network application-gateway update --resource-group "$GROUP" --name "$GATEWAY" \
  --set globalConfiguration.enableResponseBuffering=false globalConfiguration.enableRequestBuffering=true

az network application-gateway http-settings update --resource-group "$GROUP" --gateway-name "$GATEWAY" \
  --name "$SETTINGS" --timeout 300 --connection-draining-timeout 900
