FROM debian:12 AS base
RUN apt-get update && apt-get upgrade -y && apt-get install -y --no-install-recommends \
        curl \
    && rm -rf /var/lib/apt/lists/*

FROM base
RUN apt-get update && apt-get install -y --no-install-recommends jq && rm -rf /var/lib/apt/lists/*
