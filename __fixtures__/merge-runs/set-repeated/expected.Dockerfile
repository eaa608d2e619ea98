FROM debian:12
RUN set -eux; \
    touch /a; \
    touch /b; \
    touch /c; \
    touch /d
