# syntax=docker/dockerfile:1.2
FROM alpine:3.22
COPY app /usr/local/bin/
