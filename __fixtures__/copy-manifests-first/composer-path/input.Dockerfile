FROM php:8.3-cli
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
WORKDIR /srv/shop
COPY . .
RUN composer install --no-dev
CMD ["php", "server.php"]
