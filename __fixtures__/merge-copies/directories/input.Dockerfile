FROM debian:12
WORKDIR /srv
COPY conf /srv/conf
COPY conf.local /srv/conf
add one /srv
add two .
