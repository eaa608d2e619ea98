FROM debian:12
COPY shop.tar.gz /tmp/shop.tar.gz
RUN tar xzf /tmp/shop.tar.gz --strip-components=1 -C /opt && \
    rm /tmp/shop.tar.gz
