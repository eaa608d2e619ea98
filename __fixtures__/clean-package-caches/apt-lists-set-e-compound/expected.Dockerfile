FROM debian:12
RUN set -e; apt-get update; apt-get install -y --no-install-recommends tini; \
    rm -rf /var/lib/apt/lists/*; \
    for dir in a b; do mkdir "/srv/$dir"; done
