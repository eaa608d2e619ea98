#!/bin/bash
set -euo pipefail
cd "$(dirname "$0")"

# settings from the environment
mkdir -p /tmp/settings
cat > /tmp/settings/server.json <<END
{ "port": ${PORT:-3000}, "name": "${NAME:-nobody}" }
END

exec node server.js --config /tmp/settings/server.json
