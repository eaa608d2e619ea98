FROM php:8.2-apache

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
RUN composer install --no-interaction
RUN chown -R www-data:www-data var
EXPOSE 80
