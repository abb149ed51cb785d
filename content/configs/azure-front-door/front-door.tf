# Front Door in front of a streaming app.
provider "azurerm" {
  features {}
}

variable "resource_group_name" { type = string }

resource "azurerm_cdn_frontdoor_profile" "chat" {
  name                     = "chat"
  resource_group_name      = var.resource_group_name
  sku_name                 = "Standard_AzureFrontDoor"
  response_timeout_seconds = 240
}

resource "azurerm_cdn_frontdoor_endpoint" "chat" {
  name                     = "chat"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.chat.id
}

resource "azurerm_cdn_frontdoor_origin_group" "chat" {
  name                     = "chat"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.chat.id
  load_balancing {}
}

resource "azurerm_cdn_frontdoor_origin" "chat" {
  name                           = "chat"
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.chat.id
  enabled                        = true
  host_name                      = "app.example.com"
  certificate_name_check_enabled = true
}

resource "azurerm_cdn_frontdoor_route" "stream" {
  name                          = "stream"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.chat.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.chat.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.chat.id]
  patterns_to_match             = ["/stream", "/stream/*"]
  supported_protocols           = ["Https"]
  https_redirect_enabled        = false
  forwarding_protocol           = "HttpsOnly"
}
