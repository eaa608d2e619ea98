FROM debian:12
COPY --link . /srv/shop/
RUN chown -R www-data:www-data /srv/shop
