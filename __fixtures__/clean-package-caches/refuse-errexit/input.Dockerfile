FROM debian:12
RUN set -e; apt-get update; apt-get install -y --no-install-recommends tini; tini --version || { echo none; false; }
