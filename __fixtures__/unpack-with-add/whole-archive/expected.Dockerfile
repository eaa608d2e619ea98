FROM debian:12
ADD shop.tar.gz /opt/
CMD ["/opt/shop/bin/start"]
