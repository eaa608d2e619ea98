#!/bin/bash
set -e
mkdir -p /var/lib/hello
if [[ -n "$NAME" ]]; then echo "$NAME"; fi
exec /app/hello "$@"
