FROM debian:12
ARG APT_OPTIONS=-y
RUN apt-get install $APT_OPTIONS curl
