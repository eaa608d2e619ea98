# What the application runs on.
ARG BASE="node:22-slim@sha256:2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b"
FROM node:22@sha256:1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a AS build
RUN npm --version

FROM ${BASE} AS test
RUN node --version

FROM ${BASE}
COPY --from=build /usr/local/bin/npm /usr/local/bin/
