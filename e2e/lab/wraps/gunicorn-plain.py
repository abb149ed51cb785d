"""Nothing but an address, and two defaults of Gunicorn scaled down."""

bind = "127.0.0.1:{{port}}"
timeout = 2
graceful_timeout = 1
