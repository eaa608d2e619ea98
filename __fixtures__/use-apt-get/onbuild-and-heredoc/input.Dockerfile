FROM debian:12
ONBUILD RUN apt update
# With CRLF the shell would get the carriage returns of this script.
RUN <<SCRIPT
set -e
apt update
apt install -y curl
SCRIPT
