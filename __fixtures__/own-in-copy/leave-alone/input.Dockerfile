FROM debian:12
COPY . /srv/shop
# dockopt ignore=own-in-copy -- shown apart on purpose
RUN chown -R www-data:www-data /srv/shop
