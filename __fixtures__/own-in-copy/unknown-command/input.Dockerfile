FROM debian:12
COPY . /opt/shop
RUN /usr/local/bin/warm-up
RUN chown -R www-data:www-data /opt/shop
