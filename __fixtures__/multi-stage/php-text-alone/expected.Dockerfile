FROM php:8.2-fpm AS build
RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev

FROM php:8.2-fpm
RUN apt-get update && apt-get install -y git unzip libicu76 && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build /var/www/html /var/www/html
