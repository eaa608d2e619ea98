FROM debian:12
RUN apt-get update && apt-get install -y tor
COPY torrc /etc/tor/torrc.default
RUN chown -R debian-tor:debian-tor /etc/tor
