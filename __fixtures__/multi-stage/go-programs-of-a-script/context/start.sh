#!/bin/sh
set -e
migrate up
exec /app/server
