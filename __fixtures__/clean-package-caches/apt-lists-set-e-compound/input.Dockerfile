FROM debian:12
RUN set -e; apt-get update; apt-get install -y --no-install-recommends tini; \
    for dir in a b; do mkdir "/srv/$dir"; done
