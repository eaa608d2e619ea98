FROM debian:12
WORKDIR /srv/app
RUN make
WORKDIR /srv/web
RUN make
