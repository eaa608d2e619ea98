ARG MIRROR=mirror.gcr.io/library/
ARG REGISTRY=docker.io
FROM ${MIRROR}busybox:1.38 AS tools
FROM $REGISTRY/debian:trixie
COPY --from=tools /bin/busybox /usr/local/bin/busybox
