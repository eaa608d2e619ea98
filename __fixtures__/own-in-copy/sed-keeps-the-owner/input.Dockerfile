FROM debian:12
COPY . /srv/site
RUN sed -i 's/dev/live/' /srv/site/settings.ini
RUN chown -R www-data:www-data /srv/site
