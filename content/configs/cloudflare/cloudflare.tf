# Rules for a streaming route.
terraform {
  required_providers {
    cloudflare = { source = "cloudflare/cloudflare", version = "~> 5.0" }
  }
}

variable "zone_id" { type = string }

resource "cloudflare_ruleset" "stream_cache" {
  zone_id = var.zone_id
  name    = "No cache for streams"
  kind    = "zone"
  phase   = "http_request_cache_settings"
  rules = [{
    ref               = "stream_cache"
    expression        = "http.request.uri.path eq \"/stream\" or starts_with(http.request.uri.path, \"/stream/\")"
    action            = "set_cache_settings"
    action_parameters = { cache = false }
  }]
}

resource "cloudflare_ruleset" "stream_compression" {
  zone_id = var.zone_id
  name    = "No compression for streams"
  kind    = "zone"
  phase   = "http_response_compression"
  rules = [{
    ref               = "stream_compression"
    expression        = "http.request.uri.path eq \"/stream\" or starts_with(http.request.uri.path, \"/stream/\")"
    action            = "compress_response"
    action_parameters = { algorithms = [{ name = "none" }] }
  }]
}
