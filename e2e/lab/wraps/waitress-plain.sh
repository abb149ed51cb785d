#!/bin/sh
exec waitress-serve --listen=127.0.0.1:{{port}} {{options}} main:wsgi
