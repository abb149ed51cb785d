# An ALB in front of a streaming app.
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "security_group_id" { type = string }
variable "certificate_arn" { type = string }

resource "aws_lb" "chat" {
  name               = "chat"
  load_balancer_type = "application"
  subnets            = var.subnet_ids
  security_groups    = [var.security_group_id]
  idle_timeout       = 300
}

resource "aws_lb_target_group" "chat" {
  name                 = "chat"
  target_type          = "ip"
  vpc_id               = var.vpc_id
  protocol             = "HTTP"
  port                 = 8000
  deregistration_delay = 900

  health_check {
    path    = "/health"
    timeout = 5
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.chat.arn
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.chat.arn
  }
}
