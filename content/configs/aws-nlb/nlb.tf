# A Network Load Balancer in front of a streaming app. TLS ends in the app, or in the proxy beside it.
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "security_group_id" { type = string }

resource "aws_lb" "chat" {
  name               = "chat"
  load_balancer_type = "network"
  subnets            = var.subnet_ids
  security_groups    = [var.security_group_id]
}

resource "aws_lb_target_group" "chat" {
  name                 = "chat"
  target_type          = "ip"
  vpc_id               = var.vpc_id
  protocol             = "TCP"
  port                 = 8000
  deregistration_delay = 900

  health_check {
    port     = "traffic-port"
    protocol = "TCP"
  }

  target_health_state {
    enable_unhealthy_connection_termination = false
    unhealthy_draining_interval             = 900
  }
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn        = aws_lb.chat.arn
  protocol                 = "TCP"
  port                     = 443
  tcp_idle_timeout_seconds = 3600

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.chat.arn
  }
}
