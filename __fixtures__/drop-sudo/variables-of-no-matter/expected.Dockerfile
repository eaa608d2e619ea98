FROM debian:12
ENV CFLAGS=-O3
USER root
RUN mkdir /srv/app && chown www-data /srv/app
