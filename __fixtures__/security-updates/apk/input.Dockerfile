FROM golang:1.24-alpine AS build
RUN apk add --no-cache git

FROM alpine:3.22
RUN apk add --no-cache ca-certificates
