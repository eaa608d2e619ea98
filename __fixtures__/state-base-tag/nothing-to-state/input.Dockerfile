ARG IMAGE
FROM debian@sha256:1111111111111111111111111111111111111111111111111111111111111111 AS debian
FROM node:24 AS build
FROM build AS test
FROM $IMAGE AS other
FROM gcr.io/distroless/static-debian13 AS small
FROM centos AS old
FROM scratch
COPY --from=debian /etc/passwd /etc/passwd
COPY --from=1 /etc/group /etc/group
