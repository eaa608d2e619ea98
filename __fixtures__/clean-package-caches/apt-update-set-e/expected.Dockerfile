FROM debian:12
COPY . /app
RUN set -e; cd /app; apt-get update; apt-get install -y --no-install-recommends zip; make; \
    rm -rf /var/lib/apt/lists/*
