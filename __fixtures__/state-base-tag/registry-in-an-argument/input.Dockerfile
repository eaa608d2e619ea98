ARG MIRROR=mirror.gcr.io/library/
ARG REGISTRY=docker.io
FROM ${MIRROR}busybox AS tools
FROM $REGISTRY/debian:latest
COPY --from=tools /bin/busybox /usr/local/bin/busybox
