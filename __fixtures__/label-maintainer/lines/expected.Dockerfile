FROM debian:12
LABEL org.opencontainers.image.authors="Ada <ada@example.com>, Bob <bob@example.com>"
