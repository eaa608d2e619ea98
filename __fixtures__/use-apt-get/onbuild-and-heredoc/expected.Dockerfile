FROM debian:12
ONBUILD RUN apt-get update
# With CRLF the shell would get the carriage returns of this script.
RUN <<SCRIPT
set -e
apt-get update
apt-get install -y curl
SCRIPT
