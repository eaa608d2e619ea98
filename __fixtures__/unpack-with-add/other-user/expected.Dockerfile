FROM debian:12
USER 1000
WORKDIR /home/shop
RUN --mount=type=bind,source=shop.tar.gz,target=/home/shop/shop.tar.gz \
    tar xf shop.tar.gz
