FROM debian:12
RUN mkdir /out
ONBUILD RUN touch /out/a
