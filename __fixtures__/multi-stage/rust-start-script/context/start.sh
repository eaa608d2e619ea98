#!/bin/sh
set -e
./target/release/migrate
exec ./target/release/serve "$@"
