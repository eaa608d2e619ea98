FROM debian:12
ARG NAME=web
WORKDIR /srv
WORKDIR /srv/${NAME}
