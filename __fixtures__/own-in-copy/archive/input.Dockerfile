FROM debian:12
ADD shop.tar.gz /srv/shop/
RUN chown -R www-data:www-data /srv/shop
