FROM debian:12
RUN set -e; apt-get update; mkdir /x && apt-get install -y --no-install-recommends tini; tini --version
