#!/bin/sh
set -e
. "$(dirname "$0")/lib.sh"
wait_for
main "$@"
