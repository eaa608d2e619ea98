FROM debian:12
COPY --chown=www-data:www-data . /srv/site
RUN sed -i 's/dev/live/' /srv/site/settings.ini
