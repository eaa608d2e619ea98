FROM debian:12
COPY bin /usr/local/bin
RUN chmod -R 755 /usr/local/bin
