FROM debian:12
ENV NAME=web
WORKDIR /srv
WORKDIR /srv/$NAME
WORKDIR /srv/web/assets/${NAME}
