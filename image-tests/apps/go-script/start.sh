#!/bin/sh
# Makes the settings that the worker wants, then becomes the worker.
set -eu

: "${WORKER_NAME:=worker-${WORKER_NUMBER:-0}}"
export WORKER_NAME

if [ "$#" -eq 0 ]; then
  set -- "${JOBS:-/etc/worker/jobs.txt}"
fi
exec /usr/local/bin/worker "$@"
