# syntax=docker/dockerfile:1.0-experimental
FROM debian:12
COPY entrypoint.sh /
RUN chmod +x /entrypoint.sh
