FROM debian:12
USER 1000
WORKDIR /home/shop
COPY --chown=1000 shop.tar.gz ./
RUN tar xf shop.tar.gz && rm shop.tar.gz
