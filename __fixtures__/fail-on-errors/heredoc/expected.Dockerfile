FROM alpine:3.20
# With carriage returns, the shell would be told of an option "pipefail\r".
RUN <<EOF
set -o pipefail
wget -qO- https://example.com/a | sh
EOF
