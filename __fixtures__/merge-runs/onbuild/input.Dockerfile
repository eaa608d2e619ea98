FROM debian:12
ONBUILD RUN mkdir /out
ONBUILD RUN touch /out/a
