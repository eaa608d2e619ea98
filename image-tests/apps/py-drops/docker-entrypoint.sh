#!/bin/sh
# Whoever owns the volume: it is the keeper's from now on.
set -e
if [ "$(id -u)" = 0 ]; then
	chown -R keeper /data
	exec setpriv --reuid=keeper --regid=keeper --init-groups "$0" "$@"
fi
exec "$@"
