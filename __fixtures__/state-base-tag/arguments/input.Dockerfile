ARG BASE=ubuntu
ARG TAG="latest"
FROM golang:${TAG} AS build
RUN go version

FROM $BASE AS one
FROM $BASE
COPY --from=one /etc/os-release /etc/other-release
