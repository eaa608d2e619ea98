ARG MIRROR=mirror.gcr.io/library/
FROM ${MIRROR}golang:1.18 AS build
RUN go version
FROM ${MIRROR}openjdk:8-jre
