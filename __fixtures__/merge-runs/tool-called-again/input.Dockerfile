FROM debian:12-slim
# the clean-up puts no other curl in the place of the one that the shell remembers
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl \
    && curl -fsSLo /tmp/first.tar.gz https://example.com/first.tar.gz \
    && tar -xzf /tmp/first.tar.gz -C /srv \
    && rm -rf /var/lib/apt/lists/* /tmp/*
RUN curl -fsSLo /srv/second https://example.com/second
