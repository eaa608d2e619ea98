FROM node:22@sha256:1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a AS build
RUN npm --version

FROM --platform=linux/arm64 alpine:3.22@sha256:2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b
COPY --from=build /usr/local/bin/node /usr/local/bin/
