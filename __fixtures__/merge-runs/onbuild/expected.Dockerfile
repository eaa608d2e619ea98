FROM debian:12
ONBUILD RUN mkdir /out && \
    touch /out/a
