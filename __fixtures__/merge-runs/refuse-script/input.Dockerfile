FROM debian:12
COPY setup.sh /
RUN sh /setup.sh
RUN touch /ready
