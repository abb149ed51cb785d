#!/bin/sh
uvicorn main:app --host 127.0.0.1 --port {{port}}
echo ended
