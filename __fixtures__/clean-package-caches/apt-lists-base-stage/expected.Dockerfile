FROM debian:12 AS base
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*

FROM base AS test
RUN tini --version

FROM base
CMD ["tini", "--", "true"]
