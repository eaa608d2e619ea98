ARG MIRROR=mirror.gcr.io/library/
FROM ${MIRROR}golang:1.27 AS build
RUN go version
FROM ${MIRROR}openjdk:8-jre
