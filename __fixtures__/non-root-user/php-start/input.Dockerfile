# Workerman by way of another package: php FILE start is how it is started.
FROM php:8.4-cli
WORKDIR /srv/app
COPY . .
RUN composer install
CMD ["php", "server.php", "start"]
