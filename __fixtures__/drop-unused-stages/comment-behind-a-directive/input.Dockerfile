# syntax=docker/dockerfile:1
FROM debian:12
# escape=none: this comment stays one
FROM alpine:3.22
CMD ["true"]
