FROM debian:12
WORKDIR /srv
COPY conf conf.local /srv/conf/
add one two /srv/
