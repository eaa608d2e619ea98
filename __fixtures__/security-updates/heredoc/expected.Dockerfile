# With CRLF the carriage returns belong to the commands of a heredoc.
FROM ubuntu:24.04
RUN <<EOF
set -e
apt-get update -qq
apt-get upgrade -y
apt-get install -y curl
EOF
