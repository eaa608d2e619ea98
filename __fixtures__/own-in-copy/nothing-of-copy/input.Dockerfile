FROM debian:12
COPY . /srv/shop
# only a part of what is copied
RUN chown -R www-data:www-data /srv/shop/uploads
RUN mkdir -p /data && chown -R www-data:www-data /data
RUN if [ -d /srv/shop ]; then chown -R www-data:www-data /srv/shop; fi
RUN chown --reference=/etc/passwd /srv/shop/app.py
USER www-data
RUN chown -R www-data:www-data /srv/shop
