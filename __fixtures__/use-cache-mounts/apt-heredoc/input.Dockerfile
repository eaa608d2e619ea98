# With CRLF the shell itself gets the carriage returns, and no command is one of apt.
FROM debian:12
RUN <<EOF
set -e
apt-get update
apt-get install -y curl
rm -rf /var/lib/apt/lists/*
EOF
