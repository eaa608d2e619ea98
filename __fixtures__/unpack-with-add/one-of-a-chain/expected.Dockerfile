FROM debian:12
WORKDIR /srv
add ./shop.tar.gz /opt/shop/
RUN apt-get update && apt-get install -y ca-certificates && \
    mkdir -p /opt/shop && \
    rm -f /var/log/apt/history.log && \
    ln -s /opt/shop/bin/start /usr/local/bin/start
