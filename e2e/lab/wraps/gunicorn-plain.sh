#!/bin/sh
exec gunicorn main:wsgi --bind 127.0.0.1:{{port}} --timeout 2
