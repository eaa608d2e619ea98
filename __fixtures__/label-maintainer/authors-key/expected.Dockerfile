FROM debian:12
LABEL org.opencontainers.image.authors="Ada Example <ada@example.com>"
