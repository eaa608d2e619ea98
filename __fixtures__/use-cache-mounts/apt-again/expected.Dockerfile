FROM ubuntu:24.04
RUN --mount=type=cache,id=apt-cache-noble,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-noble,target=/var/lib/apt/lists,sharing=locked \
    set -eux; \
    rm -f /etc/apt/apt.conf.d/docker-clean; \
    apt-get update; \
    apt-get install -y curl; \
    rm -rf /tmp/x
COPY a /a
RUN --mount=type=cache,id=apt-cache-noble,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=apt-lists-noble,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y git && rm -rf /tmp/*
