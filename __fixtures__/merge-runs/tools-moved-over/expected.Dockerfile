FROM debian:12-slim
COPY tools.tar.gz /tmp/
# any tool may come from there, and the shell would go on with the one that it has found first
RUN ( curl -fsSLo /srv/first https://example.com/first \
    && tar -xf /tmp/tools.tar.gz -C /tmp \
    && mv /tmp/tools/* /usr/local/bin/ ) \
    && curl -fsSLo /srv/second https://example.com/second

FROM debian:12-slim
COPY tools.tar.gz /tmp/
RUN ( curl -fsSLo /srv/first https://example.com/first && tar -xzC /usr/local -f /tmp/tools.tar.gz ) \
    && curl -fsSLo /srv/second https://example.com/second

FROM debian:12-slim
COPY --from=0 /srv /srv
COPY --from=1 /srv /srv
