"""Gunicorn for an ASGI app that streams."""

bind = "127.0.0.1:8000"
workers = 2
worker_class = "uvicorn_worker.UvicornWorker"

timeout = 60
graceful_timeout = 900
keepalive = 75

raw_env = ["HEARTBEAT_SECONDS=15"]
accesslog = "-"
