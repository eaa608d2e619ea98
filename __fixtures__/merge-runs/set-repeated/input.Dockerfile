FROM debian:12
RUN set -eux; \
    touch /a; \
    touch /b
RUN set -eux; \
    touch /c; \
    touch /d
