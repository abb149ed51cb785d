#!/bin/sh
exec daphne --bind 127.0.0.1 --port {{port}} {{options}} main:app
