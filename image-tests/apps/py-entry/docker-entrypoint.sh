#!/bin/sh
set -e

if [ "$1" = 'hatchery' ]; then
  python -m app.migrate
fi

exec "$@"
