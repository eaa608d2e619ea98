FROM debian:12
RUN test -e /srv || mkdir /srv && \
    { rm -f /srv/a; touch /srv/b; } && \
    { test -e /srv/b || exit 1; }
