FROM composer:2
WORKDIR /app
COPY . .
RUN composer install --no-dev --no-interaction
RUN composer update
RUN composer require --dev phpunit/phpunit
