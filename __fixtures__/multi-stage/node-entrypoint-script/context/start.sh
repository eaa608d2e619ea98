#!/bin/sh
set -e
node -e "console.log(1)"
exec "$@"
