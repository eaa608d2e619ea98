FROM debian:12
RUN mkdir -p /srv/app \
 && touch /srv/app/a
RUN touch /srv/app/b
RUN touch /srv/app/c \
 && touch /srv/app/d
