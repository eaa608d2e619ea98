FROM debian:12
LABEL org.opencontainers.image.authors="bob@example.com"
