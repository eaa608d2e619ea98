FROM php:8.2-apache AS build

RUN apt-get update && apt-get install -y \
        git \
        libicu-dev \
        libzip-dev \
        unzip \
    && docker-php-ext-configure intl \
    && docker-php-ext-install -j$(nproc) intl zip pdo_mysql \
    && a2enmod rewrite headers \
    && a2dissite 000-default

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY docker/site.conf /etc/apache2/sites-available/site.conf
RUN a2ensite site
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev --no-interaction
RUN chown -R www-data:www-data var

FROM php:8.2-apache
RUN apt-get update \
    && apt-get install -y --no-install-recommends libicu76 libzip5 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build /etc/apache2 /etc/apache2
COPY --from=build /var/www/html /var/www/html
COPY --from=build --chown=www-data:www-data /var/www/html/var /var/www/html/var
RUN a2dissite 000-default
EXPOSE 80
