FROM debian:12 AS base
RUN apt-get update && apt-get install -y --no-install-recommends curl

FROM base
RUN echo a > /a && rm -r /var/lib/apt/lists/*
