FROM debian:12
COPY shop.tar.gz /tmp/
RUN tar xzf /tmp/shop.tar.gz -C /opt && rm /tmp/shop.tar.gz
CMD ["/opt/shop/bin/start"]
