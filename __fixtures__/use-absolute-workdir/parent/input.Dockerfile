FROM debian:12
WORKDIR /srv/app
RUN make
WORKDIR ../web
RUN make
