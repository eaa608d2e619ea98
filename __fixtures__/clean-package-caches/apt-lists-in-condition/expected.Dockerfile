FROM debian:12
RUN if [ -d /srv ]; then apt-get update && apt-get install -y --no-install-recommends tini; fi && mkdir /data && \
    rm -rf /var/lib/apt/lists/*
