FROM debian:12
COPY . /srv/shop
RUN chmod +x /srv/shop/entrypoint.sh
RUN chmod -R g=u /srv/shop
RUN chmod -R 644 /srv/shop
RUN chmod 1777 /tmp
