FROM debian:12 AS base
RUN apt-get update && apt-get install -y --no-install-recommends tini

FROM base
COPY tool.deb .
RUN sh -c "apt-get install -y ./tool.deb"
