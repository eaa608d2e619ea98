#!/bin/sh
set -e
cd "$(dirname "$0")"
mkdir -p cache
cd /srv/app/run
echo $$ > app.pid
exec python /srv/app/main.py
