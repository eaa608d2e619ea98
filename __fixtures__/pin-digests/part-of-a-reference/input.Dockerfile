ARG VERSION=22
ARG REGISTRY=docker.io/
FROM node:${VERSION} AS build
FROM ${REGISTRY}alpine:3.22
COPY --from=build /usr/local/bin/node /usr/local/bin/
