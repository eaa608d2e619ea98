FROM debian:12
ENV CFLAGS=-O3
USER root
RUN sudo mkdir /srv/app && sudo chown www-data /srv/app
