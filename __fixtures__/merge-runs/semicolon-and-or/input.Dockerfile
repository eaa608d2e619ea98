FROM debian:12
RUN test -e /srv || mkdir /srv
RUN rm -f /srv/a; touch /srv/b
RUN test -e /srv/b || exit 1
