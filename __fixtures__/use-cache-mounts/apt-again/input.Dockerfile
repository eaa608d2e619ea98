FROM ubuntu:24.04
RUN set -eux; \
    apt-get update; \
    apt-get install -y curl; \
    rm -rf /tmp/x
COPY a /a
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/* /tmp/*
