# What the application runs on.
ARG BASE="node:22-slim"
FROM node:22 AS build
RUN npm --version

FROM ${BASE} AS test
RUN node --version

FROM ${BASE}
COPY --from=build /usr/local/bin/npm /usr/local/bin/
