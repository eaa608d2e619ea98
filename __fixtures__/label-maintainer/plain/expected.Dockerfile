FROM debian:12
LABEL org.opencontainers.image.authors="Ada <ada@example.com>"
CMD ["true"]
