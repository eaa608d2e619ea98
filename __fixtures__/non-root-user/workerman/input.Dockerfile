FROM php:8.4-cli
WORKDIR /srv/app
COPY . .
RUN composer install
CMD ["php", "server.php", "start"]
