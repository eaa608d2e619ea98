FROM debian:12
COPY . /srv/shop
ARG APP_USER=www-data
RUN chown -R ${APP_USER}:${APP_USER} /srv/shop
