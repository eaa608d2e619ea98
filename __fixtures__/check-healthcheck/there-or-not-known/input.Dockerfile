FROM node:22-slim AS installed
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1

FROM alpine:3.22 AS copied
COPY --from=example/curl:8 /usr/bin/curl /usr/local/bin/curl
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]

FROM example/platform:5 AS unknown
HEALTHCHECK CMD curl -f http://localhost/

FROM debian:12 AS scripted
COPY setup.sh /
RUN /setup.sh
HEALTHCHECK CMD curl -f http://localhost/

FROM alpine:3.22 AS busybox
HEALTHCHECK CMD wget -qO- http://localhost/ || exit 1

FROM node:22 AS full
HEALTHCHECK CMD curl -f http://localhost/

FROM debian:12-slim
HEALTHCHECK NONE
CMD ["sleep", "infinity"]
