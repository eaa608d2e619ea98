FROM debian:12
COPY . /srv/shop
RUN chown -R www-data:www-data /srv/shop || true
