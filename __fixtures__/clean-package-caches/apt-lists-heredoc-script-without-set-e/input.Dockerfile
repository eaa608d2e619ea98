# syntax=docker/dockerfile:1
FROM debian:12
# A heredoc would hand its carriage returns to the shell.
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends tini
EOF
