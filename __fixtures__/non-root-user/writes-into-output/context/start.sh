#!/bin/sh
set -e
echo "window.URL = \"$URL\";" > build/settings.js
exec node_modules/.bin/serve --listen 3000 build
