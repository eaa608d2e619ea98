FROM debian:12
COPY tools/* /usr/local/bin/
RUN apt-get update && apt-get install -y --no-install-recommends unzip && \
    install-sdks && \
    rm -rf /var/lib/apt/lists/* && \
    mkdir /srv/sdks
