FROM debian:12
COPY . /app
RUN set -e; cd /app; apt-get update; apt-get install -y --no-install-recommends zip; \
    rm -rf /var/lib/apt/lists/*; make
