FROM debian:12
WORKDIR /srv
copy ./shop.tar.gz /srv/packed.tar.gz
RUN apt-get update && apt-get install -y ca-certificates && \
    mkdir -p /opt/shop && \
    tar -C /opt/shop -xzf packed.tar.gz && \
    rm -f packed.tar.gz /var/log/apt/history.log && \
    ln -s /opt/shop/bin/start /usr/local/bin/start
