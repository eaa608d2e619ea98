ARG BASE=ubuntu:26.04
ARG TAG="1.27"
FROM golang:${TAG} AS build
RUN go version

FROM $BASE AS one
FROM $BASE
COPY --from=one /etc/os-release /etc/other-release
