#!/bin/sh
# Puts the address of the API where the pages find it, and serves them.
set -e
sed "s|@API_URL@|$API_URL|" config.js.in >public/config.js
exec python -m http.server --directory public 8000
