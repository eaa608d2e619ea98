FROM debian:12-slim@sha256:4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY --from=composer:2@sha256:3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c /usr/bin/composer /usr/bin/
RUN --mount=type=bind,from=node:22@sha256:1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,source=/usr/local,target=/mnt \
    cp /mnt/bin/node /usr/local/bin/
RUN --mount=from=alpine:3.22@sha256:2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b,target=/mnt ["cp", "/mnt/bin/busybox", "/bin/"]
